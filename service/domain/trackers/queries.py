"""What a JQL tracker makes of what its query found."""

import math
from collections.abc import Sequence
from typing import ClassVar, Final

from service.domain.errors import DomainError
from service.domain.trackers.reading import Reading

AGGREGATES: Final = ("count", "sum", "average", "min", "max", "share")


class AggregateUnknown(DomainError):
    """A JQL tracker names an aggregate that does not exist."""

    code: ClassVar[str] = "aggregate_unknown"


def query_reading(
    *, aggregate: str | None, count: int, numbers: Sequence[float | None] = (), of_count: int | None = None
) -> Reading:
    """Return the value of a JQL tracker.

    `count` is how many issues the query finds, `numbers` its number field on each of them (None where empty), `of_count`
    how many the second query finds, for `share`. Issues without the number do not count in average, min and max.
    Units: the field's; `share` in percent. Raises: AggregateUnknown. Source: requirements 3.1, row JQL count / sum / average.
    """
    name = aggregate or "count"
    if name not in AGGREGATES:
        known = ", ".join(AGGREGATES)
        raise AggregateUnknown(f"There is no aggregate {name!r}. Use one of {known}.", field="tracker_method")
    if name == "count":
        return Reading(float(count), f"{count} issues found")
    if name == "share":
        if not of_count:
            return Reading(None, "the second query finds no issue to take a share of")
        return Reading(100 * count / of_count, f"{count} of {of_count} issues")
    given = [number for number in numbers if number is not None and math.isfinite(number)]
    if name == "sum":
        return Reading(math.fsum(given), f"sum over {len(given)} of {count} issues")
    if not given:
        return Reading(None, f"none of the {count} issues has the number")
    value = {"average": math.fsum(given) / len(given), "min": min(given), "max": max(given)}[name]
    return Reading(value, f"{name} over {len(given)} of {count} issues")
