"""The short meeting that keeps key results alive between plannings: who asks what, for how long. Source: O-30, T-14, G-13."""

from dataclasses import dataclass
from typing import Final

from service.domain.presets import Preset

MINUTES: Final = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One part of the meeting. Units: `minutes`."""

    title: str
    minutes: int
    questions: tuple[str, ...]


AGENDA: Final = (
    Item(title="The numbers", minutes=5, questions=("What does each number say today, and since when?",)),
    Item(
        title="Confidence",
        minutes=5,
        questions=("How sure are you that we get there?", "What would have to happen for you to be surer?"),
    ),
    Item(
        title="What is stuck",
        minutes=7,
        questions=("What is in the way, and who can move it?", "Which initiative should stop, start or change?"),
    ),
    Item(title="Until next time", minutes=3, questions=("What is the one thing each of us does for a key result?",)),
)


def rhythm(preset: Preset) -> str:
    """Return how often a doctrine checks in, in words."""
    days = preset.checkin_days
    return {7: "every week", 14: "every two weeks", 28: "every four weeks"}.get(days, f"every {days} days")


def agenda_text() -> str:
    """Return the agenda and its questions as plain lines."""
    lines = []
    for item in AGENDA:
        lines.append(f"{item.title} ({item.minutes} min)")
        lines += [f"- {question}" for question in item.questions]
    return "\n".join(lines)
