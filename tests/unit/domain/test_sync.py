"""Three-way decisions: every combination that can stand between Jira and us."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.domain.sync import LinkDecision, TitleDecision, ValueDecision, decide_links, decide_title, decide_value


@pytest.mark.parametrize(
    ("base", "seen", "ours", "theirs", "decision"),
    [
        pytest.param(5, True, 5, 5, ValueDecision(None, 5, False), id="all agree"),
        pytest.param(5, True, 5, 7, ValueDecision(7, 7, False), id="a person's edit"),
        pytest.param(5, True, 7, 7, ValueDecision(None, 7, False), id="our own echo only moves the base"),
        pytest.param(5, True, 7, 5, ValueDecision(None, 5, True), id="ours is to be written"),
        pytest.param(5, True, 7, 9, ValueDecision(9, 9, False), id="both moved: the edit is recorded first"),
        pytest.param(None, True, None, 3, ValueDecision(3, 3, False), id="the first number typed"),
        pytest.param(None, True, None, None, ValueDecision(None, None, False), id="nothing anywhere"),
        pytest.param(None, True, 4, None, ValueDecision(None, None, True), id="the first value to write"),
        pytest.param(5, True, 5, None, ValueDecision(None, None, True), id="an emptied field is filled again"),
        pytest.param(5, True, None, None, ValueDecision(None, None, False), id="emptied, and we have none"),
        pytest.param(5, True, None, 5, ValueDecision(None, 5, False), id="as seen, and we have none"),
        pytest.param(None, False, None, 42, ValueDecision(42, 42, False), id="first look: a number already there"),
        pytest.param(None, False, 4, 42, ValueDecision(None, 42, True), id="first look: ours stands"),
        pytest.param(None, False, 4, 4, ValueDecision(None, 4, False), id="first look: agreed"),
        pytest.param(0.1 + 0.2, True, 0.1 + 0.2, 0.3, ValueDecision(None, 0.3, False), id="the last bits are no edit"),
        pytest.param(0, True, 0, 0.0, ValueDecision(None, 0.0, False), id="zero is a number"),
        pytest.param(0, True, 0, None, ValueDecision(None, None, True), id="zero is not emptiness"),
    ],
)
def test_values(base, seen, ours, theirs, decision):
    assert decide_value(base=base, seen=seen, ours=ours, theirs=theirs) == decision


values = st.none() | st.integers(0, 4).map(float)


@given(values, st.booleans(), values, values)
def test_values_settle(base, seen, ours, theirs):
    """Applying decisions ends, with both sides equal, after at most one check-in and one write."""
    for _ in range(3):
        decision = decide_value(base=base, seen=seen, ours=ours, theirs=theirs)
        base, seen = decision.base, True
        if decision.checkin is not None:
            ours = decision.checkin
        elif decision.write:
            theirs = ours
        else:
            break
    final = decide_value(base=base, seen=True, ours=ours, theirs=theirs)
    assert final.checkin is None
    assert not final.write


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "decision"),
    [
        ("Win", "Win", "Win", TitleDecision(None, "Win", False)),
        ("Win", "Win", "Win big", TitleDecision("Win big", "Win big", False)),
        ("Win", "Win big", "Win", TitleDecision(None, "Win", True)),
        ("Win", "Win big", "Win big", TitleDecision(None, "Win big", False)),
        ("Win", "Win big", "Win small", TitleDecision("Win small", "Win small", False)),
        ("Win", "Win  big\n", "Win big", TitleDecision(None, "Win big", False)),
        (None, "Win", "Old epic", TitleDecision(None, "Old epic", True)),
        (None, "Win", "Win", TitleDecision(None, "Win", False)),
    ],
)
def test_titles(base, ours, theirs, decision):
    assert decide_title(base=base, ours=ours, theirs=theirs) == decision


def links(merged, to_link, to_unlink, to_write):
    return LinkDecision(frozenset(merged), frozenset(to_link), frozenset(to_unlink), to_write)


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "decision"),
    [
        pytest.param((), (), (), links((), (), (), False), id="nothing"),
        pytest.param((1,), (1,), (1, 2), links((1, 2), (2,), (), False), id="linked in Jira"),
        pytest.param((1, 2), (1, 2), (1,), links((1,), (), (2,), False), id="unlinked in Jira"),
        pytest.param((1,), (1, 2), (1,), links((1, 2), (), (), True), id="linked here"),
        pytest.param((1, 2), (1,), (1, 2), links((1,), (), (), True), id="unlinked here"),
        pytest.param((1,), (1, 2), (1, 3), links((1, 2, 3), (3,), (), True), id="linked on both sides"),
        pytest.param((1, 2), (2,), (1,), links((), (), (2,), True), id="unlinked on both sides"),
        pytest.param((1,), (1, 2), (1, 2), links((1, 2), (), (), False), id="our own echo"),
    ],
)
def test_links(base, ours, theirs, decision):
    assert decide_links(base=base, ours=ours, theirs=theirs) == decision


sets = st.frozensets(st.integers(0, 5))


@given(sets, sets, sets)
def test_links_keep_every_wish(base, ours, theirs):
    decision = decide_links(base=base, ours=ours, theirs=theirs)
    assert (ours | decision.to_link) - decision.to_unlink == decision.merged
    assert (theirs - base) | (ours - base) <= decision.merged
    assert not decision.merged & ((base - theirs) | (base - ours))
    again = decide_links(base=decision.merged, ours=decision.merged, theirs=decision.merged)
    assert again == LinkDecision(decision.merged, frozenset(), frozenset(), False)
