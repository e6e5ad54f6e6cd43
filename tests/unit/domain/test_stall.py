"""Who hears of a key result that nobody moves, and when. Oboard waits 14 days; nobody has to answer within a day."""

from datetime import timedelta

import pytest

from service.domain.board.build import build_board
from service.domain.model import CycleState, Initiative, Issue, KeyResultState, Tracker, TrackerKind
from tests.unit.domain.make import at, checkin, cycle, key_result, objective, team

LAST = at(2, 1)
SLOT = Tracker(slot=1)


def heard(days: float, *, checkins=None, **over):
    """Return the codes on the key result's row, on its objective and on the one above, so many days after the check-in."""
    rows = {
        "cycle": cycle(),
        "teams": [team()],
        "objectives": [objective(id="top", title="Be the first choice"), objective(parent_id="top", position=1)],
        "key_results": [key_result(tracker=SLOT)],
        "checkins": [checkin(at=LAST, value=40.0)] if checkins is None else checkins,
        "issues": [Issue(id="w", key="DEMO-9", summary="Work")],
        "initiatives": [Initiative(key_result_id="k", issue_id="w")],
        "now": LAST + timedelta(days=days),
        "site_preset": "oboard",
        **over,
    }
    top, below = build_board(**rows).objectives()
    codes = [[each.code for each in view.problems] for view in (*below.key_results, below, top)]
    return [[code for code in each if code in {"checkin_overdue", "stalled", "no_data"}] for each in codes]


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (14, [[], [], []]),
        (14.5, [["checkin_overdue"], [], []]),  # its owner
        (28, [["checkin_overdue"], [], []]),
        (28.5, [["checkin_overdue"], ["stalled"], ["stalled"]]),  # the team, and the objective it contributes to
    ],
)
def test_a_stall_is_told_to_the_owner_first_and_then_up(days, expected):
    """T-24: an alert to the named owner, then escalation."""
    assert heard(days) == expected


def test_the_doctrine_says_how_long_is_too_long():
    """T-24, G-13: monthly check-ins are not stalled after four weeks."""
    assert heard(28.5, site_preset="seed5_generic") == [[], [], []]


def test_an_answer_ends_it_whoever_gives_it():
    """T-24."""
    answered = [checkin(at=LAST, value=40.0), checkin(id="c2", at=LAST + timedelta(days=28), value=40.0)]
    assert heard(28.5, checkins=answered) == [[], [], []]


def test_what_was_never_checked_in_stalls_from_the_first_day_on():
    """T-24: the cycle began a month before."""
    assert heard(0, checkins=[]) == [["no_data"], ["stalled"], ["stalled"]]


def test_a_stall_without_an_owner_says_so():
    """T-24, T-08: there is nobody to have answered."""
    rows = {"key_results": [key_result(tracker=SLOT, owner=None)]}
    assert heard(28.5, **rows)[1] == ["stalled"]


@pytest.mark.parametrize(
    "over",
    [
        {"cycle": cycle(state=CycleState.CLOSED)},
        {"key_results": [key_result(tracker=SLOT, state=KeyResultState.CANCELLED)]},
        {"key_results": [key_result(tracker=Tracker(kind=TrackerKind.JQL, jql="project = DEMO"))]},
    ],
    ids=["over", "given up", "read by itself"],
)
def test_nobody_is_asked_about_what_needs_no_answer(over):
    """T-24."""
    assert heard(40, **over)[1:] == [[], []]


def test_the_words_name_the_key_result_the_time_and_the_ways_out():
    """T-24."""
    rows = {
        "cycle": cycle(),
        "teams": [team()],
        "objectives": [objective()],
        "key_results": [key_result(tracker=SLOT)],
        "checkins": [checkin(at=LAST, value=40.0)],
        "issues": [],
        "initiatives": [],
        "now": LAST + timedelta(days=30),
        "site_preset": "oboard",
    }
    (view,) = build_board(**rows).objectives()
    (problem,) = [each for each in view.problems if each.code == "stalled"]
    assert problem.message == "“Reply sooner” has stalled: no word for 30 days, and its owner has not answered."
    assert "cancel it with a reason" in problem.way_out
    assert problem.key_result_id == "k"


def test_the_board_tells_who_lags_and_who_leads():
    """G-17: lagging and ahead, a reminder, the log of progress and how sure people are; half of the cycle is over."""
    rows = {
        "cycle": cycle(),
        "teams": [team()],
        "objectives": [objective()],
        "key_results": [key_result(tracker=SLOT), key_result(id="k2", title="Lose fewer", tracker=Tracker(slot=2))],
        "checkins": [
            checkin(at=at(1, 20), value=70.0, confidence=0.8),
            checkin(id="c2", at=at(2, 18), value=80.0, confidence=0.9),
            checkin(id="c3", key_result_id="k2", at=at(2, 1), value=10.0, confidence=0.4),
        ],
        "issues": [Issue(id="w", key="DEMO-9", summary="Work")],
        "initiatives": [Initiative(key_result_id=id, issue_id="w") for id in ("k", "k2")],
        "now": at(2, 20),
        "site_preset": "oboard",
    }
    (view,) = build_board(**rows).objectives()
    leads, lags = view.key_results
    assert leads.progress == 0.8 > leads.expected == 0.5
    assert lags.progress == 0.1 < lags.expected == 0.5
    assert [point.value for point in leads.series] == [70.0, 80.0]
    assert (leads.confidence, lags.confidence) == (0.9, 0.4)
    assert [each.code for each in lags.problems] == ["checkin_overdue"]
    assert leads.problems == ()
