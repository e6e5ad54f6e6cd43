"""The agendas of the doctrines: one for every preset and kind, inside the doctrine's own minutes, in its own order."""

from itertools import pairwise, product

import pytest

from service.domain.presets import PRESETS
from service.domain.room import Scope, SessionKind, StepKind
from service.domain.room.agendas import BY_PRESET, default_agenda

K = StepKind
PLANS = (SessionKind.WORKSHOP, SessionKind.PLANNING)
TIMED = [key for key, each in PRESETS.items() if each.session_minutes]


def _kinds(preset: str, kind: SessionKind = SessionKind.PLANNING) -> list[StepKind]:
    return [step.kind for step in default_agenda(preset=preset, kind=kind)]


def _minutes(preset: str, kind: SessionKind, scope: Scope = Scope.TEAM) -> int:
    return sum(step.minutes for step in default_agenda(preset=preset, kind=kind, scope=scope))


@pytest.mark.parametrize(("preset", "kind"), list(product(PRESETS, SessionKind)))
def test_every_doctrine_has_an_agenda_for_every_kind(preset: str, kind: SessionKind) -> None:
    """M-26, W-14: one call gives a whole timed agenda, each step with its words and its source; it ends with the close."""
    steps = BY_PRESET[preset][kind]
    assert default_agenda(preset=preset, kind=kind) == steps
    assert len({step.id for step in steps}) == len(steps)
    assert all(step.minutes >= 5 and step.cue and step.source for step in steps)
    assert steps[-1].kind is K.CLOSE


@pytest.mark.parametrize(("preset", "kind"), list(product(TIMED, PLANS)))
def test_an_agenda_stays_inside_its_doctrines_minutes(preset: str, kind: SessionKind) -> None:
    """M-11, T-16: methodiq 90–120, okrs_tool 60–90 for a team, the Atlassian play at most 120."""
    limits = PRESETS[preset].session_minutes
    assert limits is not None
    assert limits[0] <= _minutes(preset, kind) <= limits[1]


def test_leadership_takes_two_to_three_hours() -> None:
    """T-16: leadership 2–3 h, a team 60–90 min."""
    assert 120 <= _minutes("okrs_tool", SessionKind.PLANNING, Scope.COMPANY) <= 180
    assert 60 <= _minutes("okrs_tool", SessionKind.PLANNING, Scope.BOTH) <= 90


@pytest.mark.parametrize(
    ("preset", "order"),
    [
        ("methodiq", [K.OPENING, K.OBJECTIVES, K.KEY_RESULTS, K.SEVENTY, K.OWNERS, K.ALIGNMENT, K.CLOSE]),
        (
            "workshop_weaver",
            [K.LOOK_BACK, K.NOTES, K.THEMES, K.OBJECTIVES, K.KEY_RESULTS, K.PRESSURE_TEST, K.CONFIDENCE, K.OWNERS],
        ),
        ("oboard", [K.SCOPE, K.INPUTS, K.OBJECTIVES, K.KEY_RESULTS, K.PRESSURE_TEST, K.ALIGNMENT, K.OWNERS, K.CLOSE]),
        ("okrs_tool", [K.LOOK_BACK, K.STRATEGY, K.OBJECTIVES, K.KEY_RESULTS, K.ALIGNMENT, K.INITIATIVES, K.CLOSE]),
        ("seed5_generic", [K.STRATEGY, K.NOTES, K.CHOOSE, K.OBJECTIVES, K.KEY_RESULTS, K.OWNERS, K.ALIGNMENT]),
        ("atlassian_play", [K.NOTES, K.OBJECTIVES, K.KEY_RESULTS, K.OWNERS, K.ALIGNMENT, K.CLOSE]),
        ("google", [K.STRATEGY, K.OBJECTIVES, K.KEY_RESULTS, K.CONFIDENCE, K.OWNERS, K.ALIGNMENT, K.CLOSE]),
    ],
)
def test_the_steps_come_in_the_doctrines_order(preset: str, order: list[StepKind]) -> None:
    """M-12, W-02 … W-10, O-05 … O-12, T-02 … T-15, G-07 … G-11: what the text puts first comes first."""
    kinds = _kinds(preset)
    places = [kinds.index(kind) for kind in order]
    assert all(earlier < later for earlier, later in pairwise(places))


def test_key_results_take_longest_at_methodiq() -> None:
    """M-12: the key results are the longest step."""
    steps = default_agenda(preset="methodiq", kind=SessionKind.PLANNING)
    longest = max(steps, key=lambda step: step.minutes)
    assert longest.kind is K.KEY_RESULTS
    assert sum(step.minutes == longest.minutes for step in steps) == 1


def test_the_first_steps_of_workshop_weaver_are_ten_minutes() -> None:
    """W-02, W-03: ten minutes to look back, ten in silence."""
    assert [step.minutes for step in default_agenda(preset="workshop_weaver", kind=SessionKind.PLANNING)][:2] == [
        10,
        10,
    ]


def test_oboard_has_six_steps_and_never_brainstorms() -> None:
    """O-05 … O-12: six numbered steps; open brainstorming is a mistake, so there are no silent notes."""
    titles = [step.title for step in default_agenda(preset="oboard", kind=SessionKind.WORKSHOP)]
    assert sorted({title[0] for title in titles}) == ["1", "2", "3", "4", "5", "6"]
    assert not {K.NOTES, K.THEMES} & set(_kinds("oboard"))


def test_a_workshop_leaves_the_initiatives_to_the_planning_session() -> None:
    """O-01: the workshop ends with key results, the planning session adds the initiatives."""
    for preset in ("oboard", "okrs_tool", "seed5_generic"):
        assert K.INITIATIVES in _kinds(preset)
        assert K.INITIATIVES not in _kinds(preset, SessionKind.WORKSHOP)


@pytest.mark.parametrize("preset", sorted(PRESETS))
def test_the_short_sessions_have_what_they_are_for(preset: str) -> None:
    """T-02, G-14, G-15, O-01: a retrospective looks back, a mid-cycle review reviews, a strategy meeting sets the direction."""
    assert {K.REVIEW, K.LOOK_BACK} <= set(_kinds(preset, SessionKind.RETROSPECTIVE))
    assert K.REVIEW in _kinds(preset, SessionKind.MID_CYCLE)
    assert K.STRATEGY in _kinds(preset, SessionKind.STRATEGY)
    assert _minutes(preset, SessionKind.MID_CYCLE) < _minutes(preset, SessionKind.PLANNING)
