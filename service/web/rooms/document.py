"""A room as JSON values: only what the person who asks may see."""

from typing import Any

from service.domain.room.drafts import KeyResultDraft
from service.domain.room.log import plain
from service.usecases.read_room import RoomView
from service.web.rooms.closing_document import closing


def document(view: RoomView) -> dict[str, Any]:
    """Return a room for programs. Units: `left_s` in seconds."""
    room = view.room
    return {
        "session": room.session,
        "step": view.step.id if view.step else None,
        "left_s": view.left_s,
        "agenda": [
            {**plain(step), "used_s": room.agenda.used_s(step_id=step.id, now=view.facts.now)}
            for step in room.agenda.steps
        ],
        "seats": [plain(seat) for seat in room.seats],
        "blockers": [plain(each) for each in view.blockers],
        "notes": [plain(note) for note in room.notes.seen_by(view.viewer, agenda=room.agenda)],
        "objectives": [plain(each) for each in room.drafts.objectives()],
        "key_results": [plain(each) for each in room.drafts.key_results()],
        "health": [plain(each) for each in room.drafts.health],
        "answers": [plain(each) for each in room.pressure.answers.values()],
        "guardrails": [plain(each) for each in room.pressure.guardrails],
        "seventy": [plain(each) for each in room.seventy.by_key_result.values()],
        "confidence": [_ballot(view, each) for each in room.drafts.key_results()],
        "closing": closing(view),
    }


def _ballot(view: RoomView, draft: KeyResultDraft) -> dict[str, Any]:
    """Return what may be shown of a ballot: how many sealed, the middle once it is counted, never anybody's vote."""
    ballot = view.room.ballots.of(draft)
    shown = ballot.summary
    return {
        "key_result_id": draft.id,
        "state": ballot.state.value,
        "sealed": len(ballot.seals),
        "revealed": len(ballot.votes),
        "summary": plain(shown) if shown else None,
    }
