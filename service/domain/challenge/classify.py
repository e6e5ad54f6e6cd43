"""Which family a metric belongs to, and which way it is meant to go: from its text, its unit and its direction.

What must not be here: what follows from it (`challenges.py`), and the rows of the library (`families/`).
"""

from dataclasses import dataclass
from typing import Final

from service.domain.audit.language import AUTO, lexicon_of
from service.domain.audit.quantities import Quantity
from service.domain.audit.reading import Reading, read
from service.domain.challenge.families import FAMILIES
from service.domain.challenge.phrases import head_end, matches, words_of
from service.domain.challenge.shapes import Family, MetricClass, Movement
from service.domain.model import Direction

_PHRASES: Final = {words_of(name): family.key for family in FAMILIES.values() for name in family.names}
_MONEY: Final = frozenset({"€", "$", "£", "eur", "usd", "gbp", "chf", "money"})
_TIMES: Final = frozenset(
    {"ms", "s", "sec", "second", "min", "minute", "h", "hr", "hour", "d", "day", "w", "week", "month", "duration"}
)
_SHARES: Final = frozenset({"%", "percent", "pp"})
_SIDES: Final = {
    Direction.INCREASE: Movement.UP,
    Direction.STAY_ABOVE: Movement.UP,
    Direction.DECREASE: Movement.DOWN,
    Direction.STAY_BELOW: Movement.DOWN,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Metric:
    """What a key result measures. `family` is None when the library does not know it; then only the class is."""

    family: Family | None
    kind: MetricClass
    movement: Movement
    is_leading: bool


def classify(
    *,
    text: str,
    unit: str = "",
    direction: Direction | None = None,
    baseline: float | None = None,
    target: float | None = None,
    language: str = AUTO,
) -> Metric:
    """Name the metric of a key result; fields count before the text. Never raises, whatever the text."""
    reading = read(text, lexicon_of(language, text=text))
    family = family_of(text)
    movement = _movement(reading, direction, baseline, target)
    if family is not None:
        return Metric(
            family=family,
            kind=family.kind,
            movement=movement or family.good,
            is_leading=family.is_leading,
        )
    kind = _by_unit(_unit(reading, unit), movement)
    usual = Movement.DOWN if kind in {MetricClass.SPEED, MetricClass.COST} else Movement.UP
    return Metric(family=None, kind=kind, movement=movement or usual, is_leading=False)


def family_of(text: str) -> Family | None:
    """Return the family whose phrase names the metric: in the head of the sentence the longest, then the last one.

    Without one there, the first phrase behind it.
    """
    words = words_of(text)
    found = list(matches(words, _PHRASES))
    if not found:
        return None
    end = head_end(words)
    inside = [match for match in found if match[0] < end]
    if inside:
        return FAMILIES[max(inside, key=lambda match: (match[1], match[0]))[2]]
    return FAMILIES[min(found, key=lambda match: (match[0], -match[1]))[2]]


def _movement(
    reading: Reading, direction: Direction | None, baseline: float | None, target: float | None
) -> Movement | None:
    if direction in _SIDES:
        return _SIDES[direction]
    if baseline is not None and target is not None and baseline != target:
        return Movement.UP if target > baseline else Movement.DOWN
    if reading.lead_kind in {"up", "down"}:
        return Movement(reading.lead_kind)
    start = next((quantity for quantity in reading.numbers if quantity.role == "from"), None)
    end = next((quantity for quantity in reading.numbers if quantity.role == "to"), None)
    if start is None or end is None:
        return None
    first, last = _comparable(start, end)
    return None if first == last else Movement.UP if last > first else Movement.DOWN


def _comparable(start: Quantity, end: Quantity) -> tuple[float, float]:
    """Return both numbers in one unit: `from 60 to 30 days` names it once."""
    if start.kind == end.kind:
        return start.value, end.value
    try:
        return float(start.shown.replace(",", "")), float(end.shown.replace(",", ""))
    except ValueError:
        return 0.0, 0.0


def _unit(reading: Reading, unit: str) -> str:
    """Return the unit in lower case; without one, the kind of the numbers in the text."""
    if unit.strip():
        return unit.strip().lower()
    kinds = [quantity.kind for quantity in reading.numbers]
    return next((kind for kind in kinds if kind != "count"), "")


def _by_unit(unit: str, movement: Movement | None) -> MetricClass:
    if unit in _MONEY:
        return MetricClass.COST if movement is Movement.DOWN else MetricClass.REVENUE
    if unit in _TIMES or unit.removesuffix("s") in _TIMES:
        return MetricClass.SPEED
    return MetricClass.RATE if unit in _SHARES else MetricClass.VOLUME
