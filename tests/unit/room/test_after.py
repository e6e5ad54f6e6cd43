"""After the session: did the plan arrive, what is ticked, whose ideas were they, how did it go."""

from datetime import timedelta

import pytest

from service.domain.model import CycleState, Objective
from service.domain.presets import PRESETS
from service.domain.room import SYSTEM, Stamp, StepKind
from service.domain.room.alignment import NoteReview, Unit
from service.domain.room.authorship import authorship, origin
from service.domain.room.checklists import Phase, checklist
from service.domain.room.drafts.agreement import AgreeObjective
from service.domain.room.drafts.key_results import DraftKeyResult
from service.domain.room.drafts.objectives import DraftObjective, EditObjective
from service.domain.room.notes import WriteNote
from service.domain.room.output_test import (
    AnsweredBefore,
    AnswerTest,
    NothingToAsk,
    Question,
    is_successful,
    members,
    reopening,
    right,
    sheet,
)
from service.domain.room.pacing import Advance
from service.domain.room.process import figures, set_quality
from service.domain.room.record import AskRecord, NoteRecord, NoteRecordFailed
from service.domain.room.seats import NotInRoom
from tests.unit.room.closing import STEPS, agreed, committed, ready
from tests.unit.room.rooms import CYCLE, FAY, LIA, SAM, TEAM, TOM, Play, play, replace


def over() -> tuple[Play, str, str]:
    """Return a room whose session is closed with a committed plan."""
    room, objective, row = committed()
    room.act(FAY, Advance(step_id="close"))
    return room, objective, row


def rightly(room: Play, account: str) -> AnswerTest:
    """Return the right answer of a person."""
    wanted = right(room=room.room, account_id=account)
    return AnswerTest(
        priorities=tuple(wanted[Question.PRIORITIES]),
        objectives=tuple(wanted[Question.OBJECTIVES]),
        owners=tuple(wanted[Question.OWNERS]),
    )


def test_the_test_begins_when_the_plan_is_committed_and_the_session_over() -> None:
    """T-21."""
    room, *_ = committed()
    with pytest.raises(NothingToAsk):
        room.act(LIA, rightly(room, LIA))
    room.act(FAY, Advance(step_id="close"))
    with pytest.raises(NotInRoom):
        room.act("acc-nobody", AnswerTest())
    room.act(LIA, rightly(room, LIA))
    with pytest.raises(AnsweredBefore):
        room.act(LIA, rightly(room, LIA))


def test_planning_is_successful_when_everybody_knows_all_three() -> None:
    """T-21."""
    room, *_ = over()
    for person in members(room.room):
        assert is_successful(room.room) is None
        room.act(person, rightly(room, person))
    assert is_successful(room.room) is True
    assert room.room.output_test.score == 1
    assert reopening(room.room) is None


@pytest.mark.parametrize(
    ("wrong", "question", "step"),
    [
        ({"owners": ()}, Question.OWNERS, "owners"),
        ({"objectives": ("something-else",)}, Question.OBJECTIVES, "objectives"),
        ({"priorities": ()}, Question.PRIORITIES, "objectives"),
    ],
)
def test_one_no_means_not_successful_and_names_the_step_to_open_again(
    wrong: dict[str, tuple[str, ...]], question: Question, step: str
) -> None:
    """T-21: any "no" means that planning was not successful."""
    room, *_ = over()
    room.act(LIA, replace(rightly(room, LIA), **wrong))
    assert is_successful(room.room) is False
    assert room.room.output_test.answers[LIA].passed[question] is False
    assert reopening(room.room) == (question, step)


def test_picking_everything_is_no_answer() -> None:
    """T-21: a wrong pick beside the right ones is a "no"."""
    room, *_ = over()
    asked = sheet(room=room.room, facts=room.facts, account_id=SAM)
    every = AnswerTest(
        priorities=tuple(each.id for each in asked.priorities),
        objectives=tuple(each.id for each in asked.objectives),
        owners=tuple(f"{row.id}:{person}" for row in asked.owned for person in asked.people),
    )
    room.act(SAM, every)
    assert room.room.output_test.answers[SAM].passed[Question.OWNERS] is False


def test_the_sheet_is_shuffled_for_each_person_and_the_same_at_every_look() -> None:
    room, *_ = over()
    plan = tuple(Objective(id=f"o{n}", cycle_id=CYCLE.id, team_id="other", title=f"Objective {n}") for n in range(9))
    room.facts = replace(room.facts, plan=plan)
    sheets = {person: sheet(room=room.room, facts=room.facts, account_id=person) for person in (FAY, TOM, LIA, SAM)}
    assert sheets[LIA] == sheet(room=room.room, facts=room.facts, account_id=LIA)
    assert len({each.objectives for each in sheets.values()}) > 1
    for person, asked in sheets.items():
        wanted = right(room=room.room, account_id=person)
        assert wanted[Question.OBJECTIVES] <= {each.id for each in asked.objectives}
        assert wanted[Question.PRIORITIES] <= {each.id for each in asked.priorities}
        assert len(asked.objectives) == 6


def ticked(room: Play) -> set[str]:
    return {each.id for each in checklist(room=room.room, facts=room.facts) if each.is_done}


def test_the_checklists_tick_themselves() -> None:
    """O-18, O-19, O-20, O-21, O-22, O-23, O-24, O-25, O-26, O-27, O-28, O-29."""
    room = play(*STEPS, preset="okrs_tool")
    assert {"O-18", "O-19", "O-21"} <= ticked(room)
    assert not {"O-22", "O-23", "O-25", "O-26", "O-27", "O-28", "O-29"} & ticked(room)
    room, *_ = ready()
    assert {"O-22", "O-23", "O-24", "O-25", "O-28"} <= ticked(room)
    assert "O-26" not in ticked(room)
    room, *_ = committed()
    page = {"page_id": "1", "url": "u", "title": "t", "space_key": "S", "version": 1, "body_hash": "h"}
    room.act(SYSTEM, NoteRecord(**page, is_restricted=True))  # type: ignore[arg-type]
    assert "O-26" in ticked(room)
    assert "O-27" not in ticked(room)
    room.act(SYSTEM, NoteRecord(**page))  # type: ignore[arg-type]
    assert "O-27" in ticked(room)
    assert "O-29" not in ticked(room)
    room.facts = replace(room.facts, cycle=replace(CYCLE, state=CycleState.CLOSED))
    assert "O-29" in ticked(room)


def test_what_is_missing_says_what_to_do() -> None:
    """O-20: time limits and expected outcomes."""
    room = play(*STEPS)
    items = {each.id: each for each in checklist(room=room.room, facts=room.facts, phases=(Phase.BEFORE,))}
    assert set(items) == {"O-18", "O-19", "O-20", "O-21"}
    assert "cue" in items["O-20"].missing
    assert "decide" not in items["O-18"].missing
    asked = play(StepKind.SCOPE, StepKind.INPUTS)
    assert missing(asked)["O-18"] == "List what the session has to decide."
    assert missing(asked)["O-19"] == "Gather the facts of the last cycle, so that everybody can read them before."
    room.facts = replace(room.facts, north_star=None)
    assert "strategy" in {e.id: e for e in checklist(room=room.room, facts=room.facts)}["O-19"].missing


def test_whose_ideas_the_plan_is_made_of() -> None:
    """W-13, T-09, G-24: seen through the note that an objective grew from."""
    room = play(StepKind.NOTES, StepKind.OBJECTIVES, StepKind.KEY_RESULTS)
    note = room.act(SAM, WriteNote(text="Nobody waits"))
    room.go_to(StepKind.OBJECTIVES)
    grown = room.act(TOM, DraftObjective(team_id=TEAM.id, title="Nobody waits", came_from=note))
    own = room.act(TOM, DraftObjective(team_id=TEAM.id, title="Win the market"))
    found = room.room.drafts.objective(grown)
    assert found is not None
    assert origin(room.room, found) == SAM
    balance = authorship(room.room)
    assert balance.objectives_share == 0.5
    assert balance.key_results_share is None
    assert set(balance.alone) == {grown, own}
    assert balance.taking_part_share == pytest.approx(1 / 3)
    room.act(LIA, EditObjective(objective_id=grown, title="Nobody waits"))
    assert authorship(room.room).alone == (own,)


def test_a_week_from_draft_to_launch_warns() -> None:
    """T-17, T-16, T-03, T-04, T-13: figures with the vendor's as a benchmark, never as a promise."""
    room, *_ = committed()
    room.facts = replace(room.facts, cycles_before=3, has_looked_back=False)
    found = {each.key: each for each in figures(room=room.room, facts=room.facts)}
    assert not found["launch"].warns
    assert found["looked_back"].warns
    assert found["maturity"].value == "3"
    assert "52 %" in found["quality"].benchmark
    assert all("OKRs Tool" in each.benchmark for each in found.values())
    room, *_ = agreed()
    room.later(days=7)
    found = {each.key: each for each in figures(room=room.room, facts=room.facts)}
    assert found["launch"].warns
    room.later(days=15)
    found = {each.key: each for each in figures(room=room.room, facts=room.facts)}
    assert found["length"].warns
    assert room.facts.now - room.room.agenda.runs[0].started_at == timedelta(days=22)


def test_tasks_and_daily_business_are_counted() -> None:
    """T-13, T-10."""
    room, objective, _ = agreed()
    room.act(SAM, DraftKeyResult(objective_id=objective, title="Launch the new website"))
    quality = set_quality(room=room.room, preset=room.facts.preset)
    assert (quality.key_results, quality.tasks) == (2, 1)
    assert quality.share == 0.5


def test_the_balance_is_told_by_its_smaller_share() -> None:
    """W-13: half the objectives and no key result came from people who are no leaders."""
    room = play(StepKind.OBJECTIVES, StepKind.KEY_RESULTS)
    assert authorship(room.room).share is None
    own = room.act(TOM, DraftObjective(team_id=TEAM.id, title="Win the market"))
    other = room.act(SAM, DraftObjective(team_id=TEAM.id, title="Nobody waits"))
    assert authorship(room.room).share == 0.5
    for id in (own, other):
        room.act(FAY, AgreeObjective(objective_id=id))
    room.go_to(StepKind.KEY_RESULTS)
    room.act(TOM, DraftKeyResult(objective_id=own, title="Raise the share", baseline=1, target=2))
    assert authorship(room.room).share == 0.0


def missing(room: Play) -> dict[str, str]:
    return {each.id: each.missing for each in checklist(room=room.room, facts=room.facts)}


def test_the_checklist_names_what_is_left() -> None:
    """O-18, O-19, O-20, O-22, O-23, O-24, O-25: each with the way to it."""
    room, objective, _ = agreed(StepKind.OBJECTIVES, StepKind.KEY_RESULTS, StepKind.PRESSURE_TEST)
    assert missing(room)["O-22"] == missing(room)["O-23"] == missing(room)["O-25"] == ""
    assert missing(room)["O-24"] == "Run “pressure_test”."
    room.act(SAM, DraftKeyResult(objective_id=objective, title="Launch the new website"))
    assert missing(room)["O-23"] == "1 of 2 key results are daily business or tasks."
    assert missing(room)["O-25"] == "1 has no owner."
    for number in range(2):
        more = room.act(LIA, DraftObjective(team_id=TEAM.id, title=f"Make asking feel easy in town {number}"))
        room.act(FAY, AgreeObjective(objective_id=more))
    assert missing(room)["O-22"] == "Care has 3 objectives; the limit is 2. Cut the others."
    room.facts = replace(room.facts, teams=(), cycles_before=2)
    assert "is gone" in missing(room)["O-18"]
    assert "how the last cycle went" in missing(room)["O-19"]
    room.room = replace(room.room, agenda=replace(room.room.agenda, steps=()))
    assert "Lay out the agenda" in missing(room)["O-20"]


def test_objectives_are_owned_where_the_doctrine_says_so() -> None:
    """O-25, O-12."""
    room, *_ = agreed()
    assert missing(room)["O-25"] == ""
    room.facts = replace(room.facts, preset=PRESETS["oboard"])
    assert missing(room)["O-25"] == "1 has no owner."


def test_a_vague_objective_was_not_challenged_enough() -> None:
    """O-24."""
    room, objective, _ = agreed()
    room.act(LIA, EditObjective(objective_id=objective, title="Improve communication"))
    assert missing(room)["O-24"].startswith("“Improve communication” is vague")


def test_only_the_first_answer_counts_and_a_step_that_never_ran_is_not_opened_again() -> None:
    """T-21."""
    room, *_ = over()
    wrong = replace(rightly(room, LIA), priorities=())
    room.act(LIA, wrong)
    stamp = Stamp(by=LIA, at=room.facts.now, act_id="a" * 32)
    assert rightly(room, LIA).apply(room=room.room, stamp=stamp) == room.room
    assert reopening(room.room) == (Question.PRIORITIES, "objectives")
    room.room = replace(room.room, agenda=replace(room.room.agenda, runs=()))
    assert reopening(room.room) is None


def test_a_room_in_which_nothing_happened_has_few_figures() -> None:
    """T-17, T-16, T-11, T-13: nothing is counted that is not there."""
    room = play(StepKind.NOTES)
    assert {each.key for each in figures(room=room.room, facts=room.facts)} == {"length", "looked_back", "maturity"}
    room.room = replace(room.room, agenda=replace(room.room.agenda, runs=()))
    assert {each.key for each in figures(room=room.room, facts=room.facts)} == {"looked_back", "maturity"}


@pytest.mark.parametrize(
    ("linked", "value", "warns"), [(3, "75\N{NO-BREAK SPACE}%", True), (4, "100\N{NO-BREAK SPACE}%", False)]
)
def test_how_many_objectives_have_a_way_up(linked: int, value: str, warns: bool) -> None:
    """T-11: beside the vendor's 65 %."""
    room, *_ = agreed()
    units = (Unit(team_id=TEAM.id, objectives=4, linked=linked),)
    room.act(SYSTEM, NoteReview(drafts="", findings=(), units=units))
    (links,) = [each for each in figures(room=room.room, facts=room.facts) if each.key == "links"]
    assert (links.value, links.warns, bool(links.says)) == (value, warns, warns)
    assert "65 %" in links.benchmark


def test_under_twenty_minutes_nobody_can_have_argued() -> None:
    """T-16."""
    room = play(StepKind.NOTES)
    room.later(minutes=19)
    room.act(FAY, Advance(step_id="notes"))
    (length,) = [each for each in figures(room=room.room, facts=room.facts) if each.key == "length"]
    assert (length.value, length.warns) == ("19 of 10 min", True)


def test_a_record_that_cannot_be_written_says_why_and_an_earlier_page_stays() -> None:
    """O-26."""
    room, *_ = committed()
    room.act(SYSTEM, NoteRecord(page_id="1", url="u", title="t", space_key="S", version=1, body_hash="h"))
    room.act(LIA, AskRecord())
    assert room.room.record.is_running
    room.act(SYSTEM, NoteRecordFailed(reason="The space is gone"))
    record = room.room.record
    assert (record.page_id, record.is_running, record.trouble) == ("1", False, "The space is gone")
