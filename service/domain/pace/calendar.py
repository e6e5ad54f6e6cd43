"""Which days count as time. Source: requirements 3.4, edge rule "weekend/holiday calendars"."""

from dataclasses import dataclass
from datetime import date
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """The days on which work may move a number. `weekdays` as in `date.weekday()`: 0 is Monday."""

    weekdays: frozenset[int] = frozenset(range(7))
    holidays: frozenset[date] = frozenset()

    def is_working(self, day: date) -> bool:
        """Tell whether `day` counts."""
        return day.weekday() in self.weekdays and day not in self.holidays


EVERY_DAY: Final = Calendar()
WEEKDAYS: Final = Calendar(weekdays=frozenset(range(5)))
