"""The prioritisation form: a theme looked at from five sides before it becomes an objective. Nobody has to fill it in. Source: G-09."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar

from service.domain.room.act import Act, Stamp, optional_words
from service.domain.room.themes.sorting import may_sort, require_theme

if TYPE_CHECKING:
    from service.domain.room.facts import Facts
    from service.domain.room.room import Room


class Answer(StrEnum):
    """How far a theme meets a question."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


SHARE: Mapping[Answer, float] = MappingProxyType({Answer.YES: 1.0, Answer.PARTLY: 0.5, Answer.NO: 0.0})


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """The answers on one theme. The first five are judged, resources and time frame are said in words."""

    theme_id: str
    by: str
    strategy_fit: Answer | None = None
    measurable: Answer | None = None
    realistic: Answer | None = None
    ambitious: Answer | None = None
    focus: Answer | None = None
    time: str = ""
    budget: str = ""
    people: str = ""
    time_frame: str = ""

    @property
    def answers(self) -> tuple[Answer, ...]:
        """Return the judged sides that were answered."""
        every = (self.strategy_fit, self.measurable, self.realistic, self.ambitious, self.focus)
        return tuple(each for each in every if each is not None)

    @property
    def met(self) -> float:
        """Return how many of the sides that were answered are met; a partly counts half."""
        return sum(SHARE[each] for each in self.answers)


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighings:
    """The filled-in forms by theme id; the last one counts."""

    by_theme: Mapping[str, Weighed] = field(default_factory=lambda: MappingProxyType({}))

    def of(self, theme_id: str) -> Weighed | None:
        """Return a theme's form, or None."""
        return self.by_theme.get(theme_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class WeighTheme(Act):
    """Fill in the prioritisation form of a theme; what is left open stays open."""

    kind: ClassVar[str] = "weigh_theme"
    summary: ClassVar[str] = "Weigh a theme: fit, measurable, realistic, ambitious, focus, resources, time frame"
    said: ClassVar[str] = "Weighed"
    theme_id: str
    strategy_fit: Answer | None = None
    measurable: Answer | None = None
    realistic: Answer | None = None
    ambitious: Answer | None = None
    focus: Answer | None = None
    time: str = optional_words(at_most=200)
    budget: str = optional_words(at_most=200)
    people: str = optional_words(at_most=200)
    time_frame: str = optional_words(at_most=200)

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:  # noqa: ARG002
        """Raises: NotInRoom, ObserversWatch, RoomNotOpen, WrongStep, NotThere."""
        may_sort(room=room, by=stamp.by)
        require_theme(room=room, theme_id=self.theme_id)

    def apply(self, *, room: Room, stamp: Stamp) -> Room:
        """Keep the answers."""
        weighed = Weighed(
            theme_id=self.theme_id,
            by=stamp.by,
            strategy_fit=self.strategy_fit,
            measurable=self.measurable,
            realistic=self.realistic,
            ambitious=self.ambitious,
            focus=self.focus,
            time=self.time,
            budget=self.budget,
            people=self.people,
            time_frame=self.time_frame,
        )
        kept = MappingProxyType({**room.weighings.by_theme, self.theme_id: weighed})
        return replace(room, weighings=Weighings(by_theme=kept))


ACTS = (WeighTheme,)
