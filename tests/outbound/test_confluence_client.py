"""The Confluence client against the simulated site."""

import itertools

import pytest

from connect.errors import NotFound, Rejected, Stale
from connect.outbound import storage
from connect.outbound.confluence import ConfluenceClient
from connect.outbound.shapes import Page
from tests.site.state import Site

_numbers = itertools.count(1)


@pytest.fixture
def page(confluence: ConfluenceClient) -> Page:
    """Return a new page below the space's home page."""
    space = confluence.space(key="DEMO")
    assert space
    body = storage.element("p", '5 < 6 & "quoted"')
    return confluence.create_page(space_id=space.id, title=f"OKRs {next(_numbers)}", body=body)


def test_spaces_by_key_and_all(confluence: ConfluenceClient) -> None:
    space = confluence.space(key="DEMO")
    assert space
    assert space.homepage_id
    assert space in confluence.spaces()
    assert confluence.space(key="NOPE") is None


def test_a_page_is_created_read_and_found(confluence: ConfluenceClient, page: Page, site: Site) -> None:
    read = confluence.get_page(page_id=page.id)
    assert read == page
    assert (read.version, read.body) == (1, "<p>5 &lt; 6 &amp; &quot;quoted&quot;</p>")
    assert site.app
    assert read.author_id == site.app.account_id
    assert read.url.startswith(f"{site.config.origin}/wiki/")
    assert confluence.find_page(space_id=page.space_id, title=page.title) == page
    assert confluence.find_page(space_id=page.space_id, title="no such title") is None


def test_a_page_can_stand_below_another(confluence: ConfluenceClient, page: Page) -> None:
    child = confluence.create_page(space_id=page.space_id, title=f"{page.title}, team", body="<p />", parent_id=page.id)
    assert confluence.get_page(page_id=child.id).parent_id == page.id


def test_a_title_stands_once_in_a_space(confluence: ConfluenceClient, page: Page) -> None:
    with pytest.raises(Rejected, match="same TITLE"):
        confluence.create_page(space_id=page.space_id, title=page.title, body="<p />")


def test_a_body_that_is_no_storage_format_is_rejected(confluence: ConfluenceClient, page: Page) -> None:
    with pytest.raises(Rejected):
        confluence.create_page(space_id=page.space_id, title=f"{page.title}, broken", body="<p>")


def test_a_version_is_written_once(confluence: ConfluenceClient, page: Page) -> None:
    update = {"page_id": page.id, "title": page.title, "body": "<p>two</p>", "message": "Week 7"}
    assert confluence.update_page(**update, version=2).version == 2  # type: ignore[arg-type]
    with pytest.raises(Stale):
        confluence.update_page(**update, version=2)  # type: ignore[arg-type]
    read = confluence.get_page(page_id=page.id)
    assert (read.version, read.body) == (2, "<p>two</p>")


def test_a_property_is_made_changed_and_left_alone(confluence: ConfluenceClient, page: Page) -> None:
    assert confluence.get_property(page_id=page.id, key="okr.report") is None
    first = confluence.put_property(page_id=page.id, key="okr.report", value={"hash": "a"})
    assert confluence.put_property(page_id=page.id, key="okr.report", value={"hash": "a"}) == first
    second = confluence.put_property(page_id=page.id, key="okr.report", value={"hash": "b", "rev": 2})
    assert second.version == first.version + 1
    assert confluence.get_property(page_id=page.id, key="okr.report") == second


def test_labels_are_added_to_those_that_stand(confluence: ConfluenceClient, page: Page) -> None:
    confluence.add_labels(page_id=page.id, labels=["okr"])
    confluence.add_labels(page_id=page.id, labels=["okr", "okr-2026q4"])
    confluence.add_labels(page_id=page.id, labels=[])
    assert confluence.labels(page_id=page.id) == {"okr", "okr-2026q4"}


def test_a_picture_is_attached_and_replaced(confluence: ConfluenceClient, page: Page) -> None:
    upload = {"page_id": page.id, "filename": "burn up.png", "media_type": "image/png"}
    first = confluence.put_attachment(**upload, content=b"\x89PNG one", comment="hash-ä")  # type: ignore[arg-type]
    again = confluence.put_attachment(**upload, content=b"\x89PNG two")  # type: ignore[arg-type]
    (attached,) = confluence.attachments(page_id=page.id)
    assert first == again == attached.id
    assert (attached.filename, attached.media_type) == ("burn up.png", "image/png")


def test_a_page_that_is_not_there_is_not_found(confluence: ConfluenceClient) -> None:
    with pytest.raises(NotFound):
        confluence.get_page(page_id="999999")
