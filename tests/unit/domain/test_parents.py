"""Objectives below one another. Source: requirements 3.2."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.domain.model import ParentLink
from service.domain.parents import (
    Child,
    ParentLoop,
    SharesInvalid,
    bottom_up,
    made_of,
    require_no_loop,
    require_shares,
    scoring_children,
)
from tests.unit.domain.make import objective


def named(id_, parent_id=None):
    return objective(id=id_, title=id_.upper(), parent_id=parent_id)


def link(child_id, parent_id, share=None):
    return ParentLink(child_id=child_id, parent_id=parent_id, share=share)


def test_the_one_parent_scores_fully():
    found = scoring_children(objectives=[named("a"), named("b", "a"), named("c", "a")])
    assert found == {"a": (Child("b", 1.0), Child("c", 1.0))}


def test_shares_replace_the_one_parent():
    rows = [named("a"), named("b"), named("c", "a")]
    found = scoring_children(objectives=rows, links=[link("c", "a", 0.3), link("c", "b", 0.7)])
    assert found == {"a": (Child("c", 0.3),), "b": (Child("c", 0.7),)}


def test_contribute_only_links_do_not_score():
    rows = [named("a"), named("b"), named("c", "a")]
    assert scoring_children(objectives=rows, links=[link("c", "b")]) == {"a": (Child("c", 1.0),)}
    assert scoring_children(objectives=rows, links=[link("c", "a")]) == {}


def test_parents_elsewhere_and_oneself_do_not_score():
    assert scoring_children(objectives=[named("a", "elsewhere"), named("b", "b")]) == {}


def test_children_come_before_their_parents():
    rows = [named("a"), named("b", "a"), named("c", "b"), named("d")]
    order = bottom_up(ids=[row.id for row in rows], children=scoring_children(objectives=rows))
    assert order.index("c") < order.index("b") < order.index("a")
    assert set(order) == {"a", "b", "c", "d"}


def test_a_loop_in_the_data_ends():
    rows = [named("a", "b"), named("b", "a"), named("c")]
    assert bottom_up(ids=["a", "b", "c"], children=scoring_children(objectives=rows)) == ("c", "a", "b")


def test_a_child_that_is_not_asked_for_is_left_out():
    assert bottom_up(ids=["a"], children={"a": [Child("b", 1.0)], "z": [Child("a", 1.0)]}) == ("a",)


def test_an_objective_is_made_of_all_that_scores_below_it():
    rows = [named("a"), named("b", "a"), named("c", "b"), named("d", "a"), named("e"), named("f", "g"), named("g", "f")]
    children = scoring_children(objectives=rows, links=[link("d", "a")])
    assert made_of(objective_id="a", children=children) == {"a", "b", "c"}
    assert made_of(objective_id="e", children=children) == {"e"}
    assert made_of(objective_id="f", children=children) == {"f", "g"}


def test_a_loop_is_refused_with_its_whole_path():
    rows = [named("a"), named("b", "a"), named("c", "b")]
    with pytest.raises(ParentLoop, match="“A” → “C” → “B” → “A”") as refused:
        require_no_loop(child=rows[0], parent_id="c", objectives=rows)
    assert (refused.value.code, refused.value.field) == ("parent_loop", "parent_id")


def test_a_loop_through_a_contributing_link_is_refused_too():
    rows = [named("a"), named("b")]
    with pytest.raises(ParentLoop):
        require_no_loop(child=rows[0], parent_id="b", objectives=rows, links=[link("b", "a")])


def test_oneself_is_a_loop_and_an_unknown_step_is_named_by_its_id():
    with pytest.raises(ParentLoop, match="“A” → “A”"):
        require_no_loop(child=named("a"), parent_id="a", objectives=[])
    with pytest.raises(ParentLoop, match="“A” → “x” → “A”"):
        require_no_loop(child=named("a"), parent_id="x", objectives=[], links=[link("x", "a")])


def test_a_free_parent_is_allowed():
    rows = [named("a"), named("b", "a"), named("c", "a"), named("d", "b")]
    require_no_loop(child=rows[2], parent_id="d", objectives=rows, links=[link("d", "a")])


@pytest.mark.parametrize(
    ("shares", "is_valid"),
    [
        ([], True),
        ([None, None], True),
        ([1.0], True),
        ([0.5, 0.5], True),
        ([0.1] * 10, True),
        ([0.5, None, 0.5], True),
        ([0.5, 0.4], False),
        ([1.0, 0.0], False),
        ([1.5, -0.5], False),
        ([0.5], False),
    ],
)
def test_shares_sum_to_one(shares, is_valid):
    links = [link("c", f"p{index}", share) for index, share in enumerate(shares)]
    if is_valid:
        require_shares(child=named("c"), links=links)
        return
    with pytest.raises(SharesInvalid, match="make 1") as refused:
        require_shares(child=named("c"), links=links)
    assert refused.value.field == "parents"


def test_a_parent_is_named_once():
    with pytest.raises(SharesInvalid, match="twice"):
        require_shares(child=named("c"), links=[link("c", "a", 0.5), link("c", "a", 0.5)])


@given(st.lists(st.integers(-1, 30), max_size=30))
def test_every_objective_has_exactly_one_place_in_the_order(parents):
    rows = [named(str(i), str(p) if p >= 0 else None) for i, p in enumerate(parents)]
    order = bottom_up(ids=[row.id for row in rows], children=scoring_children(objectives=rows))
    assert sorted(order) == sorted(row.id for row in rows)


def test_what_two_children_make_waits_for_both():
    """A parent of a chain and of a leaf comes after all of them."""
    children = {"a": (Child("b", 1.0), Child("c", 1.0)), "b": (Child("c", 1.0), Child("d", 1.0))}
    order = bottom_up(ids=["a", "b", "c", "d"], children=children)
    assert order.index("c") < order.index("b") < order.index("a")
    assert order.index("d") < order.index("b")
    assert sorted(order) == ["a", "b", "c", "d"]
