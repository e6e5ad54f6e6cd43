"""The routes a product calls: what passes the guard, what a bad body is told, what is handed on."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from connect.errors import Unavailable
from connect.inbound.descriptor_route import descriptor_blueprint
from connect.inbound.guards import Guards, accepts, assert_every_route_is_guarded, install_guards, principal
from connect.inbound.lifecycle import InstallNotice, lifecycle_blueprint
from connect.inbound.webhooks import WebhookHint, webhook_blueprint
from connect.qsh import qsh
from connect.site import Installation, Product, TokenKind
from tests.payloads import payload
from tests.unit.connect.forging import BASE_URL, claims, hs256, install_claims, install_keys, installation, rs256

REFUSAL = {"status": 401, "code": "token_refused", "title": "Token refused"}


@dataclass
class Heard:
    """What the routes handed on."""

    installs: list[InstallNotice] = field(default_factory=list)
    uninstalls: list[str] = field(default_factory=list)
    hints: list[WebhookHint] = field(default_factory=list)


@pytest.fixture
def heard() -> Heard:
    return Heard()


def find(client_key: str) -> Installation | None:
    """Know the Jira and the Confluence side of one site."""
    if client_key == "client-wiki":
        return installation(client_key=client_key, product=Product.CONFLUENCE)
    return installation() if client_key == "client-1" else None


def new_app(heard: Heard, *, keys: Any = install_keys) -> Flask:
    """Return an app with our routes and one of each other kind."""
    app = Flask("test", static_folder=None)
    install_guards(app, Guards(base_url=BASE_URL, keys=keys, find_installation=find))
    app.register_blueprint(
        lifecycle_blueprint(install=heard.installs.append, uninstall=heard.uninstalls.append, allowed_hosts=frozenset())
    )
    app.register_blueprint(webhook_blueprint(receive=heard.hints.append))
    app.register_blueprint(descriptor_blueprint(base_url=BASE_URL))

    @app.get("/ui/home")
    @accepts(TokenKind.IFRAME_REQUEST)
    def home() -> str:
        return principal().account_id or "nobody"

    @app.get("/api/me")
    @accepts(TokenKind.CONTEXT_TOKEN)
    def me() -> str:
        return f"{principal().site_id} {principal().account_id}"

    return app


@pytest.fixture
def client(heard: Heard) -> Iterator[FlaskClient]:
    with new_app(heard).test_client() as client:
        yield client


def post_lifecycle(client: FlaskClient, event: str, body: object, **changes: Any) -> TestResponse:
    """Send a lifecycle call with a right token, changed as wished."""
    token = rs256(install_claims(**{"qsh": qsh("POST", f"/connect/{event}"), **changes}))
    return client.post(f"/connect/{event}", json=body, headers={"Authorization": f"JWT {token}"})


def post_webhook(client: FlaskClient, body: object, **headers: str) -> TestResponse:
    """Send a webhook with a right token in the query, as Jira may."""
    token = hs256(claims(qsh=qsh("POST", "/connect/webhooks/jira"), sub=None))
    return client.post("/connect/webhooks/jira", json=body, headers={"Authorization": f"JWT {token}", **headers})


# --- lifecycle -------------------------------------------------------------------------------------------------


def test_an_install_is_handed_on(client: FlaskClient, heard: Heard) -> None:
    assert post_lifecycle(client, "installed", payload("installed")).status_code == 204
    assert heard.installs == [
        InstallNotice(
            product=Product.JIRA,
            client_key="client-1",
            shared_secret="s" * 48,
            base_url="https://a.atlassian.net",
            cloud_id="3f1c6f0a-7c1e-4a58-9f0e-1b2c3d4e5f60",
            oauth_client_id="eyJob3N0S2V5IjoiY2xpZW50LTEifQ",
        )
    ]
    assert "sss" not in repr(heard.installs[0])


def test_an_uninstall_of_an_unknown_site_is_fine(client: FlaskClient, heard: Heard) -> None:
    body = payload("installed") | {"clientKey": "never-seen"}
    answer = post_lifecycle(client, "uninstalled", body, iss="never-seen")
    assert (answer.status_code, heard.uninstalls) == (204, ["never-seen"])


@pytest.mark.parametrize("event", ["installed", "uninstalled"])
def test_a_body_about_somebody_else_is_refused_like_any_bad_token(
    client: FlaskClient, heard: Heard, event: str
) -> None:
    answer = post_lifecycle(client, event, payload("installed") | {"clientKey": "victim"})
    assert (answer.status_code, answer.get_json()) == (401, REFUSAL)
    assert not heard.installs
    assert not heard.uninstalls


@pytest.mark.parametrize(
    "base_url",
    [
        "https://evil.example.com",
        "http://a.atlassian.net",
        "https://a.atlassian.net.evil.com",
        "https://169.254.169.254",
    ],
)
def test_an_address_we_may_not_call_is_named_with_the_way_out(client: FlaskClient, heard: Heard, base_url: str) -> None:
    answer = post_lifecycle(client, "installed", payload("installed") | {"baseUrl": base_url})
    body = answer.get_json()
    assert (answer.status_code, body["code"]) == (400, "host_not_allowed")
    assert "NORTHSTAR_ALLOWED_HOSTS" in body["detail"]
    assert not heard.installs


@pytest.mark.parametrize(
    ("change", "field_name"),
    [
        ({"sharedSecret": ""}, "sharedSecret"),
        ({"sharedSecret": None}, "sharedSecret"),
        ({"baseUrl": "nowhere"}, "baseUrl"),
        ({"productType": "bamboo"}, "productType"),
        ({"clientKey": 7}, "clientKey"),
    ],
)
def test_a_body_of_another_shape_is_told_which_field(
    client: FlaskClient, heard: Heard, change: dict[str, object], field_name: str
) -> None:
    answer = post_lifecycle(client, "installed", payload("installed") | change)
    assert (answer.status_code, list(answer.get_json()["errors"])) == (400, [field_name])
    assert answer.mimetype == "application/problem+json"
    assert not heard.installs


def test_a_body_that_is_no_json_is_told_so(client: FlaskClient) -> None:
    token = rs256(install_claims())
    answer = client.post("/connect/installed", data="{", headers={"Authorization": f"JWT {token}"})
    assert (answer.status_code, answer.get_json()["code"]) == (400, "invalid_body")


def test_a_token_in_two_places_is_refused(client: FlaskClient, heard: Heard) -> None:
    token = rs256(install_claims())
    headers = {"Authorization": f"JWT {token}"}
    answer = client.post(f"/connect/installed?jwt={token}", json=payload("installed"), headers=headers)
    assert (answer.status_code, answer.get_json()) == (401, REFUSAL)
    assert not heard.installs


def test_a_lifecycle_token_in_the_query_is_refused(client: FlaskClient) -> None:
    answer = client.post(f"/connect/installed?jwt={rs256(install_claims())}", json=payload("installed"))
    assert answer.status_code == 401


def test_without_the_key_server_an_install_is_asked_to_come_back(heard: Heard) -> None:
    def keys(_: str) -> str | None:
        raise Unavailable("down")

    answer = post_lifecycle(new_app(heard, keys=keys).test_client(), "installed", payload("installed"))
    assert (answer.status_code, answer.get_json()["code"]) == (503, "install_keys_unavailable")


# --- webhooks --------------------------------------------------------------------------------------------------


def test_a_webhook_becomes_a_hint(client: FlaskClient, heard: Heard) -> None:
    answer = post_webhook(client, payload("issue_updated"), **{"X-Atlassian-Webhook-Identifier": "delivery-9"})
    assert answer.status_code == 204
    assert heard.hints == [
        WebhookHint(
            site_id="s1",
            installation_id="i1",
            delivery_id="delivery-9",
            event="jira:issue_updated",
            issue_id="10042",
            issue_key="GROW-7",
        )
    ]


def test_a_webhook_without_an_identifier_is_known_by_its_body(client: FlaskClient, heard: Heard) -> None:
    post_webhook(client, {"webhookEvent": "jira:issue_deleted", "issue": {"id": 7, "key": "GROW-1"}})
    post_webhook(client, {"webhookEvent": "jira:issue_deleted", "issue": {"id": 7, "key": "GROW-1"}})
    post_webhook(client, {"webhookEvent": "jira:issue_updated", "issue": {"id": 7, "key": "GROW-1"}})
    first, again, other = (hint.delivery_id for hint in heard.hints)
    assert first == again != other
    assert len(first) == len("sha256:") + len(hashlib.sha256().hexdigest())


def test_an_event_about_no_issue_is_acknowledged_and_dropped(client: FlaskClient, heard: Heard) -> None:
    assert post_webhook(client, {"webhookEvent": "project_updated"}).status_code == 204
    assert not heard.hints


@pytest.mark.parametrize(
    "body",
    [
        None,
        [],
        {},
        {"webhookEvent": "jira:issue_updated"},
        {"webhookEvent": "jira:issue_updated", "issue": {"id": "../1", "key": "A-1"}},
        {"webhookEvent": "jira:issue_updated", "issue": {"id": True, "key": "A-1"}},
    ],
)
def test_a_webhook_of_another_shape_is_refused_for_good(client: FlaskClient, heard: Heard, body: object) -> None:
    assert post_webhook(client, body).status_code == 400
    assert not heard.hints


def test_jiras_webhooks_come_from_jira(client: FlaskClient, heard: Heard) -> None:
    token = hs256(claims(iss="client-wiki", qsh=qsh("POST", "/connect/webhooks/jira")))
    answer = client.post(f"/connect/webhooks/jira?jwt={token}", json=payload("issue_updated"))
    assert (answer.status_code, heard.hints) == (401, [])


# --- which token where -----------------------------------------------------------------------------------------


def test_an_iframe_is_opened_by_the_token_in_its_address(client: FlaskClient) -> None:
    path = "/ui/home?lic=none&cv=1001&name=a%20b+c&cp="
    token = hs256(claims(qsh=qsh("GET", path)))
    assert client.get(f"{path}&jwt={token}").text == "acc-1"
    assert client.get(f"{path}&extra=1&jwt={token}").status_code == 401
    assert client.get(f"{path}&jwt={token}&jwt={token}").status_code == 401


@pytest.mark.parametrize("path", ["/okr/ui/home?a=1", "/ui/home?a=1"])
def test_a_path_prefix_is_not_part_of_the_hash_whether_the_proxy_cuts_it_off_or_not(
    client: FlaskClient, path: str
) -> None:
    token = hs256(claims(qsh=qsh("GET", "/ui/home?a=1")))
    environ = {"SCRIPT_NAME": "/okr", "REQUEST_URI": path}
    headers = {"Authorization": f"JWT {token}"}
    answer = client.get("/ui/home?a=1", headers=headers, environ_overrides=environ)
    assert answer.text == "acc-1"


def test_a_context_token_opens_the_api_from_the_header_only(client: FlaskClient) -> None:
    token = hs256(claims(qsh="context-qsh"))
    assert client.get("/api/me", headers={"Authorization": f"JWT {token}"}).text == "s1 acc-1"
    assert client.get(f"/api/me?jwt={token}").status_code == 401
    assert client.get("/api/me", headers={"Authorization": f"Bearer {token}"}).status_code == 401


def test_tokens_of_one_kind_do_not_open_routes_of_another(client: FlaskClient) -> None:
    """CVE-2021-26073, 26074 and 26077 are exactly these mix-ups."""
    context, bound = hs256(claims(qsh="context-qsh")), hs256(claims(qsh=qsh("GET", "/api/me")))
    assert client.get(f"/ui/home?jwt={context}").status_code == 401
    assert client.get("/api/me", headers={"Authorization": f"JWT {bound}"}).status_code == 401
    for path in ("/connect/installed", "/connect/webhooks/jira"):
        answer = client.post(path, json=payload("installed"), headers={"Authorization": f"JWT {context}"})
        assert (answer.status_code, answer.get_json()) == (401, REFUSAL)


def test_every_refusal_looks_the_same(client: FlaskClient) -> None:
    tokens = ["", "x", hs256(claims(iss="client-9")), hs256(claims(), secret="z" * 48), hs256(claims(exp=1))]
    answers = {client.get("/ui/home", headers={"Authorization": f"JWT {token}"}).data for token in tokens}
    assert len(answers) == 1


def test_the_descriptor_is_public_and_names_our_address(client: FlaskClient) -> None:
    answer = client.get("/atlassian-connect.json")
    assert (answer.status_code, answer.get_json()["baseUrl"]) == (200, BASE_URL)


# --- the guard of the guards -----------------------------------------------------------------------------------


def test_a_route_that_declares_nothing_stops_the_start_up_and_never_runs(heard: Heard) -> None:
    app = new_app(heard)

    @app.get("/forgotten")
    def forgotten() -> str:
        raise AssertionError("ran")

    with pytest.raises(RuntimeError, match="/forgotten"):
        assert_every_route_is_guarded(app)
    assert app.test_client().get("/forgotten").status_code == 500


def test_all_our_routes_declare_their_token(heard: Heard) -> None:
    assert_every_route_is_guarded(new_app(heard))


def test_a_view_declares_one_kind() -> None:
    with pytest.raises(RuntimeError, match="already"):
        accepts(TokenKind.PUBLIC)(accepts(TokenKind.CONTEXT_TOKEN)(lambda: ""))


def test_an_unknown_path_is_not_found_rather_than_refused(client: FlaskClient) -> None:
    assert client.get("/nowhere").status_code == 404
