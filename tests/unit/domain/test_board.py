"""The board: everything computed about a cycle, on a company small enough to work out by hand."""

from datetime import date, timedelta

import pytest

from service.domain.board.build import build_board
from service.domain.ledger import Entry, EntryKind, changes_between, promise_of
from service.domain.model import (
    CheckinSource,
    CycleState,
    Direction,
    Initiative,
    Issue,
    KeyResultState,
    ObjectiveState,
    OwnerState,
    ParentLink,
    RollupMode,
    Status,
    StatusCategory,
    TeamKind,
    Tracker,
    TrackerKind,
)
from service.domain.parents import made_of, scoring_children
from service.domain.presets import PRESETS, StatusRollup
from service.domain.presets.derive import derive
from tests.unit.domain.make import at, checkin, cycle, key_result, objective, team

NOW = at(2, 20)  # half of the 100 days
SLOT = Tracker(slot=1)


def board(**over):
    rows = {
        "cycle": cycle(),
        "teams": [team()],
        "objectives": [objective()],
        "key_results": [key_result(tracker=SLOT)],
        "checkins": [checkin(at=at(2, 18), value=40.0, confidence=0.6)],
        "issues": [Issue(id="w", key="DEMO-9", summary="Work")],
        "initiatives": [Initiative(key_result_id="k", issue_id="w")],
        "now": NOW,
        "site_preset": "oboard",
        **over,
    }
    return build_board(**rows)


def only(found):
    (view,) = found.objectives()
    return view


def codes(view):
    return [problem.code for problem in view.problems]


def test_a_key_result_row():
    found = board()
    (row,) = only(found).key_results
    assert (row.value, row.progress, row.raw_progress) == (40.0, 0.4, 0.4)
    assert (row.expected, row.confidence) == (0.5, 0.6)
    assert (row.status, row.computed_status) == (Status.ON_TRACK, Status.ON_TRACK)
    assert row.last_checkin_at == at(2, 18)
    assert row.problems == ()
    assert [(point.at, point.value, point.progress) for point in row.series] == [(at(2, 18), 40.0, 0.4)]
    assert found.elapsed == 0.5
    assert found.as_of == NOW


def test_the_latest_value_counts_and_the_future_does_not():
    rows = [
        checkin(at=at(2, 10), value=70.0, recorded_at=at(2, 18)),
        checkin(at=at(2, 15), value=30.0, recorded_at=at(2, 15)),
        checkin(at=at(2, 15), value=35.0, recorded_at=at(2, 16)),
        checkin(at=at(2, 16), value=None, confidence=0.3),
        checkin(at=at(2, 16), value=None, note="a word without a number"),
        checkin(at=at(2, 21), value=90.0),
    ]
    (row,) = only(board(checkins=rows)).key_results
    assert (row.value, row.progress, row.confidence) == (35.0, 0.35, 0.3)
    assert row.last_checkin_at == at(2, 16)
    assert [point.progress for point in row.series] == [0.7, 0.3, 0.35, None]


def test_a_persons_status_stands_until_they_check_in_again():
    said = checkin(at=at(2, 17), value=40.0, status=Status.AT_RISK)
    measured = checkin(at=at(2, 18), value=45.0, source=CheckinSource.TRACKER)
    again = checkin(at=at(2, 19), value=46.0, source=CheckinSource.FIELD)
    (row,) = only(board(checkins=[said, measured])).key_results
    assert (row.status, row.computed_status) == (Status.AT_RISK, Status.ON_TRACK)
    (row,) = only(board(checkins=[said, measured, again])).key_results
    assert row.status is Status.ON_TRACK
    (row,) = only(board(checkins=[measured])).key_results
    assert row.status is Status.ON_TRACK


def test_confidence_falls_back_to_the_one_given_at_planning():
    (row,) = only(board(checkins=[], key_results=[key_result(confidence=0.8)])).key_results
    assert row.confidence == 0.8


def test_weights_cancelled_and_enabling_key_results():
    rows = [
        key_result(id="k1", weight=1, tracker=SLOT),
        key_result(id="k2", weight=3, tracker=SLOT),
        key_result(id="k3", state=KeyResultState.CANCELLED),
        key_result(id="k4", is_enabler=True, tracker=SLOT),
        key_result(id="k5", tracker=SLOT),
    ]
    values = {"k1": 20.0, "k2": 60.0, "k3": 100.0, "k4": 100.0}
    found = board(
        key_results=rows,
        checkins=[checkin(key_result_id=key, at=at(2, 19), value=value) for key, value in values.items()],
    )
    view = only(found)
    assert view.progress == pytest.approx(0.5)
    assert view.expected == pytest.approx(0.5)
    assert len(view.key_results) == 5
    assert view.key_results[2].status is Status.CANCELLED
    assert view.key_results[2].problems == ()


def test_effort_is_the_done_share_of_live_initiatives():
    issues = [
        Issue(id="1", key="PAY-10", summary="a", category=StatusCategory.DONE),
        Issue(id="2", key="PAY-11", summary="b", category=StatusCategory.IN_PROGRESS),
        Issue(id="3", key="PAY-12", summary="c", category=StatusCategory.DONE, gone=True),
    ]
    links = [Initiative(key_result_id="k", issue_id=issue_id) for issue_id in ("1", "2", "3", "unknown")]
    (row,) = only(board(issues=issues, initiatives=links)).key_results
    assert row.effort == 0.5
    assert {issue.id for issue in row.initiatives} == {"1", "2", "3"}
    (row,) = only(board(issues=[], initiatives=[])).key_results
    assert row.effort is None


def family(mode, *, state=ObjectiveState.ACTIVE, links=(), child_parent="o"):
    return board(
        objectives=[
            objective(rollup=mode),
            objective(id="child", parent_id=child_parent, state=state, position=1),
        ],
        key_results=[key_result(), key_result(id="k2", objective_id="child")],
        checkins=[
            checkin(at=at(2, 19), value=20.0, confidence=0.4),
            checkin(at=at(2, 19), key_result_id="k2", value=80.0, confidence=0.8),
        ],
        links=links,
    )


@pytest.mark.parametrize(
    ("mode", "progress"), [(RollupMode.OWN, 0.2), (RollupMode.CHILDREN, 0.8), (RollupMode.BOTH, 0.5)]
)
def test_own_children_or_both(mode, progress):
    top, child = family(mode).objectives()
    assert top.progress == pytest.approx(progress)
    assert child.progress == pytest.approx(0.8)
    assert top.child_ids == ("child",)


def test_cancelled_children_leave_the_mean_but_stay_listed():
    top, child = family(RollupMode.BOTH, state=ObjectiveState.CANCELLED).objectives()
    assert top.progress == pytest.approx(0.2)
    assert top.child_ids == ("child",)
    assert child.status is Status.CANCELLED


def test_a_shared_child_scores_by_its_share():
    link = ParentLink(child_id="child", parent_id="o", share=0.5)
    top, _ = family(RollupMode.BOTH, links=[link], child_parent=None).objectives()
    assert top.progress == pytest.approx((0.2 + 0.5 * 0.8) / 1.5)


def test_a_contributing_child_does_not_score():
    top, _ = family(RollupMode.BOTH, links=[ParentLink(child_id="child", parent_id="o")]).objectives()
    assert top.progress == pytest.approx(0.2)


def test_the_objectives_status_follows_the_presets_way():
    weak = [checkin(at=at(2, 19), value=10.0), checkin(at=at(2, 19), key_result_id="k2", value=90.0)]
    rows = [key_result(), key_result(id="k2")]
    by_progress = only(board(key_results=rows, checkins=weak, site_preset="oboard"))
    by_weakest = only(board(key_results=rows, checkins=weak, site_preset="atlassian_play"))
    assert by_progress.status is Status.ON_TRACK
    assert by_weakest.status is Status.AT_RISK


@pytest.mark.parametrize(
    ("values", "status"),
    [
        pytest.param((50, 50, 25), Status.ON_TRACK, id="BOJA: 2 on + 1 at risk = 4/3: hides a risk"),
        ((25, 25, 50), Status.BEHIND),
        ((25, 10, 10), Status.AT_RISK),
        ((100, 100, 100), Status.DONE),
        ((100, 50, 50), Status.ON_TRACK),
    ],
)
def test_the_mean_of_categories(values, status):
    own = derive(base=PRESETS["oboard"], key="mean", name="Mean", changes={"status_rollup": StatusRollup.MEAN})
    rows = [key_result(id=str(n)) for n in range(3)]
    said = [checkin(at=at(2, 19), key_result_id=str(n), value=float(value)) for n, value in enumerate(values)]
    assert only(board(key_results=rows, checkins=said, site_preset=own)).status is status


def test_an_objective_whose_key_results_are_all_outdated_is_outdated():
    stale = [checkin(at=at(1, 5), value=90.0)]
    assert only(board(checkins=stale, site_preset="oboard")).status is Status.OUTDATED
    assert only(board(checkins=stale, site_preset="google")).status is Status.OUTDATED


def test_no_data_is_not_zero():
    view = only(board(checkins=[], now=at(1, 5)))
    assert (view.progress, view.confidence, view.status) == (None, None, Status.NOT_STARTED)
    assert view.key_results[0].status is Status.NOT_STARTED


def test_a_closed_cycle_is_done_or_missed_and_has_no_problems_left():
    closed = cycle(state=CycleState.CLOSED)
    done = only(board(cycle=closed, checkins=[checkin(at=at(4, 1), value=70.0)], now=at(5, 1)))
    assert (done.status, done.key_results[0].status) == (Status.DONE, Status.DONE)
    missed = only(board(cycle=closed, checkins=[], now=at(5, 1), objectives=[objective(epic_gone=True)]))
    assert (missed.status, missed.key_results[0].status) == (Status.MISSED, Status.MISSED)
    assert missed.problems == missed.key_results[0].problems == ()


def test_one_point_a_week_and_now():
    rows = [checkin(at=at(1, 10), value=10.0), checkin(at=at(1, 20), value=None, confidence=0.5)]
    series = only(board(checkins=rows, now=at(1, 25))).series
    assert [point.at for point in series] == [at(1, 1), at(1, 8), at(1, 15), at(1, 22), at(1, 25)]
    assert [point.progress for point in series] == [None, None, 0.1, 0.1, 0.1]
    assert [point.confidence for point in series] == [None, None, None, 0.5, 0.5]


def test_the_series_ends_with_the_cycle_and_starts_with_it():
    assert only(board(now=at(12, 1))).series[-1].at == at(4, 11)
    assert only(board(now=at(1, 1) - timedelta(days=1))).series == ()
    assert [point.at for point in only(board(now=at(1, 8))).series] == [at(1, 1), at(1, 8)]


def test_teams_are_in_order_and_the_north_star_is_the_companys_first():
    company = team(id="co", name="Acme", kind=TeamKind.COMPANY)
    division = team(id="d", name="Finance", kind=TeamKind.DEPARTMENT)
    apples = team(id="a", name="apples")
    found = board(
        teams=[team(), apples, division, company],
        objectives=[
            objective(id="x", team_id="co", position=2),
            objective(id="y", team_id="co", position=1, parent_id="x"),
            objective(id="z", team_id="co", position=0, state=ObjectiveState.DRAFT),
            objective(id="w", position=0),
        ],
    )
    assert [view.team.id for view in found.teams] == ["co", "d", "a", "t"]
    assert found.north_star is not None
    assert found.north_star.objective.id == "x"
    assert [view.objective.id for view in found.objectives()] == ["z", "y", "x", "w"]
    assert board().north_star is None


def test_drafts_and_other_cycles_do_not_count():
    found = board(
        objectives=[
            objective(),
            objective(id="draft", state=ObjectiveState.DRAFT),
            objective(id="other", cycle_id="another"),
            objective(id="lost", team_id="unknown"),
        ],
        key_results=[key_result(), key_result(id="k2", objective_id="draft")],
        checkins=[checkin(at=at(2, 19), value=20.0), checkin(at=at(2, 19), key_result_id="k2", value=80.0)],
    )
    assert {view.objective.id for view in found.objectives()} == {"o", "draft"}
    assert found.progress == found.teams[0].progress == pytest.approx(0.2)


def test_a_teams_own_preset_decides_for_its_objectives():
    stale = [checkin(at=at(2, 1), value=40.0)]
    assert only(board(checkins=stale)).key_results[0].status is Status.OUTDATED
    own = only(board(checkins=stale, teams=[team(preset="seed5_generic")]))
    assert own.key_results[0].status is Status.BEHIND


@pytest.mark.parametrize(
    ("over", "code"),
    [
        ({"owner": None}, "owner_missing"),
        ({"owner": None, "owner_state": OwnerState.UNCHECKED}, "owner_missing"),
        ({"owner_state": OwnerState.INACTIVE}, "owner_inactive"),
        ({"owner_state": OwnerState.UNKNOWN}, "owner_unknown"),
        ({"owner_state": OwnerState.CANNOT_SEE}, "owner_cannot_see_epic"),
        ({"tracker": Tracker()}, "no_field"),
    ],
)
def test_problems_of_a_key_result_name_it_and_the_way_out(over, code):
    (row,) = only(board(key_results=[key_result(**{"tracker": SLOT, **over})])).key_results
    (problem,) = row.problems
    assert problem.code == code
    assert "Reply sooner" in problem.message
    assert problem.way_out
    assert problem.key_result_id == "k"


def test_missing_and_overdue_checkins():
    (row,) = only(board(checkins=[])).key_results
    assert codes(row) == ["no_data"]
    (row,) = only(board(checkins=[], now=at(1, 8))).key_results
    assert codes(row) == []
    (row,) = only(board(checkins=[checkin(at=at(2, 5), value=40.0)])).key_results
    assert codes(row) == ["checkin_overdue"]
    assert "15 days ago" in row.problems[0].message


def test_a_shrinking_base_is_a_problem():
    rows = [checkin(at=at(2, 10), value=50.0, denominator=100), checkin(at=at(2, 19), value=60.0, denominator=50)]
    (row,) = only(board(key_results=[key_result(direction=Direction.RATIO, tracker=SLOT)], checkins=rows)).key_results
    assert codes(row) == ["denominator_shrinking"]
    (row,) = only(
        board(key_results=[key_result(direction=Direction.RATIO, tracker=SLOT)], checkins=rows[:1])
    ).key_results
    assert codes(row) == []


@pytest.mark.parametrize(
    ("over", "code"),
    [
        ({"epic_gone": True}, "epic_gone"),
        ({"epic_id": None, "epic_key": None}, "not_mapped"),
        ({"publish_error": "no permission"}, "publish_error"),
    ],
)
def test_problems_of_an_objective(over, code):
    view = only(board(objectives=[objective(**over)]))
    assert codes(view) == [code]
    assert "Be loved" in view.problems[0].message
    assert view.problems[0].key_result_id is None


def test_too_few_and_too_many_key_results():
    assert codes(only(board(key_results=[]))) == ["no_key_results"]
    rows = [key_result(id=f"k{n}", tracker=Tracker(kind=TrackerKind.JQL, slot=1)) for n in range(5)]
    assert codes(only(board(key_results=rows, site_preset="google"))) == ["too_many_key_results"]
    assert codes(only(board(key_results=rows, objectives=[objective(state=ObjectiveState.DRAFT)]))) == []


def test_a_key_result_of_its_own_dates():
    row = key_result(starts_on=date(2026, 2, 10), due_on=date(2026, 3, 1), tracker=SLOT)
    (view,) = only(board(key_results=[row])).key_results
    assert view.expected == pytest.approx(0.5)


def test_parents_that_form_a_loop_are_still_shown():
    found = board(objectives=[objective(parent_id="b"), objective(id="b", parent_id="o", rollup=RollupMode.BOTH)])
    assert {view.objective.id for view in found.objectives()} == {"o", "b"}


def test_amending_a_target_never_alters_the_past():
    """Requirements 2.7, 3.6: past points keep the promise of their time, today's progress is today's."""
    promised, amended = key_result(target=100.0, tracker=SLOT), key_result(target=50.0, tracker=SLOT)
    entries = [
        Entry(
            at=at(1, 1),
            kind=EntryKind.CREATED,
            subject_id="k",
            changes=changes_between(before={}, after=promise_of(key_result=promised)),
        ),
        Entry(
            at=at(2, 1),
            kind=EntryKind.AMENDED,
            subject_id="k",
            changes=changes_between(before=promise_of(key_result=promised), after=promise_of(key_result=amended)),
        ),
    ]
    rows = [checkin(at=at(1, 15), value=20.0), checkin(at=at(2, 10), value=30.0)]
    view = only(board(key_results=[amended], checkins=rows, amendments=entries))
    (row,) = view.key_results
    assert [(point.at, point.progress) for point in row.series] == [
        (at(1, 15), 0.2),
        (at(2, 1), 0.4),
        (at(2, 10), 0.6),
    ]
    assert row.progress == view.progress == view.series[-1].progress == 0.6
    before = only(board(key_results=[amended], checkins=rows[:1], amendments=entries))
    assert before.series[-1].progress == before.progress == 0.4
    early = only(board(key_results=[amended], checkins=rows, amendments=entries, now=at(1, 20)))
    assert [point.progress for point in early.key_results[0].series] == [0.2]
    nothing_yet = only(board(key_results=[amended], checkins=[], amendments=entries))
    assert nothing_yet.key_results[0].series == ()


def test_the_rows_an_objective_is_made_of_show_it_as_the_whole_board_does():
    rows = [
        objective(id="top", rollup=RollupMode.BOTH),
        objective(id="mid", parent_id="top", rollup=RollupMode.CHILDREN),
        objective(id="low", parent_id="mid"),
        objective(id="aside"),
    ]
    numbers = [key_result(id=f"k-{row.id}", objective_id=row.id) for row in rows]
    said = [checkin(key_result_id=f"k-{row.id}", at=at(2, 10 + n), value=10.0 * n) for n, row in enumerate(rows)]
    whole = board(objectives=rows, key_results=numbers, checkins=said)
    ids = made_of(objective_id="top", children=scoring_children(objectives=rows))
    part = board(objectives=[row for row in rows if row.id in ids], key_results=numbers, checkins=said)
    assert ids == {"top", "mid", "low"}
    top, same = (next(v for v in found.objectives() if v.objective.id == "top") for found in (part, whole))
    assert top == same


def test_a_trackers_value_stands_beside_a_persons():
    counted = checkin(at=at(2, 10), value=50.0, source=CheckinSource.TRACKER)
    said = checkin(at=at(2, 12), value=80.0)
    moved = checkin(at=at(2, 14), value=60.0, source=CheckinSource.TRACKER)
    for rows, value, beside in (
        ([counted], 50.0, counted),
        ([counted, said], 80.0, counted),
        ([counted, said, moved], 60.0, moved),
        ([said], 80.0, None),
        ([], None, None),
    ):
        (row,) = only(board(checkins=rows)).key_results
        measured = (None, None) if beside is None else (beside.value, beside.at)
        assert (row.value, row.measured_value, row.measured_at) == (value, *measured)


def test_a_running_key_result_has_an_outlook_and_one_that_is_over_has_none():
    """Requirements 3.5: a probability and an interval, or the reason why not."""
    few = [checkin(at=at(2, 10), value=50.0)]
    many = [checkin(at=at(2, 1 + n), value=2.0 * n) for n in range(8)]
    (row,) = only(board(checkins=few)).key_results
    assert row.outlook is None, "nobody asked"
    (row,) = only(board(checkins=few, forecasts=True)).key_results
    assert row.outlook is not None
    assert row.outlook.best is None
    assert all("check-ins" in each.reason or "projected" in each.reason for each in row.outlook.answers)
    (row,) = only(board(checkins=many, forecasts=True)).key_results
    assert row.outlook is not None
    assert row.outlook.best is not None
    assert row.outlook.best.low <= row.outlook.best.final <= row.outlook.best.high
    for over in (
        {"cycle": cycle(state=CycleState.CLOSED)},
        {"key_results": [key_result(state=KeyResultState.CANCELLED)]},
    ):
        (row,) = only(board(checkins=many, forecasts=True, **over)).key_results
        assert row.outlook is None
