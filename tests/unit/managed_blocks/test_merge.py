"""What people wrote on a page survives every regeneration. Source: requirements 2.10, design section 5."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connect.outbound.managed_blocks import anchor, blocks_hash, merge, read_blocks, wrap

PAGE = (
    "<h1>Ours</h1>"
    + wrap("summary", "<p>old</p>")
    + "<p>What Mira wrote</p>"
    + wrap("team-a", "<p>old a</p>")
    + "<p>end</p>"
)


def test_only_the_blocks_change() -> None:
    merged = merge(PAGE, [("summary", "<p>new</p>"), ("team-a", "<p>new a</p>")])
    assert merged.body == (
        "<h1>Ours</h1>"
        + wrap("summary", "<p>new</p>")
        + "<p>What Mira wrote</p>"
        + wrap("team-a", "<p>new a</p>")
        + "<p>end</p>"
    )
    assert merged.missing == ()


def test_a_new_block_comes_after_the_last_one() -> None:
    merged = merge(PAGE, [("summary", "s"), ("team-a", "a"), ("team-b", "b")])
    assert merged.missing == ("team-b",)
    assert merged.body.endswith(wrap("team-a", "a") + wrap("team-b", "b") + "<p>end</p>")


def test_a_page_without_blocks_gets_them_at_the_end() -> None:
    assert merge("<p>mine</p>", [("summary", "s")]).body == "<p>mine</p>" + wrap("summary", "s")


def test_a_retired_block_is_emptied_but_its_place_stays() -> None:
    merged = merge(PAGE, [("summary", "s")], retired=frozenset({"team-a"}))
    assert read_blocks(merged.body) == {"summary": "s", "team-a": ""}


def test_a_block_nobody_named_is_left_as_it_is() -> None:
    assert read_blocks(merge(PAGE, [("summary", "s")]).body)["team-a"] == "<p>old a</p>"


def test_what_the_editor_adds_to_an_anchor_is_tolerated() -> None:
    edited = PAGE.replace(
        '<p><ac:structured-macro ac:name="anchor" ac:schema-version="1">',
        '<p local-id="7c"> <ac:structured-macro ac:schema-version="1" ac:name="anchor" ac:macro-id="0f-1">',
    )
    assert edited != PAGE
    assert read_blocks(edited) == read_blocks(PAGE)


@pytest.mark.parametrize("side", ["begin", "end"])
def test_text_typed_into_an_anchors_paragraph_survives(side: str) -> None:
    typed = PAGE.replace(
        anchor(side, "summary"),
        anchor(side, "summary").replace("</p>", " hello</p>").replace("<p>", "<p>hey "),
    )
    body = merge(typed, [("summary", "<table></table>")]).body
    assert "<p>hey " in body
    assert " hello</p>" in body
    assert body.count("<p>") == body.count("</p>")
    assert "<table></table>" in body
    assert "<p>old</p>" not in body


def test_anchors_quoted_in_a_code_block_are_not_ours() -> None:
    code = f"<ac:plain-text-body><![CDATA[{wrap('summary', 'x')}]]></ac:plain-text-body>"
    assert code in merge(code + PAGE, [("summary", "new")]).body
    assert read_blocks(code + PAGE)["summary"] == "<p>old</p>"


def test_a_block_whose_end_was_deleted_is_not_swallowing_the_page() -> None:
    torn = PAGE.replace(anchor("end", "summary"), "")
    merged = merge(torn, [("summary", "s"), ("team-a", "a")])
    assert "What Mira wrote" in merged.body
    assert merged.missing == ("summary",)


def test_the_hash_sees_names_order_and_content() -> None:
    hashes = {
        blocks_hash(b)
        for b in (
            [("a", "x")],
            [("b", "x")],
            [("a", "y")],
            [("a", "x"), ("b", "y")],
            [("b", "y"), ("a", "x")],
        )
    }
    assert len(hashes) == 5


@given(
    st.text(alphabet="ab<>/p&; \n", max_size=40),
    st.text(alphabet="abc", max_size=10),
    st.text(alphabet="xyz", max_size=10),
)
def test_merging_twice_changes_nothing_and_keeps_the_surroundings(human: str, one: str, two: str) -> None:
    page = wrap("summary", one) + f"<p>{human.replace('<', '&lt;')}</p>" + wrap("team-a", two)
    once = merge(page, [("summary", two), ("team-a", one)]).body
    assert merge(once, [("summary", two), ("team-a", one)]).body == once
    assert f"<p>{human.replace('<', '&lt;')}</p>" in once
