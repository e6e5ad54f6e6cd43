"""Installing, being told of changes, and calling back with the new secret, over real HTTP."""

import time

import pytest
import requests

from connect.errors import SiteGone
from connect.inbound.webhooks import WebhookHint
from connect.site import Product
from tests.outbound.conftest import Connected
from tests.site import lifecycle
from tests.site.state import Site


def wait_for(hints: list[WebhookHint], issue_id: str, *, timeout_s: float = 15.0) -> WebhookHint:
    """Return the first hint about an issue."""
    deadline = time.monotonic() + timeout_s
    while time.monotonic() < deadline:
        for hint in list(hints):
            if hint.issue_id == issue_id:
                return hint
        time.sleep(0.01)
    raise AssertionError(f"no webhook about {issue_id} within {timeout_s} s")


def test_both_products_of_a_site_install_the_app(connected: Connected, site: Site) -> None:
    jira, wiki = connected.installation(Product.JIRA), connected.installation(Product.CONFLUENCE)
    assert jira.base_url == site.config.origin
    assert wiki.base_url == f"{site.config.origin}/wiki"
    assert jira.cloud_id == wiki.cloud_id == site.cloud_id
    assert jira.shared_secret != wiki.shared_secret


def test_a_change_in_jira_becomes_a_hint(connected: Connected, site: Site) -> None:
    issue = site.jira.find("DEMO-3")
    assert issue
    site.jira.set_field(issue.id, "summary", "Renamed by a person", by="5f-ben")
    hint = wait_for(connected.hints, issue.id)
    assert (hint.event, hint.issue_key, hint.site_id) == ("jira:issue_updated", "DEMO-3", "site")


def test_a_new_install_brings_a_new_secret_that_calls_work_with(connected: Connected, site: Site) -> None:
    before = connected.installation(Product.JIRA)
    products = connected.products()
    products.jira(before).count(jql="project = DEMO")
    lifecycle.install(site, products=("jira",))
    after = connected.installation(Product.JIRA)
    assert after.shared_secret != before.shared_secret
    assert products.jira(after).count(jql="project = DEMO") > 0
    with pytest.raises(SiteGone):
        products.jira(before).count(jql="project = DEMO")


def test_strangers_are_refused_in_both_directions(connected: Connected, site: Site) -> None:
    app = site.app
    assert app
    token = app.context_token("jira", "5f-ada")
    for path in ("/connect/installed", "/connect/uninstalled", "/connect/webhooks/jira"):
        reply = requests.post(connected.url + path, json={}, headers={"Authorization": f"JWT {token}"}, timeout=5)
        assert (reply.status_code, reply.json()["code"]) == (401, "token_refused")
