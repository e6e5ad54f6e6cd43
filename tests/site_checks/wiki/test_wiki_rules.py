"""What Confluence refuses and what it does to a body: platform.md section 5, each with its own status."""

from __future__ import annotations

import re
import time
from collections.abc import Callable

import pytest

from tests.site_checks.conftest import Wired
from tests.site_checks.wiki.conftest import Wiki, storage

V2, V1 = "/wiki/api/v2", "/wiki/rest/api"


def _title(answer: object) -> str:
    return str(answer.json()["errors"][0]["title"])  # type: ignore[attr-defined]


def test_titles_are_unique_per_space_whatever_their_case(wiki: Wiki) -> None:
    """A taken title is a 400 that says so, until the page is in the trash."""
    page = wiki.new_page("Quarter")
    sent = {"spaceId": wiki.space_id, "status": "current", "title": "QUARTER", "body": storage("<p/>")}
    answer = wiki.call("POST", f"{V2}/pages", sent)
    assert answer.status_code == 400
    assert "A page already exists with the same TITLE in this space" in _title(answer)
    assert wiki.call("DELETE", f"{V2}/pages/{page['id']}").status_code == 204
    assert wiki.call("GET", f"{V2}/pages/{page['id']}").status_code == 404
    assert wiki.call("POST", f"{V2}/pages", sent).status_code == 200


def test_a_stale_version_number_is_a_conflict(wiki: Wiki) -> None:
    """Only the current number plus one is taken."""
    page = wiki.new_page("Versions")
    for number in (1, 3):
        answer = wiki.save(page, number)
        assert answer.status_code == 409
        assert "Current Version: [1]" in _title(answer)
    saved = wiki.save(page, 2)
    assert saved.json()["version"]["number"] == 2
    assert saved.json()["version"]["message"] == "by test"


@pytest.mark.parametrize("missing", ["id", "status", "title", "body", "version"])
def test_saving_needs_every_part(wiki: Wiki, missing: str) -> None:
    """The specification's five required members."""
    page = wiki.new_page("Parts")
    answer = wiki.save(page, 2, **{missing: None})  # type: ignore[arg-type]
    assert answer.status_code == 400
    assert missing in _title(answer)


@pytest.mark.parametrize(
    "body", ["<p>open", "<p>a & b</p>", "<p>&nosuch;</p>", "</storage><storage>", "<!DOCTYPE x []><p/>", "<x:p/>"]
)
def test_malformed_storage_is_refused(wiki: Wiki, body: str) -> None:
    """Nothing that is no XML gets in."""
    answer = wiki.call(
        "POST", f"{V2}/pages", {"spaceId": wiki.space_id, "status": "current", "title": "Bad", "body": storage(body)}
    )
    assert answer.status_code == 400
    assert _title(answer).startswith("Error parsing xhtml")


def test_a_body_comes_back_as_confluence_keeps_it(wiki: Wiki) -> None:
    """Macros get ids, letters become entities, everything else stays byte for byte."""
    written = '<p  class="k">“Ä”&nbsp;– <ac:structured-macro ac:name="status"/></p><!-- mine --><p><![CDATA[“]]></p>'
    page = wiki.new_page("Kept", written)
    read = wiki.call("GET", f"{V2}/pages/{page['id']}?body-format=storage").json()["body"]["storage"]["value"]
    without_ids = re.sub(r' ac:schema-version="1" ac:macro-id="[0-9a-f-]{36}"', "", read)
    named = written.replace("“Ä”", "&ldquo;&Auml;&rdquo;").replace("– ", "&ndash; ")
    assert without_ids == named
    assert wiki.save(page, 2, body=read).json()["body"]["storage"]["value"] == read


def test_a_new_page_is_late_when_told(wire: Callable[..., Wired]) -> None:
    """Fault `page-late`: created, 404 for a moment, then there."""
    wired = wire(faults=("page-late",))
    space = wired.site.wiki.space_by_key("DEMO")
    wiki = Wiki(wired, space.id)
    page = wiki.new_page("Late")
    assert wiki.call("GET", f"{V2}/pages/{page['id']}").status_code == 404
    time.sleep(1.6)
    assert wiki.call("GET", f"{V2}/pages/{page['id']}").status_code == 200


def test_somebody_is_faster_when_told(wire: Callable[..., Wired]) -> None:
    """Fault `stale-409`: a save meets a newer version once."""
    wired = wire(faults=("stale-409:1",))
    space = wired.site.wiki.space_by_key("DEMO")
    wiki = Wiki(wired, space.id)
    page = wiki.new_page("Raced")
    assert wiki.save(page, 2).status_code == 409
    assert wiki.call("GET", f"{V2}/pages/{page['id']}").json()["version"]["number"] == 2
    assert wiki.save(page, 3).status_code == 200


def test_properties_have_versions_of_their_own(wiki: Wiki) -> None:
    """A taken key and a stale number are conflicts; the key never changes."""
    page = wiki.new_page("Data")
    path = f"{V2}/pages/{page['id']}/properties"
    kept = wiki.call("POST", path, {"key": "okr.report", "value": {"rev": 1}}).json()
    assert wiki.call("POST", path, {"key": "okr.report", "value": 1}).status_code == 409
    stale = {"key": "okr.report", "value": {"rev": 2}, "version": {"number": 1}}
    assert wiki.call("PUT", f"{path}/{kept['id']}", stale).status_code == 409
    saved = wiki.call("PUT", f"{path}/{kept['id']}", {**stale, "version": {"number": 2}})
    assert saved.json()["value"] == {"rev": 2}
    found = wiki.call("GET", f"{path}?key=okr.report").json()["results"]
    assert [one["version"]["number"] for one in found] == [2]
    assert wiki.call("GET", f"{path}?key=other").json()["results"] == []


def test_uploads_need_the_header_and_a_free_name(wiki: Wiki) -> None:
    """POST refuses a taken name, PUT makes a version of it, and neither works without the XSRF header."""
    page = wiki.new_page("Pictures")
    assert wiki.upload(page["id"], "c.png", b"1", **{"X-Other": "1"}).status_code == 403
    first = wiki.upload(page["id"], "c.png", b"1").json()["results"][0]
    taken = wiki.upload(page["id"], "c.png", b"2")
    assert taken.status_code == 400
    assert "same file name" in taken.json()["message"]
    second = wiki.upload(page["id"], "c.png", b"22", method="PUT").json()["results"][0]
    assert (second["id"], second["version"]["number"], second["extensions"]["fileSize"]) == (first["id"], 2, 2)
    got = wiki.as_person("GET", "/wiki" + second["_links"]["download"])
    assert (got.status_code, got.content, got.headers["Content-Type"]) == (200, b"22", "image/png")


def test_pages_are_listed_page_by_page(wiki: Wiki) -> None:
    """The next address is in the Link header and in the body, and ends."""
    for number in range(5):
        wiki.new_page(f"Page {number}")
    path: str | None = f"{V2}/pages?space-id={wiki.space_id}&limit=2&sort=title"
    titles = []
    while path:
        answer = wiki.call("GET", path)
        titles += [page["title"] for page in answer.json()["results"]]
        path = answer.json()["_links"].get("next")
        assert ("Link" in answer.headers) == (path is not None)
    assert titles == ["Demo", *(f"Page {number}" for number in range(5))]


def test_a_page_without_parent_goes_below_the_home_page(wiki: Wiki) -> None:
    """Unless `root-level=true`."""
    home = wiki.wired.site.wiki.spaces[wiki.space_id].homepage_id
    assert wiki.new_page("Below")["parentId"] == home
    sent = {"spaceId": wiki.space_id, "status": "current", "title": "Root", "body": storage("<p/>")}
    assert wiki.call("POST", f"{V2}/pages?root-level=true", sent).json()["parentId"] is None


@pytest.mark.parametrize(
    ("cql", "titles"),
    [
        ('label = "okr"', ["Alpha", "Beta"]),
        ('label = "okr" AND title ~ "alph"', ["Alpha"]),
        ('label in ("okr","other") ORDER BY title DESC', ["Gamma", "Beta", "Alpha"]),
        ('space = DEMO AND NOT label = "okr" AND type = page AND title != "Demo"', ["Gamma"]),
        ('(title = "Alpha" OR title = "Gamma") AND text ~ "words"', ["Gamma"]),
        ('label not in (okr) AND label = "other"', ["Gamma"]),
    ],
)
def test_cql_finds_pages(wiki: Wiki, cql: str, titles: list[str]) -> None:
    """Labels, titles, spaces, text, lists, negation and order."""
    state = wiki.wired.site.wiki
    for title, body, label in (("Alpha", "<p/>", "okr"), ("Beta", "<p/>", "okr"), ("Gamma", "<p>words</p>", "other")):
        page = wiki.new_page(title, body)
        state.add_label(state.pages[page["id"]], label)
    answer = wiki.as_person("GET", f"{V1}/search", params={"cql": cql})
    assert [row["title"] for row in answer.json()["results"]] == titles


@pytest.mark.parametrize("cql", ["label =", "nosuch = 1", "label = 'a' AND", "(title = a", "title > 3", '"'])
def test_bad_cql_is_refused(wiki: Wiki, cql: str) -> None:
    """With v1's error shape and the query in it."""
    answer = wiki.as_person("GET", f"{V1}/search", params={"cql": cql})
    assert answer.status_code == 400
    assert cql in answer.json()["message"]
