"""From issues' pasts to one value a week, for each way a key result can be tracked."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from service.domain.history.past import IssuePast, number_as_of, text_as_of
from service.domain.history.replay import holds_as_of
from service.domain.queries import Node
from service.domain.trackers import query_reading

Values = tuple[float | None, ...]


def number_by_week(*, past: IssuePast, field: str, instants: Sequence[datetime]) -> Values:
    """Return a number field of one issue as it stood at each instant."""
    return tuple(number_as_of(past=past, field=field, at=at) for at in instants)


def query_by_week(
    *,
    pasts: Sequence[IssuePast],
    test: Node,
    instants: Sequence[datetime],
    categories: Mapping[str, str],
    aggregate: str | None = None,
    field: str | None = None,
    of: tuple[Sequence[IssuePast], Node] | None = None,
) -> Values:
    """Return what the tracker's query would have read at each instant; `of` is its denominator, with its own issues.

    Weeks before the first issue was created have no value. Units: as `query_reading`.
    """
    begins_at = min((past.created_at for past in (*pasts, *(of[0] if of else ()))), default=None)
    values: list[float | None] = []
    for at in instants:
        if begins_at is None or at < begins_at:
            values.append(None)
            continue
        found = [past for past in pasts if holds_as_of(test=test, past=past, at=at, categories=categories)]
        numbers = [number_as_of(past=past, field=field, at=at) for past in found] if field else ()
        whole = of and sum(holds_as_of(test=of[1], past=past, at=at, categories=categories) for past in of[0])
        reading = query_reading(aggregate=aggregate, count=len(found), numbers=numbers, of_count=whole)
        values.append(reading.value)
    return tuple(values)


def done_share_by_week(
    *, pasts: Sequence[IssuePast], instants: Sequence[datetime], categories: Mapping[str, str]
) -> Values:
    """Return which part of the issues that existed at each instant was done. Units: percent (0–100)."""
    values: list[float | None] = []
    for at in instants:
        there = [past for past in pasts if at >= past.created_at]
        done = sum(_category(past, at, categories) == "done" for past in there)
        values.append(100 * done / len(there) if there else None)
    return tuple(values)


def _category(past: IssuePast, at: datetime, categories: Mapping[str, str]) -> str | None:
    status = text_as_of(past=past, field="status", at=at)
    return categories.get((status or "").casefold())
