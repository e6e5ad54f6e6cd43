"""The agenda of the weekly check-in, made from the plan: twenty minutes, the same questions each week. Pure. Source: O-30, T-14, G-13."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from service.domain.room.rhythm import SLOT_MINUTES, UpdateMode

if TYPE_CHECKING:
    from service.domain.room.room import Room


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One point of the agenda. Units: `minutes`."""

    minutes: int
    title: str
    questions: tuple[str, ...]


OPENING_MIN: Final = 2
CLOSING_MIN: Final = 3


def checkin_agenda(room: Room) -> tuple[Point, ...]:
    """Return the points of the weekly check-in; what is on track is only read, so the time goes to what is not."""
    rows = room.drafts.key_results()
    middle = SLOT_MINUTES - OPENING_MIN - CLOSING_MIN
    numbers = max(3, min(middle - 5, len(rows)))
    how = {
        UpdateMode.ASYNC: "Everybody has written the update before; nobody reports aloud.",
        UpdateMode.DASHBOARD: "Open the board together; the numbers are there.",
        UpdateMode.MEETING: "Each owner says one sentence a key result.",
        None: "Each owner says one sentence a key result.",
    }[room.rhythm.mode]
    return (
        Point(
            minutes=OPENING_MIN,
            title="What we are here for",
            questions=tuple(each.title for each in room.drafts.objectives()),
        ),
        Point(
            minutes=numbers,
            title="Numbers and confidence",
            questions=(
                how,
                "What is the number today, and how sure are you of the target, 0–100 %?",
                "What has changed since last week?",
            ),
        ),
        Point(
            minutes=middle - numbers,
            title="What stands in the way",
            questions=(
                "Which key result is behind, and what is the smallest thing that moves it?",
                "Who can help, and by when?",
                "Is an initiative not moving its number? Change the initiative, not the target.",
            ),
        ),
        Point(minutes=CLOSING_MIN, title="Until next week", questions=("Who does what until then?",)),
    )


def agenda_text(room: Room) -> str:
    """Return the points and their questions as plain lines."""
    lines = []
    for point in checkin_agenda(room):
        lines.append(f"{point.title} ({point.minutes} min)")
        lines += [f"- {question}" for question in point.questions]
    return "\n".join(lines)
