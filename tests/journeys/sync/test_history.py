"""The past of a number rebuilt from the changelogs of the simulated site. Requirements 2.4; M-14."""

from datetime import UTC, datetime, timedelta

import pytest

from service.domain.do_nothing import Verdict
from service.domain.history import STEP, NotReplayable
from service.domain.model import CycleKind, KeyResult, TrackerKind
from service.usecases.ask_for_history import ask_for_history
from service.usecases.create_cycle import create_cycle
from service.usecases.create_objective import create_objective
from service.usecases.measure_history import measure_history
from service.usecases.read_do_nothing import read_do_nothing
from service.usecases.read_history import read_history
from service.usecases.read_key_result import read_key_result
from service.usecases.take_baseline import take_baseline
from tests.journeys.sync.house import ADA, House

WEEKS = 20


def ago(weeks: float) -> datetime:
    return datetime.now(UTC) - weeks * STEP


def bugs_come_and_go(home: House) -> list[int]:
    """Make one bug a week, fix every third a week later; return how many were open at the end of each week."""
    born: list[float] = []
    fixed: list[float] = []
    for number in range(WEEKS):
        age = WEEKS - number - 0.5
        bug = home.site.jira.create(project="DEMO", issue_type="Bug", summary=f"Old bug {number}", by=ADA, at=ago(age))
        born.append(age)
        if number % 3 == 0 and age > 1:
            home.site.jira.change_status(bug.id, "Done", by=ADA, at=ago(age - 1))
            fixed.append(age - 1)
    return [sum(age >= week for age in born) - sum(age >= week for age in fixed) for week in range(WEEKS - 1, -1, -1)]


def planned(home: House, **words: object) -> KeyResult:
    """Plan a key result for the quarter after this one; nothing of it runs yet."""
    today = home.needs.now().date()
    cycle = create_cycle(
        **home.by_ada,
        key="next",
        name="Next quarter",
        kind=CycleKind.CUSTOM,
        starts_on=today + timedelta(days=7),
        ends_on=today + timedelta(days=98),
    )
    objective = create_objective(**home.by_ada, cycle_id=cycle.id, team_id=home.team().id, title="Nothing breaks twice")
    return home.key_result(objective.id, **words)


def test_a_query_is_replayed_week_by_week_and_fills_the_baseline(home: House) -> None:
    """2.4: replay equals what stood there; the baseline fills itself, with its proof."""
    expected = bugs_come_and_go(home)
    home.settle()
    jql = 'project = DEMO AND summary ~ "Old bug" AND statusCategory != Done'
    key_result = planned(home, tracker_kind=TrackerKind.JQL, jql=jql, baseline=None, target=60.0)
    assert key_result.baseline == expected[-1]
    home.settle()
    history = read_history(**home.here, key_result_id=key_result.id)
    assert history is not None
    assert [value for _, value in history.points][-WEEKS:] == expected
    assert history.issue_count == WEEKS
    assert history.provenance.startswith(f"count of JQL {jql} | ")
    verdict = read_do_nothing(**home.here, key_result_id=key_result.id)
    assert verdict.verdict is Verdict.WISH
    assert verdict.times_best_quarter is not None


def test_a_number_field_is_replayed_from_its_edits(once: House) -> None:
    revenue = once.site.jira.fields.add_custom("Revenue")
    report = once.site.jira.create(project="DEMO", issue_type="Story", summary="Numbers", by=ADA, at=ago(12.5))
    for week in range(12, -1, -1):
        once.site.jira.set_field(report.id, revenue.id, 100 + 5 * (12 - week), by=ADA, at=ago(week + 0.01))
    once.settle()
    key_result = planned(once, issue=report.key, issue_field=revenue.id, baseline=42.0, target=200.0)
    history = measure_history(**once.here, key_result_id=key_result.id)
    assert history is not None
    assert [value for _, value in history.points] == [100.0 + 5 * step for step in range(13)]
    assert read_key_result(**once.here, key_result_id=key_result.id).baseline == 42.0, "what a person stated stays"
    taken = take_baseline(**once.by_ada, key_result_id=key_result.id)
    assert taken.baseline == 160.0
    found = read_do_nothing(**once.here, key_result_id=key_result.id)
    assert found.verdict is Verdict.BUSINESS_AS_USUAL, "it rises by five a week without anybody's help"
    assert found.expected == pytest.approx(230, abs=2)


def test_only_changed_issues_cost_a_changelog(once: House) -> None:
    for number in range(5):
        once.site.jira.create(project="DEMO", issue_type="Bug", summary=f"Ancient {number}", by=ADA, at=ago(90))
    once.settle()
    jql = 'project = DEMO AND summary ~ "Ancient" AND status = "To Do"'
    key_result = planned(once, tracker_kind=TrackerKind.JQL, jql=jql, baseline=0.0, target=9.0)
    before = len([call for call in once.calls() if call.endswith("/changelog")])
    history = measure_history(**once.here, key_result_id=key_result.id)
    assert history is not None
    assert {value for _, value in history.points} == {5.0}
    assert len([call for call in once.calls() if call.endswith("/changelog")]) == before


def test_what_cannot_be_replayed_is_refused_before_any_work(once: House) -> None:
    moving = planned(once, tracker_kind=TrackerKind.JQL, jql="project = DEMO AND updated >= -7d", baseline=1.0)
    with pytest.raises(NotReplayable, match="updated"):
        ask_for_history(**once.by_ada, key_result_id=moving.id)
    assert measure_history(**once.here, key_result_id=moving.id) is None
    with once.needs.store.reading() as tx:
        (problem,) = tx.problems.list(site_id=once.site_id, scope=f"history:{moving.id}")
    assert (problem.code, problem.key_result_id) == ("not_replayable", moving.id)
    assert "updated" in problem.message
    assert read_do_nothing(**once.here, key_result_id=moving.id).verdict is Verdict.NOT_ENOUGH_HISTORY
