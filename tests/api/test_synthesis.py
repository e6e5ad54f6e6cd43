"""Measured histories, the Synthesizer and divergence through the API, over a Jira with a handful of linked issues."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any, cast

import pytest
from flask import Flask
from flask.testing import FlaskClient

from connect.outbound.shapes import Field, IssueDetail, IssueLink, IssueSnapshot, Project
from service.domain.history import History
from service.domain.model import Initiative, Issue
from service.usecases.needs import Needs
from tests.browser.company import SITE_ID
from tests.browser.stage import FourPeople

API = "/api/v1"
AT = datetime(2026, 11, 1, tzinfo=UTC)


def detail(id: str, key: str, *needs: str, done_at: datetime | None = None) -> IssueDetail:
    return IssueDetail(
        id=id,
        key=key,
        summary=f"Work {key}",
        status="Done" if done_at else "Open",
        category="done" if done_at else "new",
        project_key=key.split("-")[0],
        created_at=AT,
        updated_at=done_at or AT,
        category_changed_at=done_at,
        links=tuple(IssueLink(other_id=each, says="is blocked by", kind="Blocks", side="inward") for each in needs),
    )


class LinkedIssues(FourPeople):
    """A Jira that knows a few issues and their links."""

    issues = (
        detail("1", "GROW-1", "2"),
        detail("2", "PAY-2"),
        detail("3", "GROW-3", done_at=datetime(2026, 11, 2, tzinfo=UTC)),
    )

    def details(self, *, issue_ids: Collection[str], **_: object) -> tuple[IssueDetail, ...]:
        return tuple(each for each in self.issues if each.id in issue_ids)

    def search_details(self, *, jql: str, **_: object) -> Iterator[IssueDetail]:
        return iter(each for each in self.issues if each.category == "done" and "statusCategory" in jql)

    def fields(self) -> tuple[Field, ...]:
        return ()

    def project(self, *, key: str) -> Project:
        return Project(id=f"id-{key}", key=key, name=key)

    def get_issue(self, **_: object) -> IssueSnapshot:
        raise AssertionError("nothing here reads one issue")


@pytest.fixture
def needs(app: Flask) -> Needs:
    """Put the linked issues behind the API."""
    changed = replace(app.extensions["northstar"], jira=lambda _: cast(Any, LinkedIssues()))
    app.extensions["northstar"] = changed
    return changed


@pytest.fixture
def linked(needs: Needs, make: Callable[..., Any], plan: dict[str, Any]) -> dict[str, Any]:
    """A second team, and an initiative of the first that waits for it."""
    other = make("/teams", name="Payments", project_key="PAY")
    with needs.store.transaction() as tx:
        for each in LinkedIssues.issues[::2]:
            tx.issues.put(site_id=SITE_ID, item=Issue(id=each.id, key=each.key, summary=each.summary))
        link = Initiative(key_result_id=plan["key_result"]["id"], issue_id="1", linked_at=AT)
        tx.initiatives.link(site_id=SITE_ID, initiative=link)
    return plan | {"other": other}


def test_a_synthesis_from_nothing_to_an_accepted_request(client: FlaskClient, linked: dict[str, Any]) -> None:
    path = f"{API}/cycles/{linked['cycle']['id']}"
    assert client.get(f"{path}/synthesis").get_json() == {"run": None, "requests": []}
    answer = client.post(f"{path}/synthesis")
    assert answer.status_code == 200, answer.text
    found = answer.get_json()
    (finding,) = found["run"]["findings"]
    assert (finding["kind"], finding["path"]) == ("unrecognised_dependency", ["GROW-1", "PAY-2"])
    (request,) = found["requests"]
    assert (request["id"], request["other_team_id"]) == (finding["id"], linked["other"]["id"])
    said = f"{path}/requests/{request['id']}/answer"
    silent = client.post(said, json={"accepts": False})
    assert (silent.status_code, silent.get_json()["code"]) == (422, "reason_missing")
    no = client.post(said, json={"accepts": False, "reason": "Not before May."}).get_json()
    assert (no["state"], no["reason"]) == ("declined", "Not before May.")
    assert len(client.get(f"{path}/synthesis").get_json()["run"]["findings"]) == 1
    assert client.post(said, json={"accepts": True}).get_json()["state"] == "accepted"
    assert client.get(f"{path}/synthesis").get_json()["run"]["findings"] == []
    assert client.post(f"{path}/requests/{'0' * 32}/answer", json={"accepts": True}).status_code == 404


def test_divergence_and_its_allowance(client: FlaskClient, linked: dict[str, Any]) -> None:
    path = f"{API}/teams/{linked['team']['id']}"
    found = client.get(f"{path}/divergence?cycle_id={linked['cycle']['id']}")
    assert found.status_code == 200, found.text
    shown = found.get_json()
    assert [each["key"] for each in shown["orphan_work"]["orphans"]] == ["GROW-3"]
    assert (shown["orphan_work"]["allowance"], shown["orphan_work"]["is_within"]) == (0.4, False)
    assert shown["key_results"][0]["divergence"]["quadrant"] == "not_started"
    assert len(shown["key_results"][0]["effort"]) == len(shown["key_results"][0]["instants"])
    refused = client.put(f"{path}/allowance", json={"share": 40})
    assert (refused.status_code, refused.get_json()["field"]) == (422, "share")
    assert client.put(f"{path}/allowance", json={"share": 1}).get_json()["share"] == 1
    again = client.get(f"{path}/divergence?cycle_id={linked['cycle']['id']}").get_json()
    assert again["orphan_work"]["is_within"]
    assert client.get(f"{path}/divergence").status_code == 400


def test_a_history_is_asked_for_read_and_judged(client: FlaskClient, needs: Needs, plan: dict[str, Any]) -> None:
    path = f"{API}/key-results/{plan['key_result']['id']}"
    assert client.get(f"{path}/history").status_code == 404
    refused = client.post(f"{path}/history")
    assert (refused.status_code, refused.get_json()["code"]) == (422, "not_replayable")
    assert client.get(f"{path}/do-nothing").get_json()["verdict"] == "not_enough_history"
    measured = History(
        starts_at=AT - timedelta(weeks=12),
        values=(None, *(40.0 + week for week in range(12))),
        asked="count of JQL project = GROW",
        measured_at=AT,
        issue_count=7,
        digest="ab" * 32,
    )
    with needs.store.transaction() as tx:
        tx.histories.put(site_id=SITE_ID, key_result_id=plan["key_result"]["id"], history=measured)
    shown = client.get(f"{path}/history").get_json()
    assert len(shown["points"]) == 12
    assert shown["provenance"].startswith("count of JQL project = GROW | 12 weeks from 7 issues")
    verdict = client.get(f"{path}/do-nothing").get_json()
    assert (verdict["verdict"], verdict["weeks"]) == ("wish", 12)
    why = {"reason": "data_fix", "explanation": "Measured instead of guessed.", "notified": ["acc-ines"]}
    taken = client.post(f"{path}/baseline", json=why)
    assert taken.status_code == 200, taken.text
    assert taken.get_json()["baseline"] == 51.0
