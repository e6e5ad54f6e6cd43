"""Every Confluence endpoint of the site, called as an app, against Atlassian's OpenAPI documents."""

from __future__ import annotations

from typing import Any

import pytest

from tests.shared import need_shared
from tests.site_checks.answers import operation, problems
from tests.site_checks.wiki.conftest import Wiki, storage

V2, V1 = "/wiki/api/v2", "/wiki/rest/api"

# method, path with {names}, body, status
CALLS: list[tuple[str, str, Any, int]] = [
    ("GET", f"{V2}/spaces?keys=DEMO", None, 200),
    ("GET", f"{V2}/spaces?ids={{space}}&limit=1", None, 200),
    ("GET", f"{V2}/spaces/{{space}}", None, 200),
    ("GET", f"{V2}/spaces/{{space}}/pages?body-format=storage", None, 200),
    ("GET", f"{V2}/pages?space-id={{space}}&title=One&body-format=storage", None, 200),
    ("GET", f"{V2}/pages?id={{page}},{{child}}", None, 200),
    ("POST", f"{V2}/pages", {"spaceId": "{space}", "status": "current", "title": "New", "body": storage("<p/>")}, 200),
    ("POST", f"{V2}/pages", {"spaceId": "{space}", "title": "One", "body": storage("<p/>")}, 400),
    ("GET", f"{V2}/pages/{{page}}", None, 200),
    ("GET", f"{V2}/pages/{{page}}?body-format=storage&include-labels=true&include-properties=true", None, 200),
    ("GET", f"{V2}/pages/{{page}}?body-format=view", None, 200),
    ("GET", f"{V2}/pages/{{page}}?version=1&body-format=storage", None, 200),
    ("GET", f"{V2}/pages/999", None, 404),
    (
        "PUT",
        f"{V2}/pages/{{page}}",
        {"id": "{page}", "status": "current", "title": "One", "body": storage("<p>2</p>"), "version": {"number": 2}},
        200,
    ),
    ("PUT", f"{V2}/pages/{{page}}/title", {"status": "current", "title": "Renamed"}, 200),
    ("DELETE", f"{V2}/pages/{{child}}", None, 204),
    ("GET", f"{V2}/pages/{{page}}/direct-children", None, 200),
    ("GET", f"{V2}/pages/{{page}}/descendants?depth=3", None, 200),
    ("GET", f"{V2}/pages/{{child}}/ancestors", None, 200),
    ("GET", f"{V2}/pages/{{page}}/versions?body-format=storage", None, 200),
    ("GET", f"{V2}/pages/{{page}}/properties?key=okr.report", None, 200),
    ("POST", f"{V2}/pages/{{page}}/properties", {"key": "other", "value": {"a": [1]}}, 200),
    ("GET", f"{V2}/pages/{{page}}/properties/{{property}}", None, 200),
    (
        "PUT",
        f"{V2}/pages/{{page}}/properties/{{property}}",
        {"key": "okr.report", "value": 2, "version": {"number": 2, "message": "m"}},
        200,
    ),
    ("DELETE", f"{V2}/pages/{{page}}/properties/{{property}}", None, 204),
    ("GET", f"{V2}/pages/{{page}}/labels", None, 200),
    ("GET", f"{V2}/pages/{{page}}/attachments?filename=a.png", None, 200),
    ("GET", f"{V2}/attachments/{{file}}", None, 200),
    ("DELETE", f"{V2}/attachments/{{file}}", None, 204),
    ("POST", f"{V1}/content/{{page}}/label", [{"prefix": "global", "name": "okr-2027q1"}], 200),
    ("DELETE", f"{V1}/content/{{page}}/label?name=okr", None, 204),
    ("DELETE", f"{V1}/content/{{page}}/label/okr", None, 204),
    ("GET", f"{V1}/content/{{page}}/restriction/byOperation/read", None, 200),
    ("GET", f"{V1}/search?cql=label%20%3D%20okr&limit=5", None, 200),
    ("GET", f"{V1}/user/current", None, 200),
    ("GET", f"{V1}/user?accountId=5f-ben", None, 200),
]


@pytest.mark.parametrize(("method", "path", "body", "status"), CALLS, ids=[f"{c[0]} {c[1]} {c[3]}" for c in CALLS])
def test_answer_has_the_documented_shape(wiki: Wiki, method: str, path: str, body: Any, status: int) -> None:
    """Issue 2, point 9: the site's answers are Confluence's answers."""
    need_shared()
    names = _filled(wiki)
    answer = wiki.call(method, _with(path, names), _with(body, names))
    assert answer.status_code == status, answer.text
    found = answer.json() if answer.content else None
    spec, spec_path = _spec(_with(path, names).partition("?")[0])
    assert problems(spec, method, spec_path, status, found) == []


def test_uploads_have_the_documented_shape(wiki: Wiki) -> None:
    """Multipart answers are checked apart: they cannot be sent as JSON."""
    need_shared()
    page = wiki.new_page("Files")
    path = f"{V1}/content/{page['id']}/child/attachment"
    for method in ("POST", "PUT"):
        answer = wiki.upload(page["id"], "a.png", b"1", method=method)
        assert answer.status_code == 200
        assert problems("confluence-v1", method, path, 200, answer.json()) == []


def test_what_atlassian_removed_is_gone(wiki: Wiki) -> None:
    """platform.md section 5: v1 content answers 410 and is not in the documents either."""
    need_shared()
    page = wiki.new_page("Gone")
    for method, path in (("GET", f"/content/{page['id']}"), ("POST", "/content"), ("PUT", f"/content/{page['id']}")):
        assert wiki.call(method, V1 + path).status_code == 410
        with pytest.raises(AssertionError):
            operation("confluence-v1", method, V1 + path)


def _filled(wiki: Wiki) -> dict[str, str]:
    page = wiki.new_page("One", '<p>one</p><ac:structured-macro ac:name="toc"/>')
    child = wiki.new_page("Two", parentId=page["id"])
    state = wiki.wired.site.wiki
    kept = state.set_property(page=state.pages[page["id"]], key="okr.report", value={"a": 1}, by="5f-ben")
    state.add_label(state.pages[page["id"]], "okr")
    file = wiki.upload(page["id"], "a.png", b"png").json()["results"][0]["id"]
    return {"space": wiki.space_id, "page": page["id"], "child": child["id"], "property": kept.id, "file": file}


def _with(value: Any, names: dict[str, str]) -> Any:
    if isinstance(value, str):
        for name, text in names.items():
            value = value.replace(f"{{{name}}}", text)
        return value
    if isinstance(value, dict):
        return {key: _with(inner, names) for key, inner in value.items()}
    return value


def _spec(path: str) -> tuple[str, str]:
    if path.startswith(V2):
        return "confluence-v2", path.removeprefix(V2)
    return "confluence-v1", path
