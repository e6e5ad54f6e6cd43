"""Every Jira endpoint of the site, called as an app, against Atlassian's OpenAPI document."""

from __future__ import annotations

from typing import Any

import pytest
import requests

from tests.shared import need_shared
from tests.site_checks.answers import problems
from tests.site_checks.conftest import Wired

_ADMIN = ["READ", "WRITE", "DELETE", "ADMIN"]


@pytest.fixture
def full(wire: Any) -> Wired:
    """Return a site where every kind of value exists, and an app with every scope."""
    need_shared()
    wired: Wired = wire(install=False)
    wired.receiver.descriptor["scopes"] = _ADMIN
    wired.control("install", {})
    wired.call("POST", "/rest/api/3/field/sample-app__tags/option", body={"value": "red"})
    epic = wired.site.jira.get("DEMO-1")
    jira = wired.site.jira
    jira.edit(
        epic.id,
        {
            "sample-app__amount": 4.5, "sample-app__tags": [1], "assignee": "5f-ben", "labels": ["a"],
            "duedate": "2026-12-01", "description": "Two\nlines",
        },
        by="5f-ada",
    )  # fmt: skip
    jira.set_property(epic.id, "sample.data", {"progress": {"percent": 40}, "kind": "x"}, "5f-ada")
    jira.link("DEMO-2", "DEMO-3", "5f-ada")
    jira.change_status("DEMO-2", "Done", "5f-ada")
    jira.create(project="DEMO", issue_type="Subtask", summary="Part", by="5f-ada", fields={"parent": "DEMO-2"})
    return wired


def _new(**fields: Any) -> dict[str, Any]:
    return {"fields": {"project": {"key": "DEMO"}, "issuetype": {"name": "Epic"}, "summary": "New", **fields}}


# method, path, body, expected status
CALLS: list[tuple[str, str, Any, int]] = [
    ("GET", "/rest/api/3/serverInfo", None, 200),
    ("GET", "/rest/api/3/myself", None, 200),
    ("GET", "/rest/api/3/status", None, 200),
    ("GET", "/rest/api/3/field", None, 200),
    ("GET", "/rest/api/3/field/search?query=amount", None, 200),
    ("GET", "/rest/api/3/field/search?type=custom&maxResults=1", None, 200),
    ("POST", "/rest/api/3/field", {"name": "N", "type": "com.atlassian.jira.plugin.system.customfieldtypes:float"}, 201),
    ("POST", "/rest/api/3/screens/addToDefault/customfield_10016", None, 200),
    ("GET", "/rest/api/3/field/sample-app__tags/option", None, 200),
    ("POST", "/rest/api/3/field/sample-app__tags/option", {"value": "blue", "properties": {"a": 1}}, 200),
    ("GET", "/rest/api/3/field/sample-app__tags/option/1", None, 200),
    ("PUT", "/rest/api/3/field/sample-app__tags/option/1", {"id": 1, "value": "green"}, 200),
    ("DELETE", "/rest/api/3/field/sample-app__tags/option/1", None, 409),
    ("GET", "/rest/api/3/field/sample-app__tags/option/77", None, 404),
    ("GET", "/rest/api/3/project/search", None, 200),
    ("GET", "/rest/api/3/project/DEMO", None, 200),
    ("GET", "/rest/api/3/project/NOPE", None, 404),
    ("GET", "/rest/api/3/project/10000/hierarchy", None, 200),
    ("GET", "/rest/api/3/issuetype/project?projectId=10000", None, 200),
    ("GET", "/rest/api/3/issuetype/project?projectId=10000&level=1", None, 200),
    ("GET", "/rest/api/3/issue/createmeta/DEMO/issuetypes", None, 200),
    ("GET", "/rest/api/3/issue/createmeta/DEMO/issuetypes/10000", None, 200),
    ("POST", "/rest/api/3/issue", _new(), 201),
    ("POST", "/rest/api/3/issue", _new(nonsense=1), 400),
    ("GET", "/rest/api/3/issue/DEMO-1", None, 200),
    ("GET", "/rest/api/3/issue/DEMO-1?expand=changelog,names&properties=*all", None, 200),
    ("GET", "/rest/api/3/issue/DEMO-2?fields=summary,status,parent,issuelinks,subtasks", None, 200),
    ("GET", "/rest/api/3/issue/DEMO-999", None, 404),
    ("PUT", "/rest/api/3/issue/DEMO-1", {"fields": {"summary": "Other"}}, 204),
    ("PUT", "/rest/api/3/issue/DEMO-1?returnIssue=true", {"fields": {"summary": "Third"}}, 200),
    ("PUT", "/rest/api/3/issue/DEMO-1", {"fields": {"summary": ""}}, 400),
    ("DELETE", "/rest/api/3/issue/DEMO-5", None, 204),
    ("DELETE", "/rest/api/3/issue/DEMO-2", None, 400),
    ("GET", "/rest/api/3/issue/DEMO-1/editmeta", None, 200),
    ("GET", "/rest/api/3/issue/DEMO-1/transitions", None, 200),
    ("POST", "/rest/api/3/issue/DEMO-1/transitions", {"transition": {"id": "21"}}, 204),
    ("POST", "/rest/api/3/issue/DEMO-1/transitions", {"transition": {"id": "5"}}, 400),
    ("GET", "/rest/api/3/issue/DEMO-1/properties", None, 200),
    ("GET", "/rest/api/3/issue/DEMO-1/properties/sample.data", None, 200),
    ("PUT", "/rest/api/3/issue/DEMO-1/properties/sample.data", {"a": 1}, 200),
    ("PUT", "/rest/api/3/issue/DEMO-1/properties/sample.new", {"a": 1}, 201),
    ("DELETE", "/rest/api/3/issue/DEMO-1/properties/sample.data", None, 204),
    ("GET", "/rest/api/3/issue/DEMO-1/properties/none", None, 404),
    ("POST", "/rest/api/3/issue/properties/multi", {"issues": [{"issueID": 10000, "properties": {"a": 1}}]}, 303),
    ("POST", "/rest/api/3/issue/properties/multi", {"issues": []}, 400),
    ("POST", "/rest/api/3/issue/bulkfetch", {"issueIdsOrKeys": ["DEMO-1", "DEMO-99"], "fields": ["*all"]}, 200),
    ("POST", "/rest/api/3/issue/bulkfetch", {"issueIdsOrKeys": []}, 400),
    ("GET", "/rest/api/3/issue/DEMO-1/changelog", None, 200),
    ("GET", "/rest/api/3/search/jql?jql=project%3DDEMO&fields=*all&maxResults=3", None, 200),
    ("POST", "/rest/api/3/search/jql", {"jql": "project = DEMO"}, 200),
    ("POST", "/rest/api/3/search/jql", {"jql": "order by key"}, 400),
    ("POST", "/rest/api/3/search/approximate-count", {"jql": "project = DEMO"}, 200),
    ("POST", "/rest/api/3/jql/match", {"jqls": ["project = DEMO", "x = 1"], "issueIds": [10000, 10001]}, 200),
    (
        "POST", "/rest/api/3/permissions/check",
        {
            "accountId": "5f-ben", "globalPermissions": ["ADMINISTER"],
            "projectPermissions": [{"permissions": ["EDIT_ISSUES"], "issues": [10000], "projects": [10000]}],
        },
        200,
    ),
    ("POST", "/rest/api/3/permissions/check", {"projectPermissions": [{"permissions": ["FLY"]}]}, 400),
    ("GET", "/rest/api/3/mypermissions?permissions=EDIT_ISSUES,ADMINISTER&projectKey=DEMO", None, 200),
    ("GET", "/rest/api/3/mypermissions", None, 400),
    ("GET", "/rest/api/3/user?accountId=5f-ben", None, 200),
    ("GET", "/rest/api/3/user?accountId=nobody", None, 404),
    ("GET", "/rest/api/3/user/bulk?accountId=5f-ben&accountId=5f-dov", None, 200),
    ("GET", "/rest/api/3/user/search?query=b", None, 200),
    ("GET", "/rest/api/3/user/assignable/search?project=DEMO", None, 200),
    ("GET", "/rest/api/3/issue/picker?query=epic", None, 200),
    ("GET", "/rest/api/3/issueLinkType", None, 200),
    (
        "POST", "/rest/api/3/issueLink",
        {"type": {"name": "Blocks"}, "inwardIssue": {"key": "DEMO-3"}, "outwardIssue": {"key": "DEMO-4"}}, 201,
    ),
    ("DELETE", "/rest/api/3/issueLink/10500", None, 204),
]  # fmt: skip


def test_every_answer_has_the_documented_shape(full: Wired) -> None:
    """Design 11: the simulator's own answers are validated against the specifications."""
    wrong = []
    for method, path, body, wanted in CALLS:
        reply = full.call(method, path, body=body)
        content = reply.json() if reply.content else None
        if reply.status_code != wanted:
            wrong.append(f"{method} {path}: {reply.status_code} instead of {wanted}: {reply.text[:200]}")
        wrong += problems("jira-v3", method, path.partition("?")[0], reply.status_code, content)
    assert not wrong, "\n".join(wrong)


def test_the_table_covers_every_route_but_the_removed_search(full: Wired) -> None:
    from tests.site.app import create_site

    app = create_site(full.site.config)
    served = {
        (method, str(rule).replace("<int:", "<"))
        for rule in app.url_map.iter_rules()
        if str(rule).startswith("/rest/api/3")
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    }
    matcher = app.url_map.bind("localhost")
    called = set()
    for method, path, _, _ in CALLS:
        rule, _arguments = matcher.match(path.partition("?")[0], method=method, return_rule=True)
        called.add((method, str(rule).replace("<int:", "<")))
    left = served - called - {("GET", "/rest/api/3/search"), ("POST", "/rest/api/3/search")}
    # Asked in tests of their own: by the address a bulk write gives, and by those who may.
    assert left == {("GET", "/rest/api/3/task/<number>"), ("POST", "/rest/api/3/changelog/bulkfetch")}


def test_a_bulk_write_of_properties_is_a_task(full: Wired) -> None:
    body = {"issues": [{"issueID": 10000, "properties": {"b": {"c": 1}}}, {"issueID": 1, "properties": {"b": 1}}]}
    reply = full.call("POST", "/rest/api/3/issue/properties/multi", body=body)
    path = reply.headers["Location"].removeprefix(full.site.config.origin)
    task = full.call("GET", path)
    assert problems("jira-v3", "GET", path, 200, task.json()) == []
    assert task.json()["status"] == "COMPLETE"
    assert full.site.jira.get("DEMO-1").properties["b"] == {"c": 1}


def test_bulk_changelogs_are_for_people_and_forge_but_not_for_connect(full: Wired) -> None:
    """Source: the specification marks the operation INACCESSIBLE for Connect apps."""
    path, sent = "/rest/api/3/changelog/bulkfetch", {"issueIdsOrKeys": ["DEMO-1", "DEMO-2"], "maxResults": 1}
    assert full.call("POST", path, body=sent).status_code == 403
    ada = full.site.accounts.get("5f-ada")
    reply = requests.post(full.site.config.origin + path, json=sent, auth=(ada.email, ada.api_token), timeout=5)
    assert problems("jira-v3", "POST", path, reply.status_code, reply.json()) == []
    assert len(reply.json()["issueChangeLogs"]) == 1
    assert reply.json()["nextPageToken"]


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("GET", "/rest/api/3/issue/DEMO-1", {"id": 1}),
        ("GET", "/rest/api/3/issue/DEMO-1", {"surprise": "x"}),
        ("GET", "/rest/api/3/field", [{"schema": {"items": "x"}}]),
        ("POST", "/rest/api/3/search/jql", {"issues": {}}),
        ("GET", "/rest/api/3/project/search", {"values": [{"style": "old"}]}),
    ],
)
def test_the_check_itself_can_fail(method: str, path: str, body: Any) -> None:
    need_shared()
    assert problems("jira-v3", method, path, 200, body)
