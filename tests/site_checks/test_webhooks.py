"""What is sent when, how it is signed, and how often."""

from __future__ import annotations

from typing import Any

import jwt
import pytest

from tests.site.jwt_qsh import qsh
from tests.site_checks.conftest import Wired


def _settled(wired: Wired) -> list[Any]:
    assert wired.site.webhooks.idle(timeout_s=10)
    return wired.receiver.at("/hooks")


def test_an_edit_says_what_changed_and_by_whom(wired: Wired) -> None:
    wired.control("issues/DEMO-1/fields", {"fields": {"Amount": 12, "summary": "Changed"}, "by": "5f-ben"})
    (call,) = _settled(wired)
    assert call.query == "key=DEMO-1"
    assert call.body["webhookEvent"] == "jira:issue_updated"
    assert call.body["user"]["accountId"] == "5f-ben"
    items = {item["fieldId"]: item for item in call.body["changelog"]["items"]}
    amount = wired.site.jira.fields.find("sample-app__amount")
    assert amount is not None
    assert items[amount.id]["field"] == "Amount"
    assert (items[amount.id]["fromString"], items[amount.id]["toString"]) == (None, "12")
    assert items["summary"]["toString"] == "Changed"
    assert call.body["issue"]["fields"][amount.id] == 12
    app = wired.site.app
    assert app is not None
    claims = jwt.decode(
        call.token, app.products["jira"].shared_secret, algorithms=["HS256"], options={"verify_aud": False}
    )
    assert claims["qsh"] == qsh("POST", "/hooks?key=DEMO-1")
    assert call.headers["X-Atlassian-Webhook-Flow"] == "Primary"


def test_an_edit_that_changes_nothing_sends_nothing(wired: Wired) -> None:
    wired.control("issues/DEMO-1/fields", {"fields": {"summary": "An epic to adopt"}})
    assert _settled(wired) == []


def test_the_apps_own_edit_comes_back_as_an_echo(wired: Wired) -> None:
    assert wired.call("PUT", "/rest/api/3/issue/DEMO-1", body={"fields": {"sample-app__amount": 3}}).status_code == 204
    (call,) = _settled(wired)
    assert wired.site.app is not None
    assert call.body["user"]["accountId"] == wired.site.app.account_id


def test_a_move_keeps_the_id_and_the_old_key_still_leads_there(wired: Wired) -> None:
    wired.control("projects", {"key": "NEXT", "name": "Next"})
    wired.control("issues/DEMO-2/move", {"project": "NEXT"})
    (call,) = _settled(wired)
    issue = wired.site.jira.get("DEMO-2")
    assert (call.body["issue"]["id"], call.body["issue"]["key"]) == (issue.id, "NEXT-1")
    assert wired.call("GET", "/rest/api/3/issue/DEMO-2").json()["key"] == "NEXT-1"


@pytest.mark.parametrize(("status", "times"), [(503, 3), (429, 3), (409, 3), (400, 1), (401, 1)])
def test_only_some_answers_are_retried(wired: Wired, status: int, times: int) -> None:
    """Source: platform.md 3.1."""
    wired.receiver.answers["/hooks"] = [status, status]
    wired.control("issues/DEMO-1/status", {"status": "In Progress"})
    assert wired.site.webhooks.idle(timeout_s=10)
    calls = _settled(wired)
    assert len(calls) == times
    assert len({call.headers["X-Atlassian-Webhook-Identifier"] for call in calls}) == 1
    assert [call.headers.get("X-Atlassian-Webhook-Retry") for call in calls] == [None, "1", "2"][:times]


def test_five_retries_and_no_more(wired: Wired) -> None:
    wired.receiver.answers["/hooks"] = [500] * 20
    wired.control("issues/DEMO-1/status", {"status": "In Progress"})
    assert len(_settled(wired)) == 6


@pytest.mark.parametrize(("fault", "times"), [("duplicate-webhooks", 2), ("drop-webhooks:1", 0)])
def test_faults_double_and_drop(wired: Wired, fault: str, times: int) -> None:
    wired.control("faults", {"add": [fault]})
    wired.control("issues/DEMO-1/status", {"status": "In Progress"})
    calls = _settled(wired)
    assert len(calls) == times
    assert len({call.headers["X-Atlassian-Webhook-Identifier"] for call in calls}) == min(times, 1)


def test_a_delivery_can_be_repeated_later(wired: Wired) -> None:
    wired.control("issues/DEMO-1/status", {"status": "In Progress"})
    (call,) = _settled(wired)
    wired.control("webhooks/again", {"identifier": call.headers["X-Atlassian-Webhook-Identifier"]})
    assert len(_settled(wired)) == 2


def test_create_and_delete_are_told(wired: Wired) -> None:
    wired.control("issues", {"project": "DEMO", "summary": "Short-lived"})
    import requests

    requests.delete(f"{wired.site.config.origin}/_site/issues/DEMO-14", timeout=5)
    events = [call.body["webhookEvent"] for call in _settled(wired)]
    assert sorted(events) == ["jira:issue_created", "jira:issue_deleted"]


def test_a_filter_is_obeyed(wire: Any) -> None:
    wired: Wired = wire(install=False)
    for module in wired.receiver.descriptor["modules"]["webhooks"]:
        module["filter"] = "issuetype = Bug"
    wired.control("install", {})
    wired.control("issues/DEMO-1/status", {"status": "Done"})
    wired.control("issues/DEMO-4/status", {"status": "Done"})
    assert [call.body["issue"]["key"] for call in _settled(wired)] == ["DEMO-4"]
