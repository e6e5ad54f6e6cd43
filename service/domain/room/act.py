"""What an act is: one thing a person did in a room. The log of acts is the truth; the room is what they add up to.

`refuse` is asked once, when the act arrives, and may look at facts from outside. `apply` is total and must never ask anything but
the room: replaying an old log under newer rules gives the same room.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar

if TYPE_CHECKING:
    from service.domain.room.facts import Facts
    from service.domain.room.room import Room

SYSTEM = "northstar"
"""Who acts when a job does; no account id looks like this."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """Who acted, when (UTC), and the act's id. What an act makes takes this id as its own, so that nothing is made twice."""

    by: str
    at: datetime
    act_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Act(ABC):
    """One thing a person does. `kind` names it on the wire and in the log and never changes.

    `summary` describes it in the API; `said` is the flag a person sees, empty for acts that show by themselves. `by_system` marks
    what only a job writes (its `by` is SYSTEM): such an act has no address.
    """

    kind: ClassVar[str]
    summary: ClassVar[str]
    said: ClassVar[str] = ""
    by_system: ClassVar[bool] = False

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:  # noqa: B027 - who comes in is refused nothing
        """Raise the DomainError of the rule that this act breaks now."""

    @abstractmethod
    def apply(self, *, room: Room, stamp: Stamp) -> Room:
        """Return the room after the act."""


def words(*, at_most: int = 500, at_least: int = 1) -> Any:
    """Declare a required text field of an act. Units: characters."""
    return field(metadata={"at_most": at_most, "at_least": at_least})


def optional_words(*, at_most: int = 2000) -> Any:
    """Declare a text field of an act that may be empty. Units: characters."""
    return field(default="", metadata={"at_most": at_most, "at_least": 0})


def between(least: float, most: float) -> Any:
    """Declare a number field with bounds."""
    return field(metadata={"least": least, "most": most})
