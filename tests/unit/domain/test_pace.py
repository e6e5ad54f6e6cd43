"""Time, expected paths and the status rules, row by row. Source: requirements 3.4."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from service.domain.model import (
    Commitment,
    CycleState,
    Direction,
    KeyResultState,
    Milestone,
    MilestoneShape,
    Status,
    Tracker,
    TrackerKind,
    Waypoint,
)
from service.domain.pace import (
    WEEKDAYS,
    Calendar,
    Span,
    computed_status,
    elapsed,
    elapsed_in,
    expected,
    is_falling,
    judge,
    s_curve,
    span,
)
from service.domain.presets import PRESETS
from service.domain.presets.status_rules import STATUS_RULES
from tests.unit.domain.make import ENDS_ON, STARTS_ON, at, cycle, key_result

ON, BEHIND, RISK, DONE = Status.ON_TRACK, Status.BEHIND, Status.AT_RISK, Status.DONE
HUNDRED_DAYS = Span(STARTS_ON, ENDS_ON)


@pytest.mark.parametrize(
    ("rule", "progress", "elapsed_share", "status"),
    [
        pytest.param("oboard", 0.15, 0.40, RISK, id="Oboard's own check: 15 % on day 40 of 100 is 0.375"),
        ("oboard", 0.16, 0.40, BEHIND),
        ("oboard", 0.28, 0.40, ON),
        ("oboard", 0.2799, 0.40, BEHIND),
        ("upraise", 0.95, 0.9999999999, ON),
        ("upraise", 0.285, 0.3, ON),
        ("upraise", 0.28, 0.3, BEHIND),
        ("upraise", 0.225, 0.3, BEHIND),
        ("upraise", 0.22, 0.3, RISK),
        pytest.param("mooncamp", 0.5, 0.5, ON, id="Mooncamp: 50 % is on track mid-cycle"),
        pytest.param("mooncamp", 0.5, 1.0, RISK, id="Mooncamp: 50 % is off track at the end"),
        ("mooncamp", 0.45, 0.5, ON),
        ("mooncamp", 0.35, 0.5, BEHIND),
        ("burningokr", 0.3, 0.5, ON),
        ("burningokr", 0.29, 0.5, BEHIND),
        ("burningokr", 0.1, 0.5, BEHIND),
        ("burningokr", 0.09, 0.5, RISK),
        ("engagedly", 0.336, 0.5, ON),
        pytest.param("engagedly", 0.335, 0.5, BEHIND, id="Engagedly: a gap of exactly 16.5 is behind"),
        pytest.param("engagedly", 0.17, 0.5, BEHIND, id="Engagedly: a gap of exactly 33 is behind"),
        ("engagedly", 0.169, 0.5, RISK),
        pytest.param("engagedly", 1.0, 0.5, DONE, id="Engagedly: 100 % is achieved"),
        ("planview", 0.45, 0.5, ON),
        ("planview", 0.44, 0.5, BEHIND),
        ("ally", 0.5, 0.5, ON),
        ("ally", 0.49, 0.5, BEHIND),
        pytest.param("ally", 0.375, 0.5, BEHIND, id="Ally: exactly 25 % behind is not more than 25 %"),
        ("ally", 0.37, 0.5, RISK),
        ("okrs_tool", 0.5, 0.5, ON),
        ("okrs_tool", 0.1, 0.5, BEHIND),
        ("servicenow", 0.90, 0.1, ON),
        ("servicenow", 0.75, 0.1, BEHIND),
        ("servicenow", 0.74, 0.1, RISK),
        ("boja", 0.60, 0.9, ON),
        ("boja", 0.59, 0.9, BEHIND),
        ("boja", 0.20, 0.9, BEHIND),
        ("boja", 0.19, 0.9, RISK),
        ("boja", 1.0, 0.9, DONE),
        ("openokr", 0.75, 0.9, ON),
        ("openokr", 0.5, 0.9, BEHIND),
        ("openokr", 0.49, 0.9, RISK),
        ("atlassian_goals", 0.35, 0.5, ON),
        ("atlassian_goals", 0.2, 0.5, BEHIND),
        ("atlassian_goals", 0.19, 0.5, RISK),
    ],
)
def test_every_published_rule(rule, progress, elapsed_share, status):
    found = computed_status(rule=STATUS_RULES[rule], progress=progress, expected=elapsed_share, elapsed=elapsed_share)
    assert found is status


def test_every_rule_has_its_row_in_the_table():
    rows = next(m for m in test_every_published_rule.pytestmark if m.name == "parametrize").args[1]
    keys = {(row.values if hasattr(row, "values") else row)[0] for row in rows}
    assert keys == set(STATUS_RULES)


@pytest.mark.parametrize("rule", sorted(STATUS_RULES))
def test_nothing_is_divided_before_the_beginning(rule):
    found = computed_status(rule=STATUS_RULES[rule], progress=0.5, expected=0, elapsed=0)
    assert found is Status.NOT_STARTED


def test_a_ratio_is_on_track_while_nothing_is_due():
    assert computed_status(rule=STATUS_RULES["oboard"], progress=0, expected=0, elapsed=0.3) is ON


def test_falling_speed_turns_behind_into_a_risk_only_where_the_rule_says_so():
    for rule, status in (("okrs_tool", RISK), ("ally", BEHIND)):
        found = computed_status(rule=STATUS_RULES[rule], progress=0.45, expected=0.5, elapsed=0.5, is_falling=True)
        assert found is status
    ahead = computed_status(rule=STATUS_RULES["okrs_tool"], progress=0.6, expected=0.5, elapsed=0.5, is_falling=True)
    assert ahead is ON


@pytest.mark.parametrize(
    ("points", "falls"),
    [
        ([(at(1, 1), 0.1), (at(1, 8), 0.2)], False),
        ([(at(1, 1), 0.1), (at(1, 8), 0.3), (at(1, 15), 0.4)], True),
        ([(at(1, 1), 0.1), (at(1, 8), 0.2), (at(1, 15), 0.4)], False),
        ([(at(1, 1), 0.1), (at(1, 8), 0.2), (at(1, 15), 0.3)], False),
        ([(at(1, 1), 0.0), (at(1, 2), 0.9), (at(1, 8), 0.2), (at(1, 15), 0.4)], False),
        ([(at(1, 1), 0.1), (at(1, 1), 0.2), (at(1, 15), 0.2)], False),
    ],
)
def test_speed_falls_when_each_step_is_slower(points, falls):
    assert is_falling(points=points, over=3) is falls


def test_no_rule_no_falling():
    assert not is_falling(points=[(at(1, 1), 0.1), (at(1, 8), 0.3), (at(1, 15), 0.4)], over=0)


@pytest.mark.parametrize(
    ("now", "share"),
    [
        (at(1, 1), 0.0),
        (datetime(2025, 12, 1, tzinfo=UTC), 0.0),
        (at(2, 10), 0.40),
        (at(4, 11), 1.0),
        (at(6, 1), 1.0),
    ],
)
def test_elapsed_share_of_the_cycle(now, share):
    assert elapsed(cycle=cycle(), now=now) == pytest.approx(share)


def test_a_key_result_has_its_own_time():
    row = key_result(starts_on=date(2026, 2, 1), due_on=date(2026, 2, 10))
    assert elapsed(cycle=cycle(), key_result=row, now=at(2, 6)) == pytest.approx(0.5)
    assert elapsed(cycle=cycle(), key_result=key_result(due_on=date(2026, 1, 10)), now=at(1, 6)) == pytest.approx(0.5)


def test_a_due_date_before_the_cycle_leaves_one_day():
    found = span(cycle=cycle(), key_result=key_result(due_on=date(2025, 1, 1)))
    assert (found.starts_on, found.ends_on) == (STARTS_ON, STARTS_ON)


def test_days_begin_in_the_zone_of_the_site_and_survive_the_clock_change():
    berlin = ZoneInfo("Europe/Berlin")
    march = Span(date(2026, 3, 29), date(2026, 3, 29), berlin)
    assert march.starts_at == datetime(2026, 3, 28, 23, tzinfo=UTC)
    assert (march.ends_at - march.starts_at).total_seconds() == 23 * 3600
    assert elapsed_in(span=march, now=datetime(2026, 3, 29, 10, 30, tzinfo=UTC)) == pytest.approx(0.5)


def test_weekends_and_holidays_do_not_count():
    fortnight = Span(date(2026, 1, 5), date(2026, 1, 18))  # Monday to Sunday
    assert elapsed_in(span=fortnight, now=at(1, 10), calendar=WEEKDAYS) == pytest.approx(0.5)
    assert elapsed_in(span=fortnight, now=at(1, 12), calendar=WEEKDAYS) == pytest.approx(0.5)
    assert elapsed_in(span=fortnight, now=at(1, 12, 12), calendar=WEEKDAYS) == pytest.approx(0.55)
    one_off = Calendar(weekdays=WEEKDAYS.weekdays, holidays=frozenset({date(2026, 1, 6)}))
    assert elapsed_in(span=fortnight, now=at(1, 10), calendar=one_off) == pytest.approx(4 / 9)


def test_a_calendar_without_any_day_falls_back_to_every_day():
    weekend = Span(date(2026, 1, 10), date(2026, 1, 11))
    assert elapsed_in(span=weekend, now=at(1, 11), calendar=WEEKDAYS) == pytest.approx(0.5)


@pytest.mark.parametrize(
    ("row", "now", "share"),
    [
        pytest.param(key_result(), at(2, 20), 0.5, id="linear"),
        pytest.param(key_result(direction=Direction.STAY_BELOW), at(1, 2), 1.0, id="held: all of it, always"),
        pytest.param(key_result(direction=Direction.STAY_BELOW), at(1, 1), 0.0, id="held: nothing before"),
        pytest.param(key_result(direction=Direction.BINARY), at(4, 10), 0.0, id="binary: nothing until the end"),
        pytest.param(key_result(direction=Direction.BINARY), at(4, 11), 1.0, id="binary: all at the end"),
    ],
)
def test_expected_progress(row, now, share):
    assert expected(key_result=row, span=HUNDRED_DAYS, now=now) == pytest.approx(share)


@pytest.mark.parametrize(
    ("now", "share"),
    [(at(1, 1), 0.0), (at(1, 11), 0.1), (at(1, 21), 0.2), (at(3, 2), 0.6), (at(4, 11), 1.0), (at(9, 1), 1.0)],
)
def test_a_planned_path_bends_the_expectation(now, share):
    """Viva's phased targets: 0.2 after 20 days, then the rest in the remaining 80."""
    row = key_result(path=(Waypoint(on=date(2026, 1, 20), progress=0.2),))
    assert expected(key_result=row, span=HUNDRED_DAYS, now=now) == pytest.approx(share)


def test_half_a_way_by_the_end_of_the_first_of_two_quarters():
    """Requirements 2, runner-up 15: 0.5 at the end of the cycle is on plan."""
    row = key_result(path=(Waypoint(on=ENDS_ON, progress=0.5),))
    assert expected(key_result=row, span=HUNDRED_DAYS, now=at(2, 20)) == pytest.approx(0.25)
    assert expected(key_result=row, span=HUNDRED_DAYS, now=at(5, 1)) == pytest.approx(0.5)


def test_an_s_curve_starts_and_ends_slowly():
    row = key_result(path=s_curve(starts_on=STARTS_ON, ends_on=ENDS_ON))
    days = [at(1, 11), at(2, 20), at(4, 1), at(4, 11)]
    shares = [expected(key_result=row, span=HUNDRED_DAYS, now=now) for now in days]
    assert shares == pytest.approx([0.028, 0.5, 0.972, 1.0])


def test_an_s_curve_of_three_days_has_three_points():
    assert [point.on.day for point in s_curve(starts_on=STARTS_ON, ends_on=date(2026, 1, 3))] == [1, 2, 3]


def milestone(id_, weight, due_on):
    return Milestone(id=id_, title=id_, weight=weight, due_on=due_on)


def test_milestones_are_expected_when_they_are_due():
    """Oboard: milestones bend the expected path."""
    steps = (milestone("a", 1, date(2026, 1, 10)), milestone("b", 2, date(2026, 2, 10)), milestone("c", 1, None))
    row = key_result(direction=Direction.MILESTONES, shape=MilestoneShape(milestones=steps))
    shares = [
        expected(key_result=row, span=HUNDRED_DAYS, now=now) for now in (at(1, 10), at(1, 11), at(2, 11), at(4, 11))
    ]
    assert shares == [0.0, 0.25, 0.75, 1.0]


def test_undated_milestones_are_expected_linearly_and_weightless_ones_not_at_all():
    undated = MilestoneShape(milestones=(milestone("a", 1, None),))
    weightless = MilestoneShape(milestones=(milestone("a", 0, date(2026, 1, 10)),))
    for shape, share in ((undated, 0.5), (weightless, 0.0)):
        row = key_result(direction=Direction.MILESTONES, shape=shape)
        assert expected(key_result=row, span=HUNDRED_DAYS, now=at(2, 20)) == pytest.approx(share)


OBOARD = PRESETS["oboard"]
MIDDLE = at(2, 20)


def judged(row=None, *, preset=OBOARD, cycle_row=None, **over):
    given = {"progress": 0.4, "now": MIDDLE, "last_checkin_at": at(2, 19), **over}
    return judge(key_result=row or key_result(), cycle=cycle_row or cycle(), span=HUNDRED_DAYS, preset=preset, **given)


CLOSED = cycle(state=CycleState.CLOSED)
CANCELLED = key_result(state=KeyResultState.CANCELLED)


@pytest.mark.parametrize(
    ("arguments", "status", "computed"),
    [
        pytest.param({}, ON, ON, id="computed"),
        pytest.param({"human": RISK}, RISK, ON, id="human over computed, which stays beside it"),
        pytest.param({"human": ON, "last_checkin_at": at(2, 5)}, Status.OUTDATED, ON, id="outdated over human"),
        pytest.param({"last_checkin_at": at(2, 6)}, ON, ON, id="14 days are not yet outdated"),
        pytest.param({"last_checkin_at": None}, Status.OUTDATED, ON, id="never checked in since the start"),
        pytest.param({"cycle_row": CLOSED, "last_checkin_at": None}, Status.MISSED, ON, id="closed over outdated"),
        pytest.param({"cycle_row": CLOSED, "progress": 0.7}, DONE, ON, id="closed: good enough"),
        pytest.param({"cycle_row": CLOSED, "progress": None}, Status.MISSED, Status.NOT_STARTED, id="closed: no data"),
        pytest.param({"row": CANCELLED, "cycle_row": CLOSED}, Status.CANCELLED, ON, id="cancelled over closed"),
        pytest.param({"progress": None}, Status.NOT_STARTED, Status.NOT_STARTED, id="no data"),
        pytest.param({"now": at(1, 1), "last_checkin_at": None}, Status.NOT_STARTED, Status.NOT_STARTED, id="e = 0"),
        pytest.param({"progress": 1.0}, DONE, DONE, id="reached"),
    ],
)
def test_precedence(arguments, status, computed):
    found = judged(**arguments)
    assert (found.status, found.computed) == (status, computed)


def test_a_committed_key_result_is_only_done_at_one():
    row = key_result(commitment=Commitment.COMMITTED)
    assert judged(row, cycle_row=CLOSED, progress=0.99).status is Status.MISSED
    assert judged(row, cycle_row=CLOSED, progress=1.0).status is DONE


@pytest.mark.parametrize("kind", [TrackerKind.JQL, TrackerKind.INITIATIVES])
def test_a_measured_key_result_is_never_outdated(kind):
    assert judged(key_result(tracker=Tracker(kind=kind)), last_checkin_at=None).status is ON


def test_what_is_held_is_not_done_before_the_end():
    row = key_result(direction=Direction.STAY_ABOVE, target=5)
    assert judged(row, progress=1.0).status is ON
    assert judged(row, progress=1.0, now=at(4, 11), last_checkin_at=at(4, 10)).status is DONE
    assert judged(row, progress=0.0).status is RISK


@pytest.mark.parametrize(("confidence", "status"), [(0.8, ON), (0.79, BEHIND), (0.4, BEHIND), (0.39, RISK), (None, ON)])
def test_a_binary_key_result_is_judged_by_confidence_until_it_is_due(confidence, status):
    """Koan's cuts; progress says nothing until it says all."""
    row = key_result(direction=Direction.BINARY)
    assert judged(row, progress=0.0, confidence=confidence).status is status
    assert judged(row, progress=1.0, confidence=confidence).status is DONE
    assert judged(row, progress=0.0, confidence=0.9, now=at(4, 11), last_checkin_at=at(4, 10)).status is RISK


def test_the_three_70_percent_rules_are_three_values():
    """W-09, M-16, 3.4: probability ceiling, achievement, status cut; and the two 40 %: moonshot chance, lower cut."""
    weaver = PRESETS["workshop_weaver"]
    assert weaver.confidence.too_easy == 0.7
    assert PRESETS["methodiq"].good_score == 0.7
    assert OBOARD.status_rule.on_track == 0.7
    assert weaver.moonshot_p == 0.4
    assert OBOARD.status_rule.behind == 0.4
    assert PRESETS["methodiq"].confidence.too_easy is None
    assert weaver.status_rule.on_track != weaver.confidence.too_easy
