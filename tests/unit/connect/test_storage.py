"""Storage format is well-formed whatever people wrote, and their text is never markup."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from connect.outbound import storage
from connect.outbound.storage import Markup

NAMESPACES = {"ac": "urn:ac", "ri": "urn:ri"}

any_text = st.text(st.characters(exclude_categories=()), min_size=1, max_size=30) | st.sampled_from(
    ["</p>", "]]>", "a]]]>b", "<ac:x/>", "&amp;", '"', "\x00\x0b", "\ud800", "\ufffe", "<!--", "a\r\nb", "{toc}", "𝄞"]
)

BUILDERS: dict[str, Callable[[str], Markup]] = {
    "text": storage.text,
    "element": lambda words: storage.element("p", words, attributes={"title": words}),
    "status": lambda words: storage.status(words, "Green"),
    "expand": lambda words: storage.expand(words, words),
    "details": lambda words: storage.details(words, storage.facts([(words, words)])),
    "details_summary": lambda words: storage.details_summary(cql=words, details_id=words, headings=[words]),
    "jira_issues": lambda words: storage.jira_issues(jql=words, columns=[words]),
    "jira_issue": storage.jira_issue,
    "anchor": storage.anchor,
    "panel": lambda words: storage.panel("info", words, title=words),
    "image": lambda words: storage.image(words, alt=words, width_px=5),
    "user_link": storage.user_link,
    "page_link": lambda words: storage.page_link(words, words),
    "link": lambda words: storage.link(f"https://example.com/?q={words}", words),
    "table": lambda words: storage.table([words], [[words, words]]),
    "bullets": lambda words: storage.bullets([words, words]),
    "task_list": lambda words: storage.task_list([(words, True)]),
    "plain_body": lambda words: storage.macro("code", parameters={words: words}, plain_body=words),
}


def parsed(markup: str) -> etree._Element:
    """Parse as Confluence does, with its prefixes declared."""
    declared = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
    return etree.fromstring(f"<root {declared}>{markup}</root>")


def skeleton(markup: str) -> list[tuple[str, list[str]]]:
    """Return elements and the names of their attributes, without any text."""
    return [(str(one.tag), sorted(map(str, one.attrib))) for one in parsed(markup).iter()]


@pytest.mark.parametrize("build", BUILDERS.values(), ids=BUILDERS.keys())
@given(words=any_text)
def test_no_text_changes_the_structure(build: Callable[[str], Markup], words: str) -> None:
    assert skeleton(build(words)) == skeleton(build("x"))


@given(words=any_text)
def test_readers_see_the_text_that_was_written(words: str) -> None:
    kept = re.sub("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "", words)
    as_xml_reads_it = kept.replace("\r\n", "\n").replace("\r", "\n")
    assert (parsed(storage.element("p", words))[0].text or "") == as_xml_reads_it
    assert (parsed(storage.element("p", storage.cdata(words)))[0].text or "") == as_xml_reads_it


def test_what_was_built_here_is_not_escaped_again() -> None:
    assert storage.element("p", "5 < 6 ", storage.element("em", "&")) == "<p>5 &lt; 6 <em>&amp;</em></p>"


def test_pieces_glued_by_hand_are_text_again() -> None:
    """Forgetting `join` shows tags on the page; it can never let somebody's tags through."""
    assert storage.element("p", storage.element("b", "x") + "<i>") == "<p>&lt;b&gt;x&lt;/b&gt;&lt;i&gt;</p>"


def test_paragraphs_keep_their_breaks() -> None:
    assert storage.paragraphs("one\r\ntwo\n\n\n<three>\n") == "<p>one<br />two</p><p>&lt;three&gt;</p>"
    assert storage.paragraphs(" \n ") == ""


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", " JavaScript:x", "data:text/html,x", "vbscript:x", "//host", "x", "http://[", ""]
)
def test_an_address_that_could_run_something_is_plain_words(address: str) -> None:
    assert storage.link(address, "click") == "click"


def test_a_status_is_the_macro_confluence_documents() -> None:
    assert storage.status("ON TRACK", "Green") == (
        '<ac:structured-macro ac:name="status" ac:schema-version="1"><ac:parameter ac:name="title">ON TRACK'
        '</ac:parameter><ac:parameter ac:name="colour">Green</ac:parameter></ac:structured-macro>'
    )


@pytest.mark.parametrize("name", ["p onclick", "p>", "", "1p", "ac:"])
def test_an_element_name_is_a_name(name: str) -> None:
    with pytest.raises(ValueError, match="element name"):
        storage.element(name, "x")
    with pytest.raises(ValueError, match="attribute name"):
        storage.element("p", attributes={name: "x"})
