"""Opening, scope, decisions, inputs, pre-work, priorities: what is asked before anybody drafts."""

from dataclasses import replace
from datetime import date

import pytest

from service.domain.errors import NotThere
from service.domain.room import SYSTEM, Scope, SeatRole, SessionKind, StepKind, blockers
from service.domain.room.act import Stamp
from service.domain.room.attendance import Leave, MarkPresent
from service.domain.room.decisions import AddDecision, Decide, DeferDecision
from service.domain.room.drafts.objectives import DraftObjective
from service.domain.room.followed import Followed
from service.domain.room.gates import Waive
from service.domain.room.input_pack import Pack, WorkGap
from service.domain.room.inputs import AddInput, DropInput, GatheredOnly, InputKind, PutPack
from service.domain.room.north_star import NorthStarMissing
from service.domain.room.outline import SetScope
from service.domain.room.pacing import Advance, StepBlocked
from service.domain.room.prework import BaselineInvalid, FileBaseline, FileNothing, WithdrawBaseline, owing
from service.domain.room.priorities import AddArea, Area, DropArea, MarkGreatest
from service.domain.room.process import first_draft_at
from service.domain.room.running import RoomNotOpen, WrongStep
from service.domain.room.seats import Invite, Join, NotFacilitating, NotInRoom
from tests.unit.room.rooms import FAY, LIA, SAM, SPONSOR, START, TEAM, TOM, Play, play


def _open(played: Play) -> list[tuple[str, str]]:
    step = played.room.agenda.step
    assert step is not None
    return [(each.rule, each.subject_id) for each in blockers(room=played.room, facts=played.facts, step=step)]


def test_the_opening_names_who_is_missing() -> None:
    """M-07: a leader, a contributor and the sponsor; the sponsor is marked present in the opening step."""
    played = play(StepKind.OPENING, StepKind.NOTES)
    assert _open(played) == [("M-07", "sponsor")]
    for account, role in ((TOM, SeatRole.OBSERVER), (LIA, SeatRole.OBSERVER), (SAM, SeatRole.OBSERVER)):
        played.act(FAY, Invite(account_id=account, role=role))
    assert _open(played) == [("M-07", "leader"), ("M-07", "contributor"), ("M-07", "sponsor")]
    with pytest.raises(StepBlocked, match="answers for the unit"):
        played.act(FAY, Advance(step_id="opening"))


def test_the_sponsor_may_leave_after_having_been_marked() -> None:
    """M-07: marked present counts, and so does having left again."""
    played = play(StepKind.OPENING, StepKind.NOTES)
    played.act(FAY, Invite(account_id=SPONSOR, role=SeatRole.SPONSOR))
    assert _open(played) == [("M-07", "sponsor")]
    with pytest.raises(NotFacilitating):
        played.act(LIA, MarkPresent(account_id=SPONSOR))
    played.act(FAY, MarkPresent(account_id=SPONSOR))
    assert _open(played) == []
    played.act(SPONSOR, Leave())
    assert not played.room.seats.by_account[SPONSOR].is_present
    assert _open(played) == []
    played.act(FAY, Advance(step_id="opening"))


def test_the_facilitator_does_not_leave_the_room_alone() -> None:
    """M-01: there is one facilitator as long as the session runs."""
    played = play(StepKind.OPENING)
    with pytest.raises(NotInRoom, match="Hand the facilitation over"):
        played.act(FAY, Leave())
    with pytest.raises(NotInRoom):
        played.act(FAY, MarkPresent(account_id="acc-nobody"))


def test_no_team_plans_without_a_north_star() -> None:
    """M-09: neither does the opening end nor can an objective be drafted, unless that is waived with a reason."""
    played = play(StepKind.OBJECTIVES, StepKind.KEY_RESULTS)
    played.facts = replace(played.facts, north_star=None)
    assert ("M-09", "") in _open(played)
    with pytest.raises(NorthStarMissing):
        played.act(LIA, DraftObjective(team_id=TEAM.id, title="Be trusted"))
    played.act(FAY, Waive(rule="M-09", reason="The board meets next week"))
    played.act(LIA, DraftObjective(team_id=TEAM.id, title="Be trusted"))
    assert ("M-09", "") not in _open(played)


def test_the_company_plans_its_north_star_itself() -> None:
    """M-09 is about teams: whoever plans the company's objectives is about to find one; with teams, by the end of the step."""
    asked = {}
    for scope in Scope:
        for kind in (StepKind.STRATEGY, StepKind.OBJECTIVES):
            played = play(kind)
            played.facts = replace(played.facts, north_star=None)
            played.act(FAY, SetScope(scope=scope, period="Q1"))
            asked[scope, kind] = ("M-09", "") in _open(played)
    assert {key for key, is_asked in asked.items() if is_asked} == {
        (Scope.BOTH, StepKind.OBJECTIVES),
        (Scope.TEAM, StepKind.STRATEGY),
        (Scope.TEAM, StepKind.OBJECTIVES),
    }


def test_later_steps_are_locked_until_scope_period_and_decisions_are_set() -> None:
    """O-05."""
    played = play(StepKind.SCOPE, StepKind.OBJECTIVES)
    assert _open(played) == [("O-05", "scope"), ("O-05", "decisions")]
    with pytest.raises(StepBlocked):
        played.act(FAY, Advance(step_id="scope"))
    with pytest.raises(NotFacilitating):
        played.act(LIA, SetScope(scope=Scope.TEAM, period="Q1 2027"))
    played.act(FAY, SetScope(scope=Scope.BOTH, period="Q1 2027"))
    played.act(LIA, AddDecision(question="Which market first?"))
    assert _open(played) == []
    assert (played.room.session.scope, played.room.outline.period) == (Scope.BOTH, "Q1 2027")
    played.act(FAY, Advance(step_id="scope"))


def test_a_session_does_not_close_with_an_open_decision() -> None:
    """O-02: deciding and putting off both settle it; forgetting does not."""
    played = play(StepKind.SCOPE, StepKind.CLOSE)
    first = played.act(LIA, AddDecision(question="Which market first?"))
    second = played.act(TOM, AddDecision(question="Who leads it?"))
    played.act(FAY, SetScope(scope=Scope.TEAM, period="Q1"))
    played.act(FAY, Advance(step_id="scope"))
    assert [each for each in _open(played) if each[0] == "O-02"] == [("O-02", first), ("O-02", second)]
    with pytest.raises(StepBlocked):
        played.act(FAY, Advance(step_id="close"))
    with pytest.raises(NotInRoom):
        played.act(LIA, Decide(decision_id=first, outcome="Portugal", decider="acc-nobody"))
    played.act(LIA, Decide(decision_id=first, outcome="Portugal", decider=TOM))
    played.act(FAY, DeferDecision(decision_id=second, reason="Ada is away until May", decider=FAY))
    assert not [each for each in _open(played) if each[0] == "O-02"]
    decided, put_off = played.room.decisions.all
    assert (decided.outcome, decided.decider, decided.is_deferred) == ("Portugal", TOM, False)
    assert (put_off.outcome, put_off.decider, put_off.is_deferred) == ("Ada is away until May", FAY, True)
    with pytest.raises(NotThere):
        played.act(LIA, Decide(decision_id="f" * 32, outcome="Yes", decider=TOM))


def _baseline(**words: object) -> FileBaseline:
    whole = {
        "metric": "Repeat rate",
        "value": 24.0,
        "unit": "%",
        "source": "Shop report",
        "measured_on": date(2026, 12, 1),
    }
    return FileBaseline(**{**whole, **words})  # type: ignore[arg-type]


def test_owners_file_their_baselines_and_the_rest_is_reminded() -> None:
    """M-10, G-20: value, source, date and reliability; who has not filed stands there by name, observers and others do not."""
    played = play(StepKind.INPUTS)
    assert owing(played.room) == (TOM, LIA, SAM)
    filed = played.act(TOM, _baseline())
    played.act(LIA, FileNothing())
    assert owing(played.room) == (SAM,)
    assert ("M-10", "") in _open(played)
    baseline = played.room.prework.baselines[0]
    assert (baseline.id, baseline.by, baseline.value, baseline.reliability.value) == (filed, TOM, 24.0, "reported")
    with pytest.raises(NotThere):
        played.act(SAM, WithdrawBaseline(baseline_id=filed))
    played.act(TOM, WithdrawBaseline(baseline_id=filed))
    assert owing(played.room) == (TOM, SAM)


def test_a_baseline_is_not_read_tomorrow() -> None:
    """M-10: the date is when it was read."""
    played = play(StepKind.INPUTS)
    with pytest.raises(BaselineInvalid) as refused:
        played.act(TOM, _baseline(measured_on=date(2026, 12, 15)))
    assert refused.value.field == "measured_on"


def test_preparation_begins_with_the_booking_and_ends_with_the_session() -> None:
    """M-10: before the session; once it is over nothing is filed any more."""
    played = play(StepKind.INPUTS)
    played.act(FAY, Advance(step_id="inputs"))
    for act in (_baseline(), AddDecision(question="What?"), AddInput(topic=InputKind.STRATEGY, text="Up")):
        with pytest.raises(RoomNotOpen):
            played.act(LIA, act)


def test_the_input_pack_says_what_it_lacks_and_holds_nobody_up() -> None:
    """O-06: strategy and constraints are asked for, the rest may stay empty; facts come from the service alone."""
    played = play(StepKind.INPUTS, StepKind.NOTES)
    assert _open(played)[:3] == [("O-06", "pack"), ("O-06", "strategy"), ("O-06", "constraints")]
    pack = Pack(gathered_at=START)
    with pytest.raises(GatheredOnly):
        played.act(FAY, PutPack(pack=pack))
    played.act(SYSTEM, PutPack(pack=pack))
    played.act(LIA, AddInput(topic=InputKind.STRATEGY, text="Grow in the south"))
    mine = played.act(LIA, AddInput(topic=InputKind.CONSTRAINTS, text="No hiring"))
    assert {rule for rule, _ in _open(played)} == {"M-10"}
    with pytest.raises(NotThere):
        played.act(TOM, DropInput(input_id=mine))
    played.act(LIA, DropInput(input_id=mine))
    assert ("O-06", "constraints") in _open(played)
    played.act(FAY, Advance(step_id="inputs"))


def test_the_alignment_gap_is_a_share_of_the_open_issues() -> None:
    """M-04, G-12: open issues with no way to an objective, finished ones that served none; without any there is no share."""
    gap = WorkGap(team_id=TEAM.id, open_issues=8, open_adrift=6, finished_issues=0, finished_adrift=0, allowance=0.4)
    assert gap.open_share == 0.75
    assert gap.finished_share is None


def test_a_strategy_meeting_ends_with_weighed_areas() -> None:
    """G-07: priority areas are named and one contributes most; in a planning that is advice, in a strategy meeting it is asked."""
    played = play(StepKind.STRATEGY, StepKind.CLOSE, session=SessionKind.STRATEGY)
    assert _open(played) == [("G-07", "areas")]
    with pytest.raises(StepBlocked):
        played.act(FAY, Advance(step_id="strategy"))
    first = played.act(LIA, AddArea(title="Returning buyers"))
    second = played.act(TOM, AddArea(title="New shops", contribution="A third of next year's revenue"))
    assert _open(played) == [("G-07", "greatest")]
    played.act(FAY, MarkGreatest(area_id=second))
    assert [area.id for area in played.room.priorities.in_order()] == [second, first]
    played.act(TOM, DropArea(area_id=second))
    assert _open(played) == [("G-07", "greatest")]
    with pytest.raises(NotThere):
        played.act(FAY, MarkGreatest(area_id=second))
    played.act(FAY, MarkGreatest(area_id=first))
    played.act(FAY, Advance(step_id="strategy"))
    with pytest.raises(WrongStep):
        played.act(LIA, AddArea(title="Late"))


def test_a_workshop_takes_up_what_the_strategy_meeting_named() -> None:
    """O-01, G-07: with areas handed on, neither areas nor a strategy are asked for again."""
    area = Area(id="a", title="Returning buyers", contribution="", by=TOM)
    handed = Followed(title="Direction", kind=SessionKind.STRATEGY, first_starts_at=START, areas=(area,))
    played = play(StepKind.STRATEGY, StepKind.INPUTS, session=SessionKind.WORKSHOP)
    played.facts = replace(played.facts, followed=handed)
    assert _open(played) == []
    played.act(FAY, Advance(step_id="strategy"))
    assert ("O-06", "strategy") not in _open(played)


def test_the_room_knows_when_drafting_began() -> None:
    """T-17: the time from the first draft to the launch is measured from the first objective on the table."""
    played = play(StepKind.OBJECTIVES)
    assert first_draft_at(played.room) is None
    played.later(minutes=3)
    at = played.facts.now
    played.act(LIA, DraftObjective(team_id=TEAM.id, title="Be trusted"))
    played.later(minutes=3)
    played.act(LIA, DraftObjective(team_id=TEAM.id, title="Be fast"))
    assert first_draft_at(played.room) == at


def test_roles_change_and_the_console_is_handed_over() -> None:
    """M-01, O-04: a role may change, the seat stays; there is one facilitator before and after."""
    played = play(StepKind.OPENING)
    played.act(FAY, Invite(account_id=LIA, role=SeatRole.SPONSOR))
    assert played.room.seats.by_account[LIA].is_present
    stamp = Stamp(by="acc-late", at=START, act_id="1")
    assert Join().apply(room=played.room, stamp=stamp).seats.by_account["acc-late"].role is SeatRole.CONTRIBUTOR


def test_whoever_comes_in_again_has_been_there_since_the_first_time() -> None:
    """M-07: reloading the page is no second arrival; who was not invited becomes a contributor."""
    played = play(StepKind.OPENING)
    played.act("acc-guest", Join())
    first = played.room.seats.by_account["acc-guest"]
    assert first.role is SeatRole.CONTRIBUTOR
    played.later(minutes=5)
    played.act("acc-guest", Join())
    assert played.room.seats.by_account["acc-guest"] == first
