"""A room as JSON values: only what the person who asks may see."""

from typing import Any

from service.domain.room.advice import advice
from service.domain.room.log import plain
from service.usecases.read_room import RoomView


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
        "advice": [
            plain(each)
            for each in advice(
                session=room.session,
                preset=view.facts.preset,
                cycle=view.facts.cycle,
                agenda=room.agenda,
                seats=room.seats,
                followed=view.facts.followed,
            )
        ],
        "decisions": [plain(each) for each in room.decisions.all],
        "baselines": [plain(each) for each in room.prework.baselines],
        "inputs": plain(room.inputs),
        "priorities": [plain(each) for each in room.priorities.in_order()],
        "look_back": plain(room.look_back),
        "reviewed": [plain(each) for each in room.review.by_key_result.values()],
        "notes": [plain(note) for note in room.notes.seen_by(view.viewer, agenda=room.agenda)],
        "objectives": [plain(each) for each in room.drafts.objectives()],
        "key_results": [plain(each) for each in room.drafts.key_results()],
    }
