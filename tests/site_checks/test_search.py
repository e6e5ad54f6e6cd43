"""JQL and the ways of asking it. Source: platform.md section 3."""

from __future__ import annotations

import contextlib
from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.site.jira.jql import BadJql, parse
from tests.site_checks.conftest import Wired

_JQL = "/rest/api/3/search/jql"


def _keys(wired: Wired, jql: str, **more: Any) -> list[str]:
    sent = {"jql": jql, "fields": ["key"], "maxResults": 100, **more}
    reply = wired.call("POST", _JQL, body=sent)
    assert reply.status_code == 200, reply.text
    return [issue["key"] for issue in reply.json()["issues"]]


def _filled(wired: Wired) -> None:
    jira = wired.site.jira
    wired.call("POST", "/rest/api/3/field/sample-app__tags/option", body={"value": "red"})
    wired.call("POST", "/rest/api/3/field/sample-app__tags/option", body={"value": "blue"})
    jira.edit("DEMO-2", {"sample-app__tags": [1, 2], "sample-app__amount": 5, "assignee": "5f-ben"}, by="5f-ada")
    jira.edit("DEMO-3", {"sample-app__tags": [2], "sample-app__amount": 9}, by="5f-ada")
    jira.edit("DEMO-4", {"assignee": "5f-cleo", "labels": ["urgent"]}, by="5f-ada")
    jira.set_property("DEMO-5", "sample.data", {"kind": "x", "progress": {"percent": 70}}, "5f-ada")
    jira.change_status("DEMO-6", "Done", "5f-ada")
    jira.change_status("DEMO-7", "In Review", "5f-ada")


# 13 issues: DEMO-1 is the epic, then Story, Task, Bug in turn; every third of them is the epic's child.
QUERIES = [
    ("key = DEMO-3", [3]),
    ("key in (DEMO-3, demo-4) order by key", [3, 4]),
    ("id in (10001, 10002) ORDER BY key ASC", [2, 3]),
    ("issue in (DEMO-3, 10001) order by key", [2, 3]),
    ("project = DEMO and issuetype = Epic", [1]),
    ("project = Demo and type in (Epic)", [1]),
    ("parent = DEMO-1 order by key", [2, 5, 8, 11]),
    ("parent = DEMO-1 and parent = DEMO-1 and key != DEMO-2 order by key", [5, 8, 11]),
    ("parent in (DEMO-1) and not key in (DEMO-2, DEMO-5) order by key desc", [11, 8]),
    ("status = Done", [6]),
    ('statusCategory = "In Progress"', [7]),
    ("statusCategory = Done or status = 'In Review' order by key", [6, 7]),
    ("statusCategory != 'To Do' order by key", [6, 7]),
    ("resolution is not EMPTY", [6]),
    ("assignee = 5f-ben", [2]),
    ("assignee in (5f-ben, 5f-cleo) order by key", [2, 4]),
    ("assignee != 5f-ben", [4]),
    ("labels = urgent", [4]),
    ('"Key results" is EMPTY and key in (DEMO-1)', None),
    ("Tags = red", [2]),
    ("Tags = 2 order by key", [2, 3]),
    ("Tags in (red, blue) order by key", [2, 3]),
    ("Tags is EMPTY and key in (DEMO-2, DEMO-4)", [4]),
    ("Amount > 5", [3]),
    ("Amount >= 5 order by key", [2, 3]),
    ("cf[AMOUNT] >= 5 and cf[AMOUNT] < 9", [2]),
    ("sampleKind = x", [5]),
    ("Shown > 50", [5]),
    ("issue.property[sample.data].kind = x", [5]),
    ('issue.property["sample.data"].progress.percent >= 70', [5]),
    ('summary ~ "plain work" and key in (DEMO-1, DEMO-2)', [2]),
    ("updated >= -30m and key = DEMO-2", [2]),
    ('updated >= "2020-01-01 10:00" and key = DEMO-2', [2]),
    ("updated < 2020-01-01 and key = DEMO-2", []),
    ("created > now() or key = DEMO-1", [1]),
    ("(key = DEMO-1 or key = DEMO-2) and (issuetype = Epic)", [1]),
]


def test_a_table_of_queries(wired: Wired) -> None:
    _filled(wired)
    amount = wired.site.jira.fields.find("sample-app__amount")
    assert amount is not None
    number = amount.id.removeprefix("customfield_")
    for jql, wanted in QUERIES:
        text = jql.replace("AMOUNT", number)
        if wanted is None:
            assert wired.call("POST", _JQL, body={"jql": text}).status_code == 400, text
        else:
            assert _keys(wired, text) == [f"DEMO-{n}" for n in wanted], text


@pytest.mark.parametrize(
    ("jql", "says"),
    [
        ("", "Unbounded JQL"),
        ("order by updated", "Unbounded JQL"),
        ("nonsense = 1", "Field 'nonsense' does not exist"),
        ("key = DEMO-99", "An issue with key 'DEMO-99' does not exist"),
        ("project = NOPE", "The value 'NOPE' does not exist"),
        ("issuetype = Saga", "The value 'Saga' does not exist"),
        ("updated >= yesterday", "Date value 'yesterday' is invalid"),
        ("project = DEMO and", "Expecting"),
        ("project", "Expecting operator"),
        ("project = DEMO extra", "Expecting either 'OR' or 'AND'"),
        ("Amount = lots", "invalid number"),
    ],
)
def test_bad_queries_say_what_is_wrong(wired: Wired, jql: str, says: str) -> None:
    reply = wired.call("POST", _JQL, body={"jql": jql})
    assert reply.status_code == 400
    assert says in reply.json()["errorMessages"][0]


def test_only_ids_come_unless_fields_are_asked(wired: Wired) -> None:
    reply = wired.call("POST", _JQL, body={"jql": "key = DEMO-1"}).json()
    assert reply == {"issues": [{"id": "10000"}], "isLast": True}
    asked = wired.call("GET", f"{_JQL}?jql={quote('key = DEMO-1')}&fields=summary").json()["issues"][0]
    assert asked["fields"] == {"summary": "An epic to adopt"}


@pytest.mark.parametrize("faults", [[], ["short-pages"]])
def test_pages_by_token_give_everything_once(wired: Wired, faults: list[str]) -> None:
    wired.control("faults", {"add": faults})
    seen: list[str] = []
    sent: dict[str, Any] = {"jql": "project = DEMO", "maxResults": 5}
    while True:
        reply = wired.call("POST", _JQL, body=sent).json()
        assert "total" not in reply
        seen += [issue["id"] for issue in reply["issues"]]
        if reply["isLast"]:
            break
        sent["nextPageToken"] = reply["nextPageToken"]
    assert len(seen) == len(set(seen)) == 13


def test_a_token_belongs_to_its_query(wired: Wired) -> None:
    token = wired.call("POST", _JQL, body={"jql": "project = DEMO", "maxResults": 5}).json()["nextPageToken"]
    sent = {"jql": "project = DEMO and issuetype = Bug", "nextPageToken": token}
    assert wired.call("POST", _JQL, body=sent).status_code == 400


def test_the_old_search_is_gone(wired: Wired) -> None:
    assert wired.call("GET", "/rest/api/3/search?jql=x").status_code == 410
    assert wired.call("POST", "/rest/api/3/search", body={"jql": "x"}).status_code == 410


def test_the_index_may_lag_behind(wired: Wired) -> None:
    """Eventual consistency: reconcileIssues reads through, and the index catches up."""
    wired.control("faults", {"add": ["late-search"]})
    wired.control("issues/DEMO-2/status", {"status": "Done"})
    new = wired.control("issues", {"project": "DEMO", "summary": "New"})
    done = "project = DEMO and status = Done"
    assert _keys(wired, done) == []
    assert _keys(wired, done, reconcileIssues=[10001]) == ["DEMO-2"]
    assert new["key"] not in _keys(wired, "project = DEMO")
    wired.control("clock", {"seconds": 6})
    assert _keys(wired, done) == ["DEMO-2"]
    assert new["key"] in _keys(wired, "project = DEMO")


def test_what_may_not_be_seen_is_not_found(wired: Wired) -> None:
    wired.control("projects", {"key": "HID", "name": "Hidden", "members": ["5f-ada"]})
    wired.control("issues", {"project": "HID", "summary": "Secret"})
    assert _keys(wired, "project = HID") == ["HID-1"]
    wired.control("projects/HID", {"bars_apps": True})
    assert _keys(wired, "project = HID") == []
    assert wired.call("GET", "/rest/api/3/issue/HID-1").status_code == 404


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    """Whatever is typed, the answer is a query or a message, never another exception."""
    with contextlib.suppress(BadJql):
        parse(text)
