"""The people around the table of one session, and what they plan. The words are this journey's own."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.demo.api import Api
from tests.journeys.rooms.person import Person


@dataclass(frozen=True, slots=True)
class KeyResult:
    """A key result that the room will write, and what it is to be moved by."""

    title: str
    direction: str
    baseline: str
    target: str
    unit: str
    source: str
    work: str


@dataclass(frozen=True, slots=True)
class Objective:
    """An objective that the room will write, with its answers and its key results."""

    title: str
    why: str
    outcome: str
    need: str
    key_results: tuple[KeyResult, ...]


RETURNS = Objective(
    title="Make sending something back as easy as buying it",
    why="Whoever struggles with a return does not order again",
    outcome="People come back after a return instead of leaving",
    need="Fewer lost customers",
    key_results=(
        KeyResult(
            "Lower the share of returns that need a second message",
            "decrease",
            "34",
            "15",
            "%",
            "Help desk report",
            "Say in one message what happens next",
        ),
        KeyResult(
            "Raise the share of customers who order again after a return",
            "increase",
            "22",
            "35",
            "%",
            "Order history",
            "Offer an exchange before a refund",
        ),
        KeyResult(
            "Raise the share of returns booked without a call",
            "increase",
            "41",
            "70",
            "%",
            "Phone log",
            "Put the label into the parcel",
        ),
    ),
)
ANSWERS = Objective(
    title="Nobody waits for an answer with a packed rucksack",
    why="Questions come on Friday, answers on Monday",
    outcome="People leave for the weekend with what they need to know",
    need="More repeat orders in the season",
    key_results=(
        KeyResult(
            "Shorten the median time to a first answer",
            "decrease",
            "9",
            "2",
            "h",
            "Help desk report",
            "Staff Friday evenings",
        ),
        KeyResult(
            "Raise the share of questions solved by the first answer",
            "increase",
            "52",
            "70",
            "%",
            "Help desk report",
            "Write answers to the ten most asked questions",
        ),
    ),
)
PLAN = (RETURNS, ANSWERS)
DISGUISED = "Launch the new returns portal"
"""A task that somebody offers as a key result first."""


@dataclass
class Table:
    """Nine people and their session. `look` is called with a word whenever a step is worth looking at."""

    api: Api
    people: tuple[Person, ...]
    preset: str
    name: str
    cycle: dict[str, Any]
    team: dict[str, Any]
    north_star: str
    session_id: str = ""
    look: Callable[[str], None] = lambda _: None
    steps: list[dict[str, Any]] = field(default_factory=list)

    @property
    def facilitator(self) -> Person:
        """Return who turns the pages."""
        return self.people[0]

    @property
    def others(self) -> tuple[Person, ...]:
        """Return everybody else."""
        return self.people[1:]

    def turn(self, number: int) -> Person:
        """Return whose turn it is: everybody but the facilitator, round and round."""
        return self.others[number % len(self.others)]

    def room(self) -> dict[str, Any]:
        """Return the room as the facilitator's API sees it."""
        found: dict[str, Any] = self.api.call("GET", f"/sessions/{self.session_id}", by=self.facilitator.account_id)
        return found

    def has(self, kind: str) -> bool:
        """Tell whether the agenda has a step of a kind."""
        return any(step["kind"] == kind for step in self.steps)
