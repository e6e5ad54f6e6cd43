"""Getting a session ready: facts gathered from board and Jira, retrospectives kept, agendas under names, outcomes handed on."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

import pytest

from connect.errors import Unavailable
from connect.outbound.shapes import IssueDetail
from service.domain.cycles import cycle_before
from service.domain.errors import NotThere
from service.domain.model import Cycle, CycleKind, CycleState, Team, TeamKind
from service.domain.retrospective import Question
from service.domain.room import SYSTEM, Act, Scope, SeatRole, Session, SessionKind, StepKind, Trigger
from service.domain.room.agenda import OpenRoom, SetAgenda
from service.domain.room.agendas import default_agenda
from service.domain.room.gates import Waive
from service.domain.room.look_back import AnswerQuestion
from service.domain.room.pacing import Advance, GoBack
from service.domain.room.priorities import AddArea, MarkGreatest
from service.domain.room.seats import Invite, Join
from service.domain.room.steps import Step
from service.usecases.book_session import book_session
from service.usecases.find_agenda import find_agenda
from service.usecases.gather_inputs import gather_inputs
from service.usecases.list_agenda_templates import list_agenda_templates
from service.usecases.list_retrospectives import list_learnings
from service.usecases.perform_act import perform_act
from service.usecases.read_room import RoomView, read_room
from service.usecases.remove_agenda_template import remove_agenda_template
from service.usecases.save_agenda_template import save_agenda_template
from service.usecases.write_retrospective import write_retrospective
from tests.usecases.world import ADA, FakeJira, World

AT = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)


@dataclass
class Work(FakeJira):
    """A Jira with issues of one project."""

    issues: list[IssueDetail] = field(default_factory=list)
    is_down: bool = False

    def search_details(self, *, jql: str, **_: object) -> Iterator[IssueDetail]:
        """Yield the open or the finished ones."""
        assert not self.store.in_transaction
        if self.is_down:
            raise Unavailable("no answer")
        wants_done = "statusCategory = Done" in jql
        yield from (each for each in self.issues if (each.category == "done") is wants_done)

    def details(self, *, issue_ids: list[str]) -> tuple[IssueDetail, ...]:
        """Return those that are known."""
        return tuple(each for each in self.issues if each.id in issue_ids)


def _issue(number: int, *, category: str = "new", parent_id: str | None = None) -> IssueDetail:
    return IssueDetail(
        id=str(number),
        key=f"GROW-{number}",
        summary=f"Work {number}",
        status="x",
        category=category,  # type: ignore[arg-type]
        project_key="GROW",
        updated_at=AT,
        created_at=AT,
        parent_id=parent_id,
    )


def _team(world: World) -> Team:
    return world.team(preset="workshop_weaver")


def _next(world: World) -> Cycle:
    return world.cycle(
        key="2027-Q1",
        name="Q1 2027",
        starts_on=date(2027, 1, 1),
        ends_on=date(2027, 3, 31),
        state=CycleState.PLANNING,
    )


def _book(world: World, cycle: Cycle, team: Team, kind: SessionKind = SessionKind.PLANNING, **words: object) -> Session:
    whole = {
        "scope": Scope.TEAM,
        "trigger": Trigger.QUARTERLY_PLANNING,
        "team_ids": (team.id,),
        "starts_at": datetime(2026, 12, 14, 9, 0, tzinfo=UTC),
        **words,
    }
    return book_session(**world.by_ada, cycle_id=cycle.id, kind=kind, **whole)  # type: ignore[arg-type]


def _act(world: World, session: Session, act: Act) -> None:
    perform_act(
        parts=world.parts,
        site_id=world.site_id,
        by=ADA,
        session_id=session.id,
        act_id=world.parts.new_id(),
        act=act,
    )


def _look(world: World, session: Session) -> RoomView:
    return read_room(parts=world.parts, site_id=world.site_id, session_id=session.id, viewer=ADA)


def _in_look_back(world: World, session: Session) -> None:
    steps = tuple(
        Step(id=kind.value, kind=kind, title=kind.value, minutes=10) for kind in (StepKind.LOOK_BACK, StepKind.NOTES)
    )
    for act in (SetAgenda(steps=steps), Join(), OpenRoom()):
        _act(world, session, act)


def test_the_facts_are_gathered_without_anybody_typing(world: World) -> None:
    """O-06, M-04, G-12, T-03, T-04: last scores and lessons, work that leads nowhere, how many cycles lie behind the team."""
    team, before, coming = _team(world), world.cycle(), _next(world)
    objective = world.objective(before, team)
    key_result = world.key_result(objective)
    world.map_to_epic(objective, "20001")
    write_retrospective(**world.by_ada, cycle_id=before.id, team_id=team.id, answers=dict.fromkeys(Question, "Much"))  # type: ignore[arg-type]
    world.jira = Work(
        world.store,
        issues=[
            _issue(20001),
            _issue(2, parent_id="20001"),
            _issue(3, parent_id="2"),
            _issue(4),
            _issue(5, category="done"),
            _issue(6, category="done", parent_id="20001"),
        ],
    )
    session = _book(world, coming, team)
    assert ("gather_inputs", (world.site_id, session.id)) in world.jobs
    pack = gather_inputs(parts=world.parts, site_id=world.site_id, session_id=session.id)
    assert _look(world, session).room.inputs.pack == pack
    assert pack.last_cycle == before.name
    assert [(each.id, each.team_id) for each in pack.objectives] == [(objective.id, team.id)]
    assert [each.id for each in pack.objectives[0].key_results] == [key_result.id]
    assert {each.question for each in pack.lessons} == {each.value for each in Question}
    assert [(each.cycles, each.has_looked_back) for each in pack.pasts] == [(1, True)]
    (gap,) = pack.gaps
    assert (gap.open_issues, gap.open_adrift, gap.open_share) == (4, 1, 0.25)
    assert (gap.finished_issues, gap.finished_adrift) == (2, 1)
    assert gap.examples == ("GROW-4 Work 4",)
    assert pack.living == ()


def test_without_jira_the_rest_is_gathered_all_the_same(world: World) -> None:
    """O-06: the pack says what could not be read."""
    team, _, coming = _team(world), world.cycle(), _next(world)
    world.jira = Work(world.store, is_down=True)
    session = _book(world, coming, team)
    pack = gather_inputs(parts=world.parts, site_id=world.site_id, session_id=session.id)
    assert pack.gaps == ()
    assert [each.partition(":")[0] for each in pack.not_read] == [f"The issues of {team.name}"]
    assert [(each.cycles, each.has_looked_back) for each in pack.pasts] == [(0, False)]


def test_a_mid_cycle_review_sees_what_is_under_way(world: World) -> None:
    """G-14: every living key result of the teams with its numbers."""
    team, cycle = _team(world), world.cycle()
    other = world.team(name="Care", project_key="CARE")
    key_result = world.key_result(world.objective(cycle, team))
    world.key_result(world.objective(cycle, other))
    world.jira = Work(world.store)
    session = _book(world, cycle, team, SessionKind.MID_CYCLE)
    pack = gather_inputs(parts=world.parts, site_id=world.site_id, session_id=session.id)
    assert [(each.id, each.target) for each in pack.living] == [(key_result.id, key_result.target)]


def test_what_was_said_is_kept_as_the_teams_retrospective(world: World) -> None:
    """T-02, G-15: the act that ends the look back writes it; the next planning finds it; going back rewrites it."""
    team, before, coming = _team(world), world.cycle(), _next(world)
    session = _book(world, coming, team)
    _in_look_back(world, session)
    for question in Question:
        _act(world, session, AnswerQuestion(team_id=team.id, question=question, text=f"About {question.value}"))
    assert list_learnings(parts=world.parts, site_id=world.site_id, cycle_id=coming.id) == ()
    _act(world, session, Advance(step_id="look_back"))
    (kept,) = list_learnings(parts=world.parts, site_id=world.site_id, cycle_id=coming.id)
    assert (kept.retrospective.cycle_id, kept.retrospective.author) == (before.id, ADA)
    assert kept.retrospective.answers == {each: f"About {each.value}" for each in Question}
    _act(world, session, GoBack(step_id="look_back", reason="Forgot one"))
    _act(world, session, AnswerQuestion(team_id=team.id, question=Question.STUCK, text="And hiring"))
    _act(world, session, Advance(step_id="look_back"))
    (kept,) = list_learnings(parts=world.parts, site_id=world.site_id, cycle_id=coming.id)
    assert kept.retrospective.answers[Question.STUCK] == "About stuck\nAnd hiring"


def test_a_retrospective_that_stands_is_added_to_and_never_emptied(world: World) -> None:
    """T-02: what nobody said anew stays; three answers without a standing one write nothing."""
    team, before, coming = _team(world), world.cycle(), _next(world)
    session = _book(world, coming, team)
    _in_look_back(world, session)
    _act(world, session, AnswerQuestion(team_id=team.id, question=Question.STUCK, text="New"))
    _act(world, session, Advance(step_id="look_back"))
    assert list_learnings(parts=world.parts, site_id=world.site_id, cycle_id=coming.id) == ()
    write_retrospective(**world.by_ada, cycle_id=before.id, team_id=team.id, answers=dict.fromkeys(Question, "Old"))  # type: ignore[arg-type]
    _act(world, session, GoBack(step_id="look_back", reason="Again"))
    _act(world, session, Advance(step_id="look_back"))
    (kept,) = list_learnings(parts=world.parts, site_id=world.site_id, cycle_id=coming.id)
    assert kept.retrospective.answers[Question.STUCK] == "New"
    assert kept.retrospective.answers[Question.ACHIEVED] == "Old"


def test_the_strategy_meetings_outcome_is_the_workshops_input(world: World) -> None:
    """O-01, G-07."""
    team, cycle = _team(world), world.cycle()
    strategy = _book(world, cycle, team, SessionKind.STRATEGY, title="Direction")
    step = Step(id="strategy", kind=StepKind.STRATEGY, title="Direction", minutes=10)
    for act in (SetAgenda(steps=(step,)), Join(), OpenRoom(), AddArea(title="Shops"), AddArea(title="Buyers")):
        _act(world, strategy, act)
    _act(world, strategy, MarkGreatest(area_id=_look(world, strategy).room.priorities.areas[1].id))
    workshop = _book(world, cycle, team, SessionKind.WORKSHOP, follows_id=strategy.id)
    planning = _book(world, cycle, team, follows_id=workshop.id)
    followed = _look(world, workshop).facts.followed
    assert followed is not None
    assert (followed.title, [area.title for area in followed.areas]) == ("Direction", ["Buyers", "Shops"])
    chained = _look(world, planning).facts.followed
    assert chained is not None
    assert (chained.title, chained.first_starts_at) == (workshop.title, strategy.starts_at)


def test_a_team_without_a_north_star_waives_it_once(world: World) -> None:
    """M-09: the company's objective of the cycle clears it, and so does a reason on record."""
    team, cycle = _team(world), world.cycle()
    session = _book(world, cycle, team, preset="atlassian_play")
    for act in (Join(), Invite(account_id="557058:ben", role=SeatRole.LEAD), OpenRoom()):
        _act(world, session, act)
    assert "M-09" in {each.rule for each in _look(world, session).blockers}
    _act(world, session, Waive(rule="M-09", reason="The board meets next week"))
    assert "M-09" not in {each.rule for each in _look(world, session).blockers}
    other = _book(world, cycle, team, preset="atlassian_play")
    for act in (Join(), OpenRoom()):
        _act(world, other, act)
    world.objective(cycle, world.team(name="Shop", kind=TeamKind.COMPANY, project_key="HQ"))
    assert "M-09" not in {each.rule for each in _look(world, other).blockers}


def test_an_agenda_is_kept_under_a_name_and_used_again(world: World) -> None:
    """W-14, M-26: one name, one template; another session of the site finds it."""
    team, cycle = _team(world), world.cycle()
    session = _book(world, cycle, team)
    save = {"parts": world.parts, "site_id": world.site_id, "by": ADA, "session_id": session.id}
    first = save_agenda_template(**save, name=" Our  quarter ")  # type: ignore[arg-type]
    _act(world, session, SetAgenda(steps=first.steps[:2]))
    again = save_agenda_template(**save, name="Our quarter")  # type: ignore[arg-type]
    assert list_agenda_templates(parts=world.parts, site_id=world.site_id) == (again,)
    assert (again.id, len(again.steps)) == (first.id, 2)
    found = {"parts": world.parts, "site_id": world.site_id, "session": session}
    assert find_agenda(**found, source=f"template:{again.id}") == again.steps  # type: ignore[arg-type]
    oboard = default_agenda(preset="oboard", kind=SessionKind.PLANNING)
    assert find_agenda(**found, source="doctrine:oboard") == oboard  # type: ignore[arg-type]
    remove_agenda_template(parts=world.parts, site_id=world.site_id, template_id=again.id)
    with pytest.raises(NotThere):
        find_agenda(**found, source=f"template:{again.id}")  # type: ignore[arg-type]


def test_the_company_gets_the_leadership_agenda(world: World) -> None:
    """T-16: booked for the company, OKRs Tool's agenda takes two to three hours."""
    team, cycle = _team(world), world.cycle()
    session = _book(world, cycle, team, preset="okrs_tool", scope=Scope.COMPANY)
    assert 120 <= _look(world, session).room.agenda.planned_minutes <= 180


def test_a_quarter_looks_back_on_a_quarter(world: World) -> None:
    """T-19: a year that ends on the same day does not come before the quarter."""
    quarter, coming = world.cycle(), _next(world)
    year = world.cycle(key="2026", name="2026", kind=CycleKind.YEAR, starts_on=date(2026, 1, 1))
    assert cycle_before(cycles=(year, quarter, coming), cycle=coming) == quarter
    assert cycle_before(cycles=(coming,), cycle=coming) is None


def test_nobody_but_the_service_puts_facts_on_the_table(world: World) -> None:
    """O-06: the log names the service as the one who gathered."""
    team, cycle = _team(world), world.cycle()
    world.jira = Work(world.store)
    session = _book(world, cycle, team)
    gather_inputs(parts=world.parts, site_id=world.site_id, session_id=session.id)
    with world.store.reading() as tx:
        acts = tx.sessions.acts_after(site_id=world.site_id, id=session.id, seq=0)
    assert [(each.kind, each.stamp.by) for each in acts][-1] == ("put_pack", SYSTEM)
