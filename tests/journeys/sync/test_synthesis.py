"""Two teams on one simulated site: what their links hold against each other, and the requests that follow. Requirements 2.5, 2.6."""

from dataclasses import dataclass
from datetime import timedelta

import pytest

from service.domain.divergence import Quadrant
from service.domain.errors import Forbidden
from service.domain.model import KeyResult, Team, TeamKind, TrackerKind
from service.domain.synthesis import Kind, RequestState
from service.usecases.answer_request import answer_request
from service.usecases.create_objective import create_objective
from service.usecases.create_team import create_team
from service.usecases.declare_allowance import declare_allowance
from service.usecases.link_initiative import link_initiative
from service.usecases.read_divergence import read_divergence
from service.usecases.read_synthesis import read_synthesis
from service.usecases.record_checkin import record_checkin
from service.usecases.run_synthesis import run_synthesis
from tests.journeys.sync.house import ADA, DOV, House


@dataclass
class Two:
    """Two teams with a key result each."""

    home: House
    cycle_id: str
    mine: KeyResult
    theirs: KeyResult
    team: Team
    other: Team

    def kinds(self) -> set[Kind]:
        """Return the kinds of what a run finds."""
        run = run_synthesis(**self.home.here, cycle_id=self.cycle_id).run
        assert run is not None
        assert run.is_complete
        return {each.kind for each in run.findings}


@pytest.fixture
def two(once: House) -> Two:
    once.site.jira.add_project("PAY", "Payments", lead=ADA)
    cycle, team = once.cycle(), once.team()
    other = create_team(**once.by_ada, name="Payments", kind=TeamKind.TEAM, project_key="PAY")
    titles = {team.id: "Be loved by small shops", other.id: "Payments never fail"}
    made = [
        once.key_result(
            create_objective(**once.by_ada, cycle_id=cycle.id, team_id=each.id, title=titles[each.id]).id,
            title=f"Number of {each.name}",
        )
        for each in (team, other)
    ]
    once.settle()
    return Two(once, cycle.id, made[0], made[1], team, other)


def issue(two: Two, project: str, summary: str, **fields: object) -> str:
    made = two.home.site.jira.create(project=project, issue_type="Story", summary=summary, by=ADA, fields=dict(fields))
    return made.key


def test_a_dependency_is_found_asked_for_and_gone_when_accepted(two: Two) -> None:
    """2.5: unrecognised dependency with its path; a confirmed one disappears."""
    start, gate, behind = issue(two, "DEMO", "Checkout"), issue(two, "PAY", "Gateway"), issue(two, "PAY", "Bank")
    two.home.site.jira.link(gate, start, ADA)
    two.home.site.jira.link(behind, gate, ADA)
    link_initiative(**two.home.by_ada, key_result_id=two.mine.id, issue=start)
    two.home.settle()
    found = run_synthesis(**two.home.here, cycle_id=two.cycle_id)
    assert found.run is not None
    (finding,) = found.run.findings
    assert (finding.kind, finding.path) == (Kind.UNRECOGNISED_DEPENDENCY, (start, gate, behind))
    (request,) = found.requests
    assert (request.team_id, request.other_team_id, request.state) == (two.team.id, two.other.id, RequestState.OPEN)
    answer = {"cycle_id": two.cycle_id, "request_id": request.id, "accepts": True}
    with pytest.raises(Forbidden):
        answer_request(**{**two.home.by_ada, "by": DOV}, **answer)  # type: ignore[arg-type]
    answer_request(**two.home.by_ada, **answer)  # type: ignore[arg-type]
    shown = read_synthesis(**two.home.here, cycle_id=two.cycle_id)
    assert shown.run is not None
    assert shown.run.findings == ()
    assert two.kinds() == set()
    assert [each.state for each in read_synthesis(**two.home.here, cycle_id=two.cycle_id).requests] == [
        RequestState.ACCEPTED
    ]


def test_planning_the_blocker_withdraws_the_request(two: Two) -> None:
    start, gate = issue(two, "DEMO", "Checkout"), issue(two, "PAY", "Gateway")
    two.home.site.jira.link(gate, start, ADA)
    link_initiative(**two.home.by_ada, key_result_id=two.mine.id, issue=start)
    assert two.kinds() == {Kind.UNRECOGNISED_DEPENDENCY}
    link_initiative(**two.home.by_ada, key_result_id=two.theirs.id, issue=gate)
    two.home.settle()
    assert two.kinds() == set()
    (request,) = read_synthesis(**two.home.here, cycle_id=two.cycle_id).requests
    assert request.state is RequestState.WITHDRAWN


def test_dates_knots_and_shared_work_are_seen_through_jira(two: Two) -> None:
    today = two.home.needs.now().date()
    start = issue(two, "DEMO", "Checkout", duedate=str(today + timedelta(days=5)))
    late = issue(two, "PAY", "Gateway", duedate=str(today + timedelta(days=9)))
    two.home.site.jira.link(late, start, ADA)
    two.home.site.jira.link(start, late, ADA)
    for key_result in (two.mine, two.theirs):
        link_initiative(**two.home.by_ada, key_result_id=key_result.id, issue=late)
    link_initiative(**two.home.by_ada, key_result_id=two.mine.id, issue=start)
    two.home.settle()
    assert two.kinds() == {Kind.DATE_CONFLICT, Kind.CYCLE, Kind.SHARED_INITIATIVE}


def test_a_field_renamed_in_one_query_hides_no_double_count(two: Two) -> None:
    """2.5, *Tests*: by the field's name here, by its number there, the terms turned round."""
    field = two.home.site.jira.fields.add_custom("Basket value")
    number = field.id.removeprefix("customfield_")
    for objective_id, jql in (
        (two.mine.objective_id, 'project = DEMO AND "Basket value" > 3'),
        (two.theirs.objective_id, f"cf[{number}] > 3 AND project = demo"),
    ):
        two.home.key_result(objective_id, tracker_kind=TrackerKind.JQL, jql=jql, title="Large baskets")
    two.home.settle()
    assert two.kinds() == {Kind.DOUBLE_COUNT}


def test_effort_without_outcome_and_work_that_serves_nothing(two: Two) -> None:
    """2.6: a stuck lever, and the orphan share against the allowance; progress is left alone."""
    served, orphan = issue(two, "DEMO", "Serves"), issue(two, "DEMO", "Serves nothing")
    link_initiative(**two.home.by_ada, key_result_id=two.mine.id, issue=served)
    two.home.settle()
    record_checkin(**two.home.by_ada, key_result_id=two.mine.id, value=0.0)
    for key in (served, orphan):
        two.home.site.jira.change_status(key, "Done", ADA)
    two.home.settle()
    where = {**two.home.here, "team_id": two.team.id, "cycle_id": two.cycle_id}
    (soon,) = read_divergence(**where).key_results
    assert soon.divergence.quadrant is Quadrant.WAITING
    two.home.come_back(after_s=15 * 86_400)
    found = read_divergence(**where)
    (curves,) = found.key_results
    assert curves.divergence.quadrant is Quadrant.STUCK_LEVER
    assert curves.effort[-1] == 1.0
    assert curves.values[-1] == 0.0
    assert [each.key for each in found.orphan_work.orphans] == [orphan]
    assert (found.orphan_work.finished, found.orphan_work.share) == (2, 0.5)
    assert not found.orphan_work.is_within
    declare_allowance(**two.home.by_ada, team_id=two.team.id, share=0.5)
    assert read_divergence(**where).orphan_work.is_within
