"""Before the first step and after the last one: checklists, whose ideas, figures, the output test."""

from service.domain.room.authorship import authorship
from service.domain.room.checkin_agenda import checkin_agenda
from service.domain.room.checklists import Phase, checklist
from service.domain.room.output_test import is_open, is_successful, members, reopening, sheet
from service.domain.room.process import figures
from service.domain.room.rhythm import checkin_dates
from service.usecases.read_room import RoomView


def lobby_stage(view: RoomView) -> dict[str, object]:
    """Return what should be there before the room opens. Source: O-18 … O-21."""
    return {"items": checklist(room=view.room, facts=view.facts, phases=(Phase.BEFORE,))}


def after_stage(view: RoomView) -> dict[str, object]:
    """Return what became of the session. Source: O-22 … O-29, T-21, W-13, T-17."""
    room, facts = view.room, view.facts
    again, is_asked = reopening(room), _is_asked(view)
    return {
        "is_asked": is_asked,
        "before": checklist(room=room, facts=facts, phases=(Phase.BEFORE,)),
        "during": checklist(room=room, facts=facts, phases=(Phase.DURING,)),
        "after": checklist(room=room, facts=facts, phases=(Phase.AFTER,)),
        "is_committed": bool(room.commits.done),
        "balance": authorship(room),
        "figures": figures(room=room, facts=facts),
        "test": room.output_test,
        "asked": members(room),
        "verdict": is_successful(room),
        "again": again,
        "again_step": room.agenda.find(again[1]) if again else None,
        "record": room.record,
        "dates": checkin_dates(rhythm=room.rhythm, cycle=facts.cycle),
        "points": checkin_agenda(room),
        "rhythm": room.rhythm,
        "epics": [
            (each, room.commits.done[each.id].keys) for each in room.drafts.objectives() if room.commits.has(each.id)
        ],
    }


def after_desk(view: RoomView) -> dict[str, object]:
    """Return a person's sheet of the output test; None when there is none, or it was answered. Source: T-21."""
    room = view.room
    return {
        "sheet": sheet(room=room, facts=view.facts, account_id=view.viewer) if _is_asked(view) else None,
        "mine": room.output_test.answers.get(view.viewer),
    }


def _is_asked(view: RoomView) -> bool:
    """Tell whether the viewer's answers are still to come: until then the page does not show what is asked."""
    room = view.room
    return view.viewer in members(room) and is_open(room) and view.viewer not in room.output_test.answers
