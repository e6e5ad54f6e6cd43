"""How much of a planned time is over."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from service.domain.model import Cycle, KeyResult
from service.domain.pace.calendar import EVERY_DAY, Calendar


@dataclass(frozen=True, slots=True)
class Span:
    """Two days, both belonging to it, and the zone whose midnights bound them."""

    starts_on: date
    ends_on: date
    zone: tzinfo = UTC

    @property
    def starts_at(self) -> datetime:
        """The first instant, in UTC."""
        return self.midnight(self.starts_on)

    @property
    def ends_at(self) -> datetime:
        """The first instant after the span, in UTC."""
        return self.midnight(self.ends_on + timedelta(days=1))

    def midnight(self, day: date) -> datetime:
        """Return the beginning of `day` in the span's zone, as UTC (so that differences survive a clock change)."""
        return datetime.combine(day, time.min, tzinfo=self.zone).astimezone(UTC)


def span(*, cycle: Cycle, key_result: KeyResult | None = None, zone: tzinfo = UTC) -> Span:
    """Return the time a key result has: its own start and due dates where given, else the cycle's.

    Source: requirements 3.4, edge rule "KR with own start/due inside the cycle (use its own e)".
    """
    starts_on = (key_result.starts_on if key_result else None) or cycle.starts_on
    ends_on = (key_result.due_on if key_result else None) or cycle.ends_on
    return Span(starts_on, max(starts_on, ends_on), zone)


def elapsed_in(*, span: Span, now: datetime, calendar: Calendar = EVERY_DAY) -> float:
    """Return the share of the span that is over at `now`, 0.0–1.0, counted in the calendar's days."""
    if calendar == EVERY_DAY:
        share = (now - span.starts_at) / (span.ends_at - span.starts_at)
        return min(1.0, max(0.0, share))
    days = [span.starts_on + timedelta(days=n) for n in range((span.ends_on - span.starts_on).days + 1)]
    working = [day for day in days if calendar.is_working(day)]
    if not working:
        return elapsed_in(span=span, now=now)
    return sum(_part_of_day(span, day, now) for day in working) / len(working)


def elapsed(
    *,
    cycle: Cycle,
    now: datetime,
    key_result: KeyResult | None = None,
    zone: tzinfo = UTC,
    calendar: Calendar = EVERY_DAY,
) -> float:
    """Return the share of the cycle, or of the key result's own time, that is over at `now`: 0.0–1.0."""
    return elapsed_in(span=span(cycle=cycle, key_result=key_result, zone=zone), now=now, calendar=calendar)


def _part_of_day(span: Span, day: date, now: datetime) -> float:
    begins, ends = span.midnight(day), span.midnight(day + timedelta(days=1))
    return min(1.0, max(0.0, (now - begins) / (ends - begins)))
