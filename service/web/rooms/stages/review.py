"""The review: every key result under way with its numbers, and what the room makes of it."""

from service.domain.model import Status
from service.domain.room import SessionKind
from service.domain.room.review import Verdict, living
from service.usecases.read_room import RoomView

VERDICTS = (
    (Verdict.GO_ON.value, "Go on as planned"),
    (Verdict.CHANGE_INITIATIVES.value, "Change the initiatives"),
    (Verdict.CHANGE_TIMELINE.value, "Change the timeline"),
    (Verdict.AMEND_TARGET.value, "Propose another target, on record"),
)


def stage(view: RoomView) -> dict[str, object]:
    """Return the rows and the words of the verdicts."""
    return {
        "living": tuple((each, Status(each.status), view.room.review.find(each.id)) for each in living(view.room)),
        "verdicts": dict(VERDICTS),
        "adjusts": view.room.session.kind is SessionKind.MID_CYCLE,
    }


def desk(view: RoomView, editing: str) -> dict[str, object]:
    """Return the key result that is on the desk, or None."""
    return {
        "verdict_choices": VERDICTS,
        "reviewed": next((each for each in living(view.room) if each.id == editing), None),
    }
