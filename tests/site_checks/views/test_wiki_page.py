"""Wiki pages in a browser: reading, editing by hand, history, tasks, files."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import html

from tests.site.state import Site
from tests.site.wiki.model import Page

_TASKS = (
    "<ac:task-list><ac:task><ac:task-status>incomplete</ac:task-status><ac:task-body>Call</ac:task-body></ac:task>"
    "<ac:task><ac:task-status>incomplete</ac:task-status><ac:task-body>Write</ac:task-body></ac:task></ac:task-list>"
)


@pytest.fixture
def page(site: Site) -> Page:
    """Return a page with a task list."""
    space = site.wiki.space_by_key("DEMO")
    made: Page = site.wiki.create(
        space_id=space.id, title="Plan", body=_TASKS, parent_id=space.homepage_id, by="5f-ada"
    )
    return made


def _path(page: Page) -> str:
    return f"/wiki/spaces/DEMO/pages/{page.id}"


def test_people_edit_the_source_and_the_history_says_who(site: Site, browser_of: Any, page: Page) -> None:
    """What a person writes between two publications is a version by that person."""
    ben = browser_of("5f-ben")
    form = html.fromstring(ben.get(_path(page) + "/edit").text).forms[0]
    values = {**form.form_values_dict} if hasattr(form, "form_values_dict") else dict(form.form_values())
    assert values["body"] == page.body
    saved = ben.post(_path(page) + "/edit", data={**values, "body": "<p>By hand\r\n</p>", "message": "typo"})
    assert saved.status_code == 200
    assert page.body == "<p>By hand\n</p>"
    assert (page.version.number, page.version.author_id, page.version.message) == (2, "5f-ben", "typo")
    rows = html.fromstring(ben.get(_path(page) + "/history").text).find(".//tbody")
    assert [" ".join(row.text_content().split()).split(" ")[0] for row in rows] == ["Current", "v."]
    assert "Write" in ben.get(_path(page) + "?version=1").text


def test_what_confluence_refuses_is_said_above_the_form(site: Site, browser_of: Any, page: Page) -> None:
    """The text typed is not lost."""
    answer = browser_of("5f-ben").post(
        _path(page) + "/edit", data={"number": "1", "title": "Plan", "body": "<p>half", "message": ""}
    )
    assert answer.status_code == 400
    assert "Error parsing xhtml" in answer.text
    assert "&lt;p&gt;half" in answer.text
    stale = browser_of("5f-ben").post(
        _path(page) + "/edit", data={"number": "0", "title": "Plan", "body": "<p/>", "message": ""}
    )
    assert stale.status_code == 409


def test_a_tick_is_kept_and_changes_nothing_else(site: Site, browser_of: Any, page: Page) -> None:
    """Only the second task's status differs; unknown ids change nothing."""
    before = page.body
    ben = browser_of("5f-ben")
    assert ben.post(f"/wiki/_browser/pages/{page.id}/tasks/2", json={"done": True}).json() == {"version": 2}
    head, _, tail = before.rpartition("incomplete")
    assert page.body == f"{head}complete{tail}"
    assert ben.post(f"/wiki/_browser/pages/{page.id}/tasks/9", json={"done": True}).json() == {"version": 2}


def test_the_page_follows_jira_without_a_new_version(site: Site, browser_of: Any, page: Page) -> None:
    """A Jira macro shows what the query finds now, so the body differs while the version stands."""
    macro = (
        '<ac:structured-macro ac:name="jira"><ac:parameter ac:name="key">DEMO-2</ac:parameter></ac:structured-macro>'
    )
    site.wiki.update(page=page, number=2, title="Plan", body=macro, by="5f-ada")
    ben = browser_of("5f-ben")
    first = ben.get(f"/wiki/_browser/pages/{page.id}").json()["fragments"]
    site.jira.change_status("DEMO-2", "Done", "5f-ben")
    second = ben.get(f"/wiki/_browser/pages/{page.id}").json()["fragments"]
    assert {name for name in second if second[name]["hash"] != first[name]["hash"]} == {"body"}
    assert page.version.number == 2


def test_files_that_are_no_pictures_do_not_open(site: Site, browser_of: Any, page: Page) -> None:
    """An attached HTML file is a download, sandboxed."""
    site.wiki.attach(
        page=page,
        filename="x.html",
        media_type="text/html",
        content=b"<script>",
        by="5f-ada",
        comment="",
        replace=False,
    )
    answer = browser_of("5f-ben").get(f"/wiki/download/attachments/{page.id}/x.html")
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["Content-Security-Policy"] == "sandbox"


@pytest.mark.parametrize("path", ["/wiki/spaces/NONE", "/wiki/spaces/DEMO/pages/1", "/wiki/x/1"])
def test_what_is_not_there_is_said_kindly(site: Site, browser_of: Any, path: str) -> None:
    """With a way out."""
    answer = browser_of("5f-ben").get(path)
    assert answer.status_code == 404
    assert "Back to all spaces" in answer.text
