"""The end of a room as JSON values: the commit, the check-in, the review, the record, the output test without who failed what."""

from typing import Any

from service.domain.room.checklists import checklist
from service.domain.room.log import plain
from service.domain.room.output_test import is_successful, members
from service.domain.room.rhythm import checkin_dates
from service.usecases.read_room import RoomView


def closing(view: RoomView) -> dict[str, Any]:
    """Return what the last steps and the time after them have brought. Units: `score` 0.0–1.0."""
    room, facts = view.room, view.facts
    test, mine = room.output_test, room.output_test.answers.get(view.viewer)
    return {
        "commit": {
            "is_running": room.commits.is_running,
            "waits": room.commits.waits,
            "committed": [plain(each) for each in room.commits.done.values()],
            "refused": [plain(each) for each in room.commits.refused.values()],
        },
        "rhythm": {
            **plain(room.rhythm),
            "dates": [day.isoformat() for day in checkin_dates(rhythm=room.rhythm, cycle=facts.cycle)],
        },
        "review": plain(room.alignment.review) if room.alignment.review else None,
        "dissents": [plain(each) for each in room.alignment.dissents],
        "record": plain(room.record),
        "checklist": [{**plain(each), "is_done": each.is_done} for each in checklist(room=room, facts=facts)],
        "output_test": {
            "asked": len(members(room)),
            "answered": len(test.answers),
            "score": test.score,
            "is_successful": is_successful(room),
            "mine": {question.value: passed for question, passed in mine.passed.items()} if mine else None,
        },
    }
