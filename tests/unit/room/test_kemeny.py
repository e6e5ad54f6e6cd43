"""The order that contradicts the fewest picks, worked by hand and against every order there is. Source: M-23."""

from itertools import permutations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.domain.room.choosing.kemeny import EXACT_UP_TO, against, decide


def counts(**pairs: int) -> dict[tuple[str, str], int]:
    """Return counts: `ab=2` says that two prefer a to b."""
    return {(name[0], name[1]): count for name, count in pairs.items()}


@pytest.mark.parametrize(
    ("picks", "order", "cost"),
    [
        # All agree: a before b before c, nothing contradicted.
        (counts(ab=3, bc=3, ac=3), "abc", 0),
        # a beats both others 2:1, c beats b 2:1 → a c b; contradicted: ba 1, ca 1, bc 1.
        (counts(ab=2, ba=1, ac=2, ca=1, cb=2, bc=1), "acb", 3),
        # Condorcet's cycle a>b 5:2, b>c 4:3, c>a 6:1. Rotations: abc contradicts ba 2 + cb 3 + ca 6 = 11;
        # bca: cb 3 + ab 5 + ac 1 = 9; cab: ac 1 + bc 4 + ba 2 = 7. The weakest link, b>c, breaks.
        (counts(ab=5, ba=2, bc=4, cb=3, ca=6, ac=1), "cab", 7),
        # Nobody picked anything: the order of the candidates stays.
        ({}, "abc", 0),
    ],
)
def test_orders_worked_by_hand(picks: Any, order: str, cost: int) -> None:
    """M-23: with a Condorcet cycle among them."""
    decision = decide(candidates="abc", counts=picks, keep=2)
    assert "".join(decision.order) == order
    assert decision.against == cost
    assert decision.kept == tuple(order[:2])
    assert decision.is_exact


def test_a_cycle_of_equals_is_said_to_be_tied() -> None:
    """a>b>c>a, 2:1 each: abc, bca and cab cost 4 alike, so whom to keep is not decided by the picks."""
    cycle = counts(ab=2, ba=1, bc=2, cb=1, ca=2, ac=1)
    assert decide(candidates="abc", counts=cycle, keep=1).is_tied
    assert decide(candidates="abc", counts=cycle, keep=1).kept == ("a",)
    assert decide(candidates="bca", counts=cycle, keep=1).kept == ("b",)
    assert not decide(candidates="abc", counts=cycle, keep=3).is_tied


def test_a_tie_inside_what_is_kept_is_none() -> None:
    """a and b are equal before c: whichever is first, keeping two keeps both."""
    picks = counts(ab=1, ba=1, ac=2, bc=2)
    assert not decide(candidates="abc", counts=picks, keep=2).is_tied
    assert decide(candidates="abc", counts=picks, keep=1).is_tied


PICKS = st.dictionaries(
    st.tuples(st.sampled_from("abcde"), st.sampled_from("abcde")).filter(lambda pair: pair[0] != pair[1]),
    st.integers(0, 9),
)


@settings(max_examples=80)
@given(PICKS, st.integers(0, 7))
def test_no_order_contradicts_fewer(picks: dict[tuple[str, str], int], keep: int) -> None:
    decision = decide(candidates="abcde", counts=picks, keep=keep)
    assert decision.against == against(decision.order, picks)
    assert decision.against == min(against(order, picks) for order in permutations("abcde"))
    assert len(decision.kept) == min(keep, 5)
    assert sorted((*decision.kept, *decision.dropped)) == list("abcde")


@settings(max_examples=25)
@given(st.permutations([f"c{number:02}" for number in range(EXACT_UP_TO + 3)]))
def test_many_candidates_whom_all_rank_alike_are_found_without_every_subset(order: list[str]) -> None:
    """Beyond what is searched exactly, one shared opinion is still met without a contradiction."""
    picks = {(first, later): 1 for at, first in enumerate(order) for later in order[at + 1 :]}
    decision = decide(candidates=sorted(order), counts=picks, keep=3)
    assert decision.order == tuple(order)
    assert decision.against == 0
    assert not decision.is_exact
