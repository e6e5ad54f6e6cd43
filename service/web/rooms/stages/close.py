"""The stage and desk of the last step: the list of what is decided, what is missing, epics as they appear."""

from dataclasses import dataclass

from service.domain import wording
from service.domain.room.alignment import RULE, alignment_gate
from service.domain.room.checklists import Phase, checklist
from service.domain.room.committing import Committed, Refused, to_commit, waiting
from service.domain.room.drafts import KeyResultDraft, ObjectiveDraft
from service.domain.room.drafts.as_model import as_key_result
from service.domain.room.initiatives import three_conditions
from service.domain.room.rhythm import UpdateMode, Weekday, checkin_dates
from service.usecases.read_room import RoomView

MODES = (
    (UpdateMode.MEETING.value, "In a meeting"),
    (UpdateMode.DASHBOARD.value, "On the board, together"),
    (UpdateMode.ASYNC.value, "In writing, before the slot"),
)
WEEKDAYS = tuple((each.value, each.value.capitalize()) for each in Weekday)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A key result as the closing list reads it, and where its commit stands."""

    draft: KeyResultDraft
    aim: str
    done: Committed | None
    refused: Refused | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An objective of the closing list. Source: T-18."""

    draft: ObjectiveDraft
    done: Committed | None
    refused: Refused | None
    lines: tuple[Line, ...]


def close_stage(view: RoomView) -> dict[str, object]:
    """Return the closing list with its progress, the weekly check-in and the checklist of the session itself."""
    room, facts = view.room, view.facts
    return {
        "entries": [_entry(view, each) for each in to_commit(room)],
        "undecided": [each for each in room.drafts.objectives() if not each.is_agreed],
        "left": len(waiting(room)),
        "commits": room.commits,
        "rhythm": room.rhythm,
        "dates": checkin_dates(rhythm=room.rhythm, cycle=facts.cycle),
        "modes": dict(MODES),
        "conditions": three_conditions(room),
        "items": checklist(room=room, facts=facts, phases=(Phase.DURING,)),
        "wants_review": view.step is not None
        and any(each.rule == RULE for each in alignment_gate(room, facts, view.step)),
        "is_reviewing": room.alignment.is_running,
    }


def close_desk(view: RoomView, editing: str) -> dict[str, object]:  # noqa: ARG001
    """Return the choices of the weekly check-in."""
    return {"rhythm": view.room.rhythm, "modes": MODES, "weekdays": WEEKDAYS}


def _entry(view: RoomView, draft: ObjectiveDraft) -> Entry:
    commits = view.room.commits
    return Entry(
        draft=draft,
        done=commits.done.get(draft.id),
        refused=commits.refused.get(draft.id),
        lines=tuple(
            Line(
                draft=each,
                aim=wording.aim(as_key_result(each)),
                done=commits.done.get(each.id),
                refused=commits.refused.get(each.id),
            )
            for each in view.room.drafts.key_results(objective_id=draft.id)
        ),
    )
