"""The issue view: what it shows, what people may change there, and how it keeps itself fresh."""

from __future__ import annotations

from typing import Any

from lxml import html

from tests.site.state import Site


def test_it_shows_the_issue_with_the_apps_panel(site: Site, browser_of: Any) -> None:
    """Issue 2, point 1: fields, children and the panel's title from the descriptor."""
    page = html.fromstring(browser_of("5f-ben").get("/browse/DEMO-1").text)
    text = " ".join(page.text_content().split())
    for word in ("An epic to adopt", "Child issues 4", "Amount", "Ada Lovell created this issue"):
        assert word in text
    frame = page.find_class("ac-frame")[0]
    assert frame.get("data-module") == "panel"
    assert '"issue.key": "DEMO-1"' in frame.get("data-params")


def test_a_number_typed_here_is_a_change_by_that_person(site: Site, browser_of: Any) -> None:
    """The product reads such a change as a check-in; the changelog must say who."""
    ben = browser_of("5f-ben")
    field_id = site.jira.fields.find("framed__amount").id  # type: ignore[union-attr]
    answer = ben.post("/_browser/issues/DEMO-1/fields", json={"field": field_id, "value": "1,234.5"})
    assert answer.status_code == 200
    issue = site.jira.get("DEMO-1")
    assert issue.values[field_id] == 1234.5
    assert issue.histories[-1].author == "5f-ben"
    assert "1,234.5" in ben.get("/_browser/issues/DEMO-1").json()["fragments"]["app_fields"]["html"]


def test_what_cannot_be_saved_is_said(site: Site, browser_of: Any) -> None:
    """A word in a number field, an empty summary, a right that is missing."""
    ben = browser_of("5f-ben")
    field_id = site.jira.fields.find("framed__amount").id  # type: ignore[union-attr]
    refused = ben.post("/_browser/issues/DEMO-1/fields", json={"field": field_id, "value": "many"})
    assert (refused.status_code, refused.json()["message"]) == (400, "“many” is not a number.")
    refused = ben.post("/_browser/issues/DEMO-1/fields", json={"field": "summary", "value": " "})
    assert refused.json()["message"] == "You must specify a summary of the issue."
    site.jira.project("DEMO").revoked["5f-ben"] = {"EDIT_ISSUES"}  # type: ignore[union-attr]
    assert ben.post("/_browser/issues/DEMO-1/fields", json={"field": "summary", "value": "x"}).status_code == 403
    assert b"data-edit" not in ben.get("/browse/DEMO-1").content


def test_only_what_changed_is_sent_again(site: Site, browser_of: Any) -> None:
    """The ETag stands while nothing happens; one status moves two parts and the activity."""
    ben = browser_of("5f-ben")
    first = ben.get("/_browser/issues/DEMO-1")
    tag = {"If-None-Match": first.headers["ETag"]}
    assert ben.get("/_browser/issues/DEMO-1", headers=tag).status_code == 304
    assert ben.post("/_browser/issues/DEMO-2/status", json={"status": "Done"}).status_code == 200
    second = ben.get("/_browser/issues/DEMO-1", headers=tag)
    assert second.status_code == 200
    before, after = first.json()["fragments"], second.json()["fragments"]
    assert {name for name in after if after[name]["hash"] != before[name]["hash"]} == {"children"}
    assert "25 % done" in after["children"]["html"]


def test_an_issue_one_may_not_see_is_not_there(site: Site, browser_of: Any) -> None:
    """The same answer as for an issue that does not exist."""
    site.jira.project("DEMO").members = {"5f-cleo"}  # type: ignore[union-attr]
    ben = browser_of("5f-ben")
    assert ben.get("/browse/DEMO-1").status_code == 404
    assert ben.get("/browse/DEMO-1").text.replace("DEMO-1", "X") == ben.get("/browse/DEMO-9999").text.replace("DEMO-9999", "X")  # fmt: skip
    assert browser_of("5f-cleo").get("/browse/DEMO-1").status_code == 200


def test_markup_in_a_summary_is_text(site: Site, browser_of: Any) -> None:
    """Every page that names the issue shows the words."""
    site.jira.edit("DEMO-2", {"summary": "<script>alert(1)</script> \"'"}, by="5f-ben")
    for path in ("/", "/browse/DEMO-2", "/browse/DEMO-1", "/projects/DEMO", "/projects/DEMO?view=board"):
        page = browser_of("5f-ben").get(path).text
        assert "<script>alert" not in page
        assert "&lt;script&gt;alert" in page


def test_the_person_at_the_browser_can_be_switched(site: Site, browser_of: Any) -> None:
    """The cookie names a person of the site; the app's own account is none."""
    ben = browser_of("5f-ben")
    assert ben.get("/_browser/me").json()["name"] == "Ben Okafor"
    assert ben.post("/_browser/user", json={"account_id": "5f-cleo"}).status_code == 200
    assert site.app is not None
    assert ben.post("/_browser/user", json={"account_id": site.app.account_id}).status_code == 404


def test_admin_pages_are_for_admins(site: Site, browser_of: Any) -> None:
    """And general pages for everybody."""
    assert browser_of("5f-ben").get("/plugins/servlet/ac/framed/admin").status_code == 404
    assert browser_of("5f-ada").get("/plugins/servlet/ac/framed/admin").status_code == 200
    assert browser_of("5f-ben").get("/plugins/servlet/ac/framed/home").status_code == 200
    assert browser_of("5f-ben").get("/wiki/plugins/servlet/ac/framed/home").status_code == 200
    assert browser_of("5f-ben").get("/plugins/servlet/ac/framed/nothing").status_code == 404
