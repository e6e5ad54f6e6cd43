"""Can all key results be reached and the objective still fail? Proof, counter-example, or an honest "cannot tell".

Source: requirements 2.2; M-19.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from service.domain.model import KeyResult
from service.domain.sufficiency.drivers import Driver, Range, number_words, range_of_driver
from service.domain.sufficiency.formula import Comparison, Formula, value_of
from service.domain.sufficiency.interval import EVERYTHING
from service.domain.sufficiency.proof import is_proven
from service.domain.sufficiency.search import broken_condition, find_failure


class Verdict(StrEnum):
    """What can be said about a driver formula."""

    SUFFICIENT = "sufficient"
    COUNTER_EXAMPLE = "counter_example"
    CANNOT_TELL = "cannot_tell"


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """A driver's value in a counter-example. Units: `value` in the driver's unit."""

    name: str
    value: float
    unit: str
    held_by: str | None
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CounterExample:
    """Values with which every key result is reached and a condition fails. `point` is exact, in the formula's scale."""

    point: Mapping[str, Fraction]
    settings: tuple[Setting, ...]
    condition: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sufficiency:
    """The verdict with its grounds. `missing` are the drivers nothing is known of."""

    verdict: Verdict
    words: str
    counter_example: CounterExample | None = None
    missing: tuple[str, ...] = ()
    assumptions: tuple[str, ...] = ()
    ranges: tuple[Range, ...] = ()


def judge(
    *, formula: Formula, drivers: Iterable[Driver], key_results: Iterable[KeyResult], slack: float
) -> Sufficiency:
    """Judge a formula over its drivers; figures of drivers it does not use are ignored.

    Units: `slack` is the share of its baseline by which a driver without history may move.
    """
    given = {driver.name: driver for driver in drivers}
    held = {key_result.id: key_result for key_result in key_results}
    ranges = {
        name: range_of_driver(driver=given.get(name, Driver(name=name)), key_results=held, slack=slack)
        for name in formula.drivers
    }
    known = {name: found for name, found in ranges.items() if found is not None}
    missing = tuple(name for name in ranges if name not in known)
    box = {name: known[name].side if name in known else EVERYTHING for name in ranges}
    assumptions = tuple(found.assumption for found in known.values() if found.assumption)
    if is_proven(formula=formula, box=box):
        return Sufficiency(
            verdict=Verdict.SUFFICIENT,
            words="Whenever all key results are reached, the objective is reached too.",
            assumptions=assumptions,
            ranges=tuple(known.values()),
        )
    if missing:
        return Sufficiency(
            verdict=Verdict.CANNOT_TELL,
            words=f"Nothing is known of {', '.join(missing)}: give a baseline, its lowest and highest value, or a key result.",
            missing=missing,
            assumptions=assumptions,
            ranges=tuple(known.values()),
        )
    point = find_failure(formula=formula, box=box, calm={name: found.calm for name, found in known.items()})
    broken = None if point is None else broken_condition(formula=formula, point=point)
    if point is None or broken is None:
        return Sufficiency(
            verdict=Verdict.CANNOT_TELL,
            words="No counter-example was found, and no proof either: bound the drivers more tightly or simplify the formula.",
            assumptions=assumptions,
            ranges=tuple(known.values()),
        )
    example = _example(point, broken, known)
    return Sufficiency(
        verdict=Verdict.COUNTER_EXAMPLE,
        words=example.words,
        counter_example=example,
        assumptions=assumptions,
        ranges=tuple(known.values()),
    )


def _example(point: Mapping[str, Fraction], broken: Comparison, ranges: Mapping[str, Range]) -> CounterExample:
    settings = tuple(
        Setting(
            name=name,
            value=float(value * ranges[name].scale),
            unit=ranges[name].unit,
            held_by=ranges[name].held_by,
            words=_setting_words(ranges[name], value),
        )
        for name, value in point.items()
    )
    left, right = value_of(broken.left, point), value_of(broken.right, point)
    result = "" if left is None else number_words(left)
    bound = "" if right is None else number_words(right)
    loose = [name for name, value in point.items() if ranges[name].held_by is None and value != ranges[name].calm]
    loose = loose or [name for name in point if ranges[name].held_by is None]
    outcome = f"{broken.left_text} = {result}, not {broken.relation} {bound} ✗"
    blame = f" No key result holds {' or '.join(loose)}." if loose else " The targets themselves are not enough."
    words = f"{', '.join(setting.words for setting in settings)} → {outcome}.{blame}"
    return CounterExample(point=dict(point), settings=settings, condition=broken.text, words=words)


def _setting_words(found: Range, value: Fraction) -> str:
    shown = found.shown(value)
    if found.held_by is not None:
        return f"{found.name} = {shown} ✓"
    if value == found.calm:
        return f"{found.name} = {shown}"
    if value == found.side.low:
        return f"{found.name} falls to {found.low_why}, {shown}"
    if value == found.side.high:
        return f"{found.name} rises to {found.high_why}, {shown}"
    return f"{found.name} moves to {shown}"
