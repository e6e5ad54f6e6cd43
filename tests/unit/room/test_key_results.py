"""Key results on the table: what keeps one in draft under which doctrine, and how often the value was asked for."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.domain.key_results_rules import BaselineEqualsTarget, DirectionContradicted
from service.domain.model import Direction, TrackerKind
from service.domain.presets import PRESETS, Preset
from service.domain.room import StepKind
from service.domain.room.drafts import KeyResultDraft
from service.domain.room.drafts.as_model import DueOutsideCycle, number_missing
from service.domain.room.drafts.as_plan import key_results_of, objectives_of
from service.domain.room.drafts.as_set import draft_set
from service.domain.room.drafts.health import MoveToHealth
from service.domain.room.drafts.judged import judge_key_result
from service.domain.room.drafts.key_result_rules import of_key_result
from service.domain.room.drafts.key_results import DropKeyResult, EditKeyResult
from service.domain.room.drafts.waivers import AskWaiver, WithdrawWaiver
from service.domain.waivers import WaiverRefused
from tests.unit.room.rooms import LIA, SAM, TEAM, TOM, Play, play
from tests.unit.room.tables import at, hard, key_result, objective, told

CONSOLE_KR = "Set up Google Console to collect blog performance data"
SEO = "Improve SEO across major business products"


def _open(preset: str = "workshop_weaver") -> tuple[Play, str]:
    played = play(StepKind.KEY_RESULTS, StepKind.PRESSURE_TEST, preset=preset)
    return played, objective(played)


@pytest.mark.parametrize("preset", sorted(PRESETS))
def test_an_output_is_asked_for_its_value_every_time_it_is_entered(preset: str) -> None:
    """M-02: not once per session; the count is kept, in every doctrine."""
    played, id = _open(preset)
    kr = key_result(played, id, title="Launch the new website", baseline=None, target=None, unit="")
    for n in (2, 3):
        played.act(TOM, EditKeyResult(key_result_id=kr, title=f"Launch the {'newer ' * n}website"))
        assert played.room.drafts.key_result(kr).challenges == n  # type: ignore[union-attr]
    played.act(
        TOM, EditKeyResult(key_result_id=kr, title="Raise weekly leads from the website", baseline=100, target=500)
    )
    assert played.room.drafts.key_result(kr).challenges == 3  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("preset", "is_told", "can_waive"),
    [
        ("methodiq", True, False),
        ("workshop_weaver", True, False),
        ("oboard", True, True),
        ("atlassian_play", True, True),
        ("google", False, False),
    ],
)
def test_a_key_result_without_a_number_stays_a_draft(preset: str, is_told: bool, can_waive: bool) -> None:
    """M-15: a hard error, with no waiver in methodiq; doctrines that know exceptions may waive it."""
    played, id = _open(preset)
    key_result(played, id, title="Improve customer happiness", direction=Direction.BINARY, baseline=None, target=None)
    found = told(played, "M-15")
    assert [(each.is_hard, each.can_waive) for each in found] == [(True, can_waive)] * is_told


def test_a_number_only_in_words_is_not_enough_to_be_measured() -> None:
    """M-15, G-03."""
    played, id = _open()
    key_result(played, id, title="Raise weekly orders from 100 to 300", baseline=100.0, target=None, unit="")
    assert hard(played) == {"M-15"}


def test_a_relative_target_without_a_baseline_is_an_error() -> None:
    """M-10: “+x %” of what?"""
    played, id = _open()
    kr = key_result(played, id, title="Raise the repeat purchase rate by 20 %", baseline=None, target=None, unit="%")
    assert any(each.is_hard and not each.can_waive for each in told(played, "M-10"))
    played.act(
        LIA, EditKeyResult(key_result_id=kr, title="Raise the repeat purchase rate", baseline=24, target=29, unit="%")
    )
    (soft,) = told(played, "M-10")
    assert not soft.is_hard
    played.act(
        LIA,
        EditKeyResult(
            key_result_id=kr,
            title="Raise the repeat purchase rate",
            baseline=24,
            target=29,
            unit="%",
            baseline_source="Shop report",
            baseline_on=date(2026, 12, 1),
        ),
    )
    assert told(played, "M-10") == []


def test_a_level_to_hold_needs_no_baseline() -> None:
    """M-10, G-05."""
    played, id = _open()
    key_result(
        played, id, title="Response time below 2 h", direction=Direction.STAY_BELOW, baseline=None, target=2.0, unit="h"
    )
    assert "M-10" not in hard(played)


@pytest.mark.parametrize(
    ("title", "numbers"),
    [
        ("Raise the share of returning visitors", {"baseline": 40.0, "target": 120.0, "unit": "%"}),
        (
            "Cut the hours until a seller gets an answer",
            {"baseline": 30.0, "target": -2.0, "unit": "h", "direction": Direction.DECREASE},
        ),
        ("Raise the share of returning visitors to 130 %", {"baseline": 40.0, "target": 130.0, "unit": "%"}),
    ],
)
@pytest.mark.parametrize("preset", ["methodiq", "seed5_generic"])
def test_arithmetic_is_waived_by_nobody(title: str, numbers: dict[str, object], preset: str) -> None:
    """M-08: an impossible target is an error."""
    played, id = _open(preset)
    key_result(played, id, title=title, **numbers)
    assert [(each.is_hard, each.can_waive) for each in told(played, "M-08")] == [(True, False)]


def test_numbers_that_contradict_each_other_are_refused_at_once() -> None:
    """M-08: the form keeps what was typed."""
    played, id = _open()
    with pytest.raises(DirectionContradicted):
        key_result(played, id, baseline=35.0, target=24.0)
    with pytest.raises(BaselineEqualsTarget):
        key_result(played, id, baseline=35.0, target=35.0)
    with pytest.raises(DueOutsideCycle):
        key_result(played, id, due_on=date(2027, 4, 1))


@pytest.mark.parametrize(
    ("preset", "number", "expected"),
    [
        ("methodiq", 2, [False]),
        ("methodiq", 3, []),
        ("methodiq", 5, []),
        ("methodiq", 6, [PRESETS["methodiq"].key_results.is_hard]),
        ("okrs_tool", 5, [PRESETS["okrs_tool"].key_results.is_hard]),
        ("seed5_generic", 1, [False]),
    ],
)
def test_a_doctrine_bears_so_many_key_results(preset: str, number: int, expected: list[bool]) -> None:
    """M-14, T-07, G-04."""
    played, id = _open(preset)
    for n in range(number):
        key_result(played, id, title=f"Raise the repeat purchase rate in shop {n}")
    assert [each.is_hard for each in told(played, "M-14")] == expected


def test_an_objective_without_key_results_keeps_the_step_open() -> None:
    """W-06: how will we know we got there?"""
    played, _ = _open()
    assert "W-06" in hard(played)


def test_tracking_all_the_work_is_warned_of() -> None:
    """M-06: more than twelve key results of one team."""
    played, id = _open("google")
    for n in range(12):
        key_result(played, id, title=f"Raise the repeat purchase rate in shop {n}")
    assert told(played, "M-06") == []
    key_result(played, id, title="Raise the repeat purchase rate abroad")
    assert [each.is_hard for each in told(played, "M-06")] == [False]


def test_what_runs_for_ever_is_offered_a_place_on_the_health_list() -> None:
    """M-05, T-12."""
    played, id = _open()
    kr = key_result(
        played,
        id,
        title="Keep uptime above 99.9 %",
        direction=Direction.STAY_ABOVE,
        baseline=None,
        target=99.9,
        unit="%",
    )
    assert judge_key_result(played.room.drafts.key_result(kr), preset=played.facts.preset).verdict == "kpi"  # type: ignore[arg-type]
    assert "M-05" in hard(played)
    played.act(SAM, MoveToHealth(draft_id=kr))
    assert played.room.drafts.key_results() == ()
    assert [each.title for each in played.room.drafts.health] == ["Keep uptime above 99.9 %"]


def _enabler(preset: str) -> tuple[Play, str, str]:
    played = play(StepKind.KEY_RESULTS, StepKind.PRESSURE_TEST, preset=preset)
    id = objective(played, title=SEO)
    traffic = key_result(played, id, title="Raise monthly blog visits", baseline=4000.0, target=9000.0, unit="")
    return (
        played,
        traffic,
        key_result(played, id, title=CONSOLE_KR, direction=Direction.BINARY, baseline=None, target=None, unit=""),
    )


def _ask(unlocks: tuple[str, ...], kr: str, **words: object) -> AskWaiver:
    whole = {"owner": SAM, "reason": "Without it nobody sees the visits", "expires_on": date(2027, 2, 1), **words}
    return AskWaiver(key_result_id=kr, unlocks=unlocks, **whole)  # type: ignore[arg-type]


def test_an_enabler_is_accepted_by_oboard_and_rejected_by_methodiq() -> None:
    """O-10, requirements 2.9: the same output, two doctrines."""
    played, traffic, console = _enabler("oboard")
    assert told(played, "W-06")
    played.act(TOM, _ask((traffic,), console))
    assert told(played, "W-06") == []
    waiver = played.room.drafts.key_result(console).waiver  # type: ignore[union-attr]
    assert waiver is not None
    assert (waiver.unlocks, waiver.owner) == ((traffic,), SAM)
    played.act(TOM, WithdrawWaiver(key_result_id=console))
    assert told(played, "W-06")
    strict, traffic, console = _enabler("methodiq")
    with pytest.raises(WaiverRefused, match="admits no output"):
        strict.act(TOM, _ask((traffic,), console))
    assert any(each.is_hard and not each.can_waive for each in told(strict, "W-06"))


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ({"unlocks": ()}, "unlocks"),
        ({"unlocks": (f"{1:032x}",)}, "unlocks"),
        ({"reason": " "}, "reason"),
        ({"expires_on": date(2027, 2, 15)}, "expires_on"),
        ({"expires_on": date(2026, 12, 31)}, "expires_on"),
    ],
)
def test_a_waiver_names_what_it_unlocks_why_and_until_when(words: dict[str, object], field: str) -> None:
    """O-10, requirements 2.9: at most half the cycle (1 January to 14 February)."""
    played, traffic, console = _enabler("oboard")
    unlocks = words.pop("unlocks", (traffic,))
    with pytest.raises(WaiverRefused) as refused:
        played.act(TOM, _ask(unlocks, console, **words))  # type: ignore[arg-type]
    assert refused.value.field == field


def test_an_objective_bears_one_enabler() -> None:
    """O-10, requirements 2.9: a second one at the same objective is refused."""
    played, traffic, console = _enabler("oboard")
    played.act(TOM, _ask((traffic,), console))
    objective_id = played.room.drafts.key_result(console).objective_id  # type: ignore[union-attr]
    second = key_result(
        played, objective_id, title="Build the sitemap", direction=Direction.BINARY, baseline=None, target=None
    )
    with pytest.raises(WaiverRefused, match="one already"):
        played.act(TOM, _ask((traffic,), second))


def test_where_the_value_comes_from_is_chosen_with_the_key_result() -> None:
    """G-20, M-10."""
    played, id = _open()
    kr = key_result(played, id, tracked_by=TrackerKind.JQL, jql="project = CARE", field_id="customfield_1")
    tracker = played.room.drafts.key_result(kr).tracker  # type: ignore[union-attr]
    assert tracker is not None
    assert (tracker.kind, tracker.jql, tracker.field_id) == (TrackerKind.JQL, "project = CARE", None)


def test_what_was_taken_off_is_out_of_every_count() -> None:
    """O-08."""
    played, id = _open()
    kr = key_result(played, id)
    played.act(SAM, DropKeyResult(key_result_id=kr, reason="Nobody can measure it"))
    assert played.room.drafts.key_results() == ()
    assert played.room.drafts.all_key_results[0].dropped_because == "Nobody can measure it"


def test_the_doctrines_see_the_table_as_a_set() -> None:
    """Requirements 2.1."""
    played, (kr, _) = at(StepKind.KEY_RESULTS, number=2)
    seen = draft_set(played.room, TEAM)
    assert [each.text for each in seen.objectives] == [each.title for each in played.room.drafts.objectives()]
    (first, _) = seen.key_results()
    assert (first.id, first.baseline, first.target, first.unit) == (kr, 24.0, 35.0, "%")
    assert draft_set(played.room, replace(TEAM, id=f"{1:032x}")).objectives == ()


_NUMBERS = st.none() | st.floats(-1e6, 1e6)


@given(
    title=st.text(min_size=1, max_size=60),
    direction=st.sampled_from(Direction),
    baseline=_NUMBERS,
    target=_NUMBERS,
    preset=st.sampled_from(sorted(PRESETS.values(), key=lambda each: each.key)),
)
def test_no_draft_is_beyond_judging(
    title: str, direction: Direction, baseline: float | None, target: float | None, preset: Preset
) -> None:
    """M-15: whatever was typed, the rules answer; in methodiq nothing without a number is ever waivable."""
    draft = KeyResultDraft(
        id="a", objective_id="b", title=title, author="c", direction=direction, baseline=baseline, target=target
    )
    for each in of_key_result(draft, preset=preset):
        assert each.is_hard
        assert not (each.rule in {"M-15", "M-08", "M-10"} and each.can_waive and preset.key == "methodiq")


def test_numbers_that_contradict_each_other_are_not_called_missing() -> None:
    """M-15, M-08: two different findings, told one at a time."""
    draft = KeyResultDraft(id="a", objective_id="b", title="Raise it", author="c", baseline=3.0)
    assert number_missing(draft) is not None
    assert number_missing(replace(draft, target=4.0)) is None
    assert number_missing(replace(draft, target=3.0)) is None


def test_other_teams_are_compared_with_what_is_on_the_table() -> None:
    """O-11: the drafts as the rows they would become; what was taken off is none."""
    played, (kept, gone) = at(StepKind.KEY_RESULTS, number=2)
    first, second = played.room.drafts.objectives()
    played.act(SAM, DropKeyResult(key_result_id=gone, reason="Nobody can measure it"))
    rows = objectives_of(played.room)
    assert [(each.id, each.title, each.cycle_id, each.team_id) for each in rows] == [
        (each.id, each.title, played.room.session.cycle_id, TEAM.id) for each in (first, second)
    ]
    assert [(each.id, each.objective_id, each.target) for each in key_results_of(played.room)] == [
        (kept, first.id, 35.0)
    ]
