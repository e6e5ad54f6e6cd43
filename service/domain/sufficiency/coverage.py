"""Without a formula: which sides of an objective its key results look at. A judgement, never a proof.

Source: requirements 2.2 (coverage matrix), 4.1 set level (leading and lagging; quantity without quality).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from service.domain.challenge import MetricClass, challenge_key_result
from service.domain.model import KeyResult, KeyResultState


class Aspect(StrEnum):
    """A side from which an objective may fail."""

    QUANTITY = "quantity"
    QUALITY = "quality"
    COST = "cost"
    SPEED = "speed"
    CUSTOMER = "customer"
    RISK = "risk"


_ASPECTS: Final = {
    MetricClass.VOLUME: Aspect.QUANTITY,
    MetricClass.REVENUE: Aspect.QUANTITY,
    MetricClass.RATE: Aspect.QUANTITY,
    MetricClass.THROUGHPUT: Aspect.QUANTITY,
    MetricClass.HEADCOUNT: Aspect.QUANTITY,
    MetricClass.SPEED: Aspect.SPEED,
    MetricClass.COST: Aspect.COST,
    MetricClass.SATISFACTION: Aspect.CUSTOMER,
    MetricClass.ADOPTION: Aspect.CUSTOMER,
    MetricClass.RETENTION: Aspect.CUSTOMER,
    MetricClass.QUALITY: Aspect.QUALITY,
    MetricClass.DEFECTS: Aspect.QUALITY,
    MetricClass.RISK: Aspect.RISK,
}
BASIS: Final = "judgement"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """The key results that look at one aspect, with a leading or a lagging number."""

    aspect: Aspect
    is_leading: bool
    key_result_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """One person's answer to: can all key results be reached while the objective fails? Source: M-19."""

    objective_id: str
    by: str
    can_fail: bool
    reason: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """The matrix, what nobody looks at, and what people answered. `is_insufficient`: somebody saw a way to fail."""

    cells: tuple[Cell, ...]
    uncovered: tuple[Aspect, ...]
    remarks: tuple[str, ...]
    can_fail: int
    cannot_fail: int
    basis: str = BASIS

    @property
    def is_insufficient(self) -> bool:
        """Tell whether a recorded "yes" stands. Source: M-19."""
        return self.can_fail > 0


def coverage(*, key_results: Iterable[KeyResult], votes: Sequence[Vote] = ()) -> Coverage:
    """Return the coverage matrix of an objective's active key results."""
    rows = [row for row in key_results if row.state is KeyResultState.ACTIVE and not row.is_enabler]
    metrics = [(row.id, challenge_key_result(key_result=row).metric) for row in rows]
    cells = tuple(
        Cell(
            aspect=aspect,
            is_leading=is_leading,
            key_result_ids=tuple(
                id for id, metric in metrics if _ASPECTS[metric.kind] is aspect and metric.is_leading is is_leading
            ),
        )
        for aspect in Aspect
        for is_leading in (True, False)
    )
    covered = {cell.aspect for cell in cells if cell.key_result_ids}
    return Coverage(
        cells=cells,
        uncovered=tuple(aspect for aspect in Aspect if aspect not in covered),
        remarks=_remarks(covered, [metric.is_leading for _, metric in metrics]),
        can_fail=sum(vote.can_fail for vote in votes),
        cannot_fail=sum(not vote.can_fail for vote in votes),
    )


def _remarks(covered: set[Aspect], leading: list[bool]) -> tuple[str, ...]:
    found = []
    if not leading:
        return ("There is no key result to judge; add one.",)
    if len(leading) > 1 and all(leading):
        found.append("All numbers are leading: they move before the result, so add one that shows the result itself.")
    if len(leading) > 1 and not any(leading):
        found.append("All numbers are lagging: they move when it is too late, so add one that moves earlier.")
    if covered & {Aspect.QUANTITY, Aspect.SPEED} and not covered & {Aspect.QUALITY, Aspect.CUSTOMER, Aspect.RISK}:
        found.append("More or faster is measured, but not whether it is still good; add a quality or customer number.")
    return tuple(found)
