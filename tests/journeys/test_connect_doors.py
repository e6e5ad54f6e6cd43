"""Install, iframe, webhook, context token and uninstall, played from Atlassian's side against `northstar run`.

Source: platform 1.5 A, B, C and the refuse list of 1.7.
"""

import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import jwt
import pytest
import requests

from tests.journeys.atlassian_side import Host, KeyServer, key_server
from tests.journeys.running import northstar
from tests.site.jwt_qsh import qsh

REFUSED = {"status": 401, "code": "token_refused", "title": "Token refused"}
PANEL = "/ui/panel?issueKey=GROW-1&issueId=10001"
API = "/api/v1/cycles"


@pytest.fixture(scope="module")
def keys() -> Iterator[KeyServer]:
    with key_server() as server:
        yield server


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("doors")


@pytest.fixture(scope="module")
def app(keys: KeyServer, folder: Path) -> Iterator[str]:
    with northstar(folder, NORTHSTAR_INSTALL_KEYS_URL=keys.url) as url:
        yield url


@pytest.fixture(scope="module")
def host(app: str, keys: KeyServer) -> Host:
    host = Host(app=app, keys=keys)
    assert host.lifecycle().status_code == 204
    return host


@pytest.fixture
def stranger(app: str, keys: KeyServer) -> Host:
    """A site that is not installed (yet)."""
    return Host(app=app, keys=keys, base_url="https://stranger.atlassian.net")


def refused(reply: requests.Response) -> None:
    assert reply.status_code == 401
    assert reply.json() == REFUSED, "a refusal says the same thing whatever the reason"


# --- installing -----------------------------------------------------------------------------------------------------


def other_key(host: Host) -> str:
    from cryptography.hazmat.primitives.asymmetric import rsa

    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    return jwt.encode(
        host.lifecycle_claims("/connect/installed"), key, algorithm="RS256", headers={"kid": host.keys.kid}
    )


def hmac_with_public_key(host: Host) -> str:
    """The classic confusion: HS256 keyed with the published RSA key, built by hand because no library would."""
    import base64
    import hashlib
    import hmac
    import json

    def part(value: object) -> str:
        return base64.urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=").decode()

    text = f"{part({'alg': 'HS256', 'typ': 'JWT', 'kid': host.keys.kid})}.{part(host.lifecycle_claims('/connect/installed'))}"
    signature = hmac.new(host.keys.public_pem.encode(), text.encode(), hashlib.sha256).digest()
    return f"{text}.{base64.urlsafe_b64encode(signature).rstrip(b'=').decode()}"


BAD_INSTALLS: dict[str, Callable[[Host], str]] = {
    "wrong audience": lambda h: h.lifecycle_token(aud=["https://other.example.com"]),
    "no audience": lambda h: h.lifecycle_token(aud=None),
    "issuer is not the body's client key": lambda h: h.lifecycle_token(iss="somebody-else"),
    "hash of another path": lambda h: h.lifecycle_token("/connect/uninstalled"),
    "hash of another method": lambda h: h.lifecycle_token(qsh=qsh("GET", h.app + "/connect/installed")),
    "context hash": lambda h: h.lifecycle_token(qsh="context-qsh"),
    "no hash": lambda h: h.lifecycle_token(qsh=None),
    "expired": lambda h: h.lifecycle_token(iat=int(time.time()) - 600, exp=int(time.time()) - 60),
    "no expiry": lambda h: h.lifecycle_token(exp=None),
    "unknown key id": lambda h: h.lifecycle_token(kid="00000000-0000-4000-8000-000000000000"),
    "key id that climbs": lambda h: h.lifecycle_token(kid="../keys/" + h.keys.kid),
    "key id with a slash": lambda h: h.lifecycle_token(kid="a/b"),
    "signed by another key": other_key,
    "HS256 with the tenant's secret": lambda h: jwt.encode(
        h.lifecycle_claims("/connect/installed"), h.secret, algorithm="HS256", headers={"kid": h.keys.kid}
    ),
    "HS256 with the public key": hmac_with_public_key,
    "alg none": lambda h: jwt.encode(h.lifecycle_claims("/connect/installed"), None, algorithm="none"),
    "rubbish": lambda h: "not.a.token",
}


@pytest.mark.parametrize("why", BAD_INSTALLS)
def test_an_install_is_refused(stranger: Host, why: str) -> None:
    refused(stranger.lifecycle(token=BAD_INSTALLS[why](stranger)))
    refused(stranger.get(PANEL, stranger.token("GET", PANEL)))


def test_an_install_without_or_with_two_tokens_is_refused(stranger: Host) -> None:
    refused(requests.post(f"{stranger.app}/connect/installed", json=stranger.payload("installed"), timeout=10))
    refused(stranger.lifecycle(query=f"?jwt={stranger.lifecycle_token()}"))
    bearer = {"Authorization": f"Bearer {stranger.lifecycle_token()}"}
    refused(
        requests.post(
            f"{stranger.app}/connect/installed", json=stranger.payload("installed"), headers=bearer, timeout=10
        )
    )


@pytest.mark.parametrize(
    "url",
    [
        "https://evil.example.com",
        "http://169.254.169.254",
        "https://atlassian.net.evil.com",
        "http://harbor.atlassian.net",
        "ftp://x.atlassian.net",
    ],
)
def test_a_site_we_may_not_call_is_not_installed(stranger: Host, url: str) -> None:
    """Platform 1.5 A.8: the address is checked before anything ever calls it."""
    reply = stranger.lifecycle(body=stranger.payload("installed", baseUrl=url))
    assert reply.status_code == 400
    assert "NORTHSTAR_ALLOWED_HOSTS" in reply.text


@pytest.mark.parametrize("missing", ["sharedSecret", "baseUrl", "clientKey", "productType"])
def test_an_incomplete_notice_names_the_field(stranger: Host, missing: str) -> None:
    reply = stranger.lifecycle(body=stranger.payload("installed", **{missing: None}))
    assert reply.status_code == 400
    assert missing in reply.json()["errors"]


# --- iframes and context tokens --------------------------------------------------------------------------------------


def test_the_descriptors_pages_open_with_the_hosts_token(host: Host) -> None:
    descriptor = requests.get(f"{host.app}/atlassian-connect.json", timeout=10).json()
    assert descriptor["baseUrl"] == host.app
    modules = descriptor["modules"]
    urls = [page["url"] for kind in ("generalPages", "adminPages") for page in modules[kind]]
    urls += [
        modules["postInstallPage"]["url"],
        modules["jiraIssueContents"][0]["target"]["url"],
        modules["dynamicContentMacros"][0]["url"],
    ]
    for url in urls:
        path = re.sub(r"\{[^}]+\}", "10001", url)
        reply = host.get(path, host.token("GET", path))
        assert reply.status_code == 200, path
        assert reply.headers["Content-Type"].startswith("text/html")
        assert "frame-ancestors" in reply.headers["Content-Security-Policy"]


def test_the_host_adds_parameters_of_its_own_and_signs_them(host: Host) -> None:
    path = PANEL + "&xdm_e=https%3A%2F%2Fharbor.atlassian.net&cp=&lic=none&cv=1001&x=a+b%20c%2Bd"
    assert host.get(path, host.token("GET", path)).status_code == 200


def test_a_person_may_be_absent_and_the_token_may_come_in_the_header(host: Host) -> None:
    assert host.get(PANEL, host.token("GET", PANEL, sub=None)).status_code == 200
    assert host.get(PANEL, header=f"JWT {host.token('GET', PANEL)}").status_code == 200


BAD_FRAMES: dict[str, Callable[[Host], str]] = {
    "wrong secret": lambda h: h.with_secret("another secret that nobody gave us!!").token("GET", PANEL),
    "other query": lambda h: h.token("GET", PANEL.replace("10001", "10002")),
    "other path": lambda h: h.token("GET", "/ui/home"),
    "other method": lambda h: h.token("POST", PANEL),
    "context token": lambda h: h.context_token(),
    "expired past the leeway": lambda h: h.token("GET", PANEL, iat=int(time.time()) - 400, exp=int(time.time()) - 60),
    "issued in the future": lambda h: h.token("GET", PANEL, iat=int(time.time()) + 600, exp=int(time.time()) + 700),
    "no hash": lambda h: h.token("GET", PANEL, qsh=None),
    "no expiry": lambda h: h.token("GET", PANEL, exp=None),
    "no issue instant": lambda h: h.token("GET", PANEL, iat=None),
    "valid for ten years": lambda h: h.token("GET", PANEL, exp=int(time.time()) + 10 * 365 * 86400),
    "unknown tenant": lambda h: h.token("GET", PANEL, iss="nobody"),
    "install token": lambda h: jwt.encode(
        h.claims(qsh("GET", h.app + PANEL)), h.keys.private, algorithm="RS256", headers={"kid": h.keys.kid}
    ),
    "alg none": lambda h: jwt.encode(h.claims(qsh("GET", h.app + PANEL)), None, algorithm="none"),
}


@pytest.mark.parametrize("why", BAD_FRAMES)
def test_an_iframe_is_refused(host: Host, why: str) -> None:
    reply = host.get(PANEL, BAD_FRAMES[why](host))
    assert reply.status_code == 401
    assert "Traceback" not in reply.text


def test_a_page_without_or_with_two_tokens_is_refused(host: Host) -> None:
    token = host.token("GET", PANEL)
    assert host.get(PANEL).status_code == 401
    assert host.get(PANEL, token, header=f"JWT {token}").status_code == 401
    assert host.get(PANEL, header=f"Bearer {token}").status_code == 401


def test_the_api_takes_context_tokens_only(host: Host) -> None:
    assert host.get(API, header=f"JWT {host.context_token()}").status_code == 200
    refused(host.get(API))
    refused(host.get(API, header=f"JWT {host.token('GET', API)}"))
    refused(host.get(API, header=f"JWT {host.with_secret('x' * 40).context_token()}"))
    refused(host.get(API, header=f"JWT {host.context_token(iss='nobody')}"))
    refused(host.get(API, header=f"JWT {host.context_token(iat=int(time.time()) - 400, exp=int(time.time()) - 60)}"))
    refused(host.get(API, header=f"JWT {host.lifecycle_token()}"))


# --- webhooks --------------------------------------------------------------------------------------------------------


def test_webhooks_are_received_once_and_always_acknowledged(host: Host) -> None:
    assert host.webhook(identifier="delivery-1").status_code == 204
    assert host.webhook(identifier="delivery-1").status_code == 204
    ignored = {"webhookEvent": "jira:issue_updated", "issue": {"id": "7", "key": "X-7"}, "unknown": [1]}
    assert host.webhook(body=ignored).status_code == 204


def test_webhooks_need_the_hosts_token_for_this_very_call(host: Host) -> None:
    refused(host.webhook(token=host.context_token()))
    refused(host.webhook(token=host.token("GET", "/connect/webhooks/jira")))
    refused(host.webhook(token=host.with_secret("y" * 40).token("POST", "/connect/webhooks/jira")))
    assert host.webhook(body=[]).status_code == 400


# --- re-install and uninstall ----------------------------------------------------------------------------------------


def test_a_second_install_rotates_the_secret_and_keeps_the_site(app: str, keys: KeyServer) -> None:
    first = Host(app=app, keys=keys, base_url="https://rotating.atlassian.net")
    assert first.lifecycle(body=first.payload("installed", cloudId="c-rotating")).status_code == 204
    cycle = {"key": "2027-Q1", "name": "Q1 2027", "kind": "quarter", "starts_on": "2027-01-01", "ends_on": "2027-03-31"}
    made = requests.post(app + API, json=cycle, headers={"Authorization": f"JWT {first.context_token()}"}, timeout=10)
    assert made.status_code == 201, made.text
    second = first.with_secret("second secret of this installation, as long")
    assert second.lifecycle(body=second.payload("installed", cloudId="c-rotating")).status_code == 204
    listed = second.get(API, header=f"JWT {second.context_token()}")
    assert "2027-Q1" in listed.text
    assert first.get(API, header=f"JWT {first.context_token()}").status_code == 200, (
        "calls signed a moment ago still count"
    )
    third = first.with_secret("third secret of this installation, as long!")
    assert third.lifecycle(body=third.payload("installed", cloudId="c-rotating")).status_code == 204
    refused(first.get(API, header=f"JWT {first.context_token()}"))


def test_sites_never_see_each_other(host: Host, app: str, keys: KeyServer) -> None:
    other = Host(app=app, keys=keys, base_url="https://other.atlassian.net")
    assert other.lifecycle(body=other.payload("installed", cloudId="c-other")).status_code == 204
    cycle = {"key": "SECRET-1", "name": "Theirs", "kind": "quarter", "starts_on": "2027-01-01", "ends_on": "2027-03-31"}
    made = requests.post(app + API, json=cycle, headers={"Authorization": f"JWT {other.context_token()}"}, timeout=10)
    assert made.status_code == 201, made.text
    assert "SECRET-1" not in host.get(API, header=f"JWT {host.context_token()}").text
    cycle_id = made.json()["id"]
    assert host.get(f"{API}/{cycle_id}", header=f"JWT {host.context_token()}").status_code == 404


def test_uninstalling_ends_every_door_and_installing_again_opens_them(app: str, keys: KeyServer) -> None:
    host = Host(app=app, keys=keys, base_url="https://leaving.atlassian.net")
    body = host.payload("installed", cloudId="c-leaving")
    assert host.lifecycle(body=body).status_code == 204
    refused(host.lifecycle("uninstalled", token=host.lifecycle_token("/connect/installed")))
    refused(host.lifecycle("uninstalled", token=host.token("POST", "/connect/uninstalled")))
    assert host.get(API, header=f"JWT {host.context_token()}").status_code == 200
    assert host.lifecycle("uninstalled").status_code == 204
    assert host.lifecycle("uninstalled").status_code == 204, "the aim is reached already"
    refused(host.get(API, header=f"JWT {host.context_token()}"))
    assert host.get(PANEL, host.token("GET", PANEL)).status_code == 401
    refused(host.webhook())
    assert host.lifecycle(body=body).status_code == 204
    assert host.get(API, header=f"JWT {host.context_token()}").status_code == 200


def test_a_stranger_may_say_goodbye(stranger: Host) -> None:
    assert stranger.lifecycle("uninstalled").status_code == 204


# --- what is left behind ----------------------------------------------------------------------------------------------


def test_keys_are_fetched_once_and_never_with_a_steered_address(host: Host) -> None:
    assert host.keys.asked.count(f"/keys/{host.keys.kid}") == 1
    assert all(re.fullmatch(r"/keys/[A-Za-z0-9][A-Za-z0-9._:-]*", path) for path in host.keys.asked)


def test_neither_log_nor_database_holds_a_secret(host: Host, folder: Path) -> None:
    host.get(PANEL, host.token("GET", PANEL))
    log = (folder / "northstar.log").read_text()
    assert not re.search(r"eyJ[A-Za-z0-9_-]{10,}\.", log), "a token stands in the log"
    for path in folder.glob("northstar.sqlite*"):
        assert host.secret.encode() not in path.read_bytes()
    assert host.secret not in log
