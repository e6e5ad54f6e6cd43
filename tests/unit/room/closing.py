"""A room on its last steps, for tests of what happens there."""

from service.domain.room import SYSTEM, StepKind, blockers
from service.domain.room.committing import Commit, NoteCommitEnded, NoteCommitted, Priority, fingerprint
from service.domain.room.drafts.agreement import AgreeObjective
from service.domain.room.drafts.key_results import DraftKeyResult
from service.domain.room.drafts.objectives import DraftObjective
from service.domain.room.drafts.ownership import OwnKeyResult
from service.domain.room.rhythm import ChooseSlot, UpdateMode, Weekday
from tests.unit.room.rooms import FAY, LIA, SAM, TEAM, Play, play

STEPS = (StepKind.OBJECTIVES, StepKind.KEY_RESULTS, StepKind.OWNERS, StepKind.INITIATIVES, StepKind.CLOSE)
TITLE = "Median days from return to refund"


def agreed(*kinds: StepKind, preset: str = "okrs_tool") -> tuple[Play, str, str]:
    """Return a room with one agreed objective and one owned key result, still on the owners' step."""
    room = play(*(kinds or STEPS), preset=preset)
    objective = room.act(LIA, DraftObjective(team_id=TEAM.id, title="Make returning feel easy"))
    room.act(FAY, AgreeObjective(objective_id=objective))
    room.go_to(StepKind.KEY_RESULTS)
    row = room.act(SAM, DraftKeyResult(objective_id=objective, title=TITLE, baseline=3.0, target=9.0, unit="days"))
    room.act(FAY, OwnKeyResult(key_result_id=row, owner=SAM, checkin_days=7))
    return room, objective, row


def slot(room: Play, *, weekday: Weekday = Weekday.TUESDAY) -> None:
    """Choose the weekly check-in."""
    room.act(FAY, ChooseSlot(mode=UpdateMode.MEETING, weekday=weekday, time="09:30"))


def ready(*kinds: StepKind) -> tuple[Play, str, str]:
    """Return a room on its last step with everything in place."""
    room, objective, row = agreed(*kinds)
    slot(room)
    room.go_to(StepKind.CLOSE)
    return room, objective, row


def committed(*kinds: StepKind) -> tuple[Play, str, str]:
    """Return a room whose plan is committed."""
    room, objective, row = ready(*kinds)
    press = room.act(FAY, Commit())
    for id in (objective, row):
        draft = room.room.drafts.objective(id) or room.room.drafts.key_result(id)
        assert draft is not None
        keys = ("CARE-1",) if id == objective else ()
        room.act(SYSTEM, NoteCommitted(subject_id=id, keys=keys, fingerprint=fingerprint(draft)))
    room.act(SYSTEM, NoteCommitEnded(press_id=press, priorities=(Priority(id="star", title="Be trusted"),)))
    return room, objective, row


def rules(room: Play) -> set[str]:
    """Return the rules that speak now."""
    step = room.room.agenda.step
    assert step is not None
    return {each.rule for each in blockers(room=room.room, facts=room.facts, step=step)}


def hard(room: Play) -> set[str]:
    """Return the rules that keep the running step from ending."""
    step = room.room.agenda.step
    assert step is not None
    return {each.rule for each in blockers(room=room.room, facts=room.facts, step=step) if each.is_hard}
