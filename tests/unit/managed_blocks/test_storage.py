"""Text that people wrote can never become markup on a page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from connect.outbound import storage

ROOT = '<root xmlns:ac="urn:ac" xmlns:ri="urn:ri">{}</root>'


def parse(markup: str) -> etree._Element:
    return etree.fromstring(ROOT.format(markup).encode())


@given(st.text())
def test_any_text_stays_text(said: str) -> None:
    for built in (
        storage.paragraph(said),
        storage.status(said, "Green"),
        storage.expand(said, said),
        storage.table([said], [[said]]),
    ):
        root = parse(built)
        tags = {child.tag for child in root.iter()} - {"root"}
        assert tags <= {
            "p", "table", "tbody", "tr", "th", "td", "br", "{urn:ac}structured-macro", "{urn:ac}parameter", "{urn:ac}rich-text-body",
        }  # fmt: skip


@given(st.text())
def test_any_attribute_stays_an_attribute(said: str) -> None:
    (image,) = parse(storage.attached_image(said, width_px=10, alt=said))
    assert set(image.attrib) == {"{urn:ac}width", "{urn:ac}alt"}


def test_markup_is_not_escaped_twice() -> None:
    assert storage.paragraph(storage.strong("a & b")) == "<p><strong>a &amp; b</strong></p>"


def test_the_native_macros_look_as_confluence_documents_them() -> None:
    assert storage.status("ON TRACK", "Green") == (
        '<ac:structured-macro ac:name="status"><ac:parameter ac:name="title">ON TRACK</ac:parameter>'
        '<ac:parameter ac:name="colour">Green</ac:parameter></ac:structured-macro>'
    )
    assert storage.person("557058:ab") == '<ac:link><ri:user ri:account-id="557058:ab" /></ac:link>'


@pytest.mark.parametrize("href", ["javascript:alert(1)", "data:text/html,x", " https://x"])
def test_only_web_addresses_become_links(href: str) -> None:
    assert storage.link(href, "open") == "open"
