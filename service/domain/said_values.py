"""The value of a check-in that says it in parts: numerator and denominator of a ratio, milestones that are done."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from typing import ClassVar

from service.domain.errors import DomainError
from service.domain.model import Checkin, Direction, KeyResult, MilestoneShape, RatioShape
from service.domain.progress.ratio import ratio_value
from service.domain.progress.steps import milestone_value
from service.domain.sync import same_number


class RatioIncomplete(DomainError):
    """Numerator and denominator do not make the value."""

    code: ClassVar[str] = "ratio_incomplete"


class MilestoneUnknown(DomainError):
    """The key result has no such milestone."""

    code: ClassVar[str] = "milestone_unknown"


def with_ratio(*, checkin: Checkin, key_result: KeyResult) -> Checkin:
    """Return the check-in with the value that its numerator and denominator make; other key results' stay as they are.

    Raises: RatioIncomplete. Source: requirements 3.1, row Ratio KR.
    """
    if key_result.direction is not Direction.RATIO or (checkin.numerator is None and checkin.denominator is None):
        return checkin
    if checkin.numerator is None or checkin.denominator is None:
        missing = "numerator" if checkin.numerator is None else "denominator"
        raise RatioIncomplete(f"Give the {missing}, too: a ratio is measured by both.", field=missing)
    shape = key_result.shape if isinstance(key_result.shape, RatioShape) else RatioShape()
    value = ratio_value(numerator=checkin.numerator, denominator=checkin.denominator, shape=shape)
    if value is None:
        raise RatioIncomplete("The denominator is 0: there is nothing to take a share of.", field="denominator")
    if checkin.value is not None and not same_number(checkin.value, value):
        raise RatioIncomplete(
            f"{checkin.numerator:g} of {checkin.denominator:g} makes {value:g}, not {checkin.value:g}. Leave the value out.",
            field="value",
        )
    return replace(checkin, value=value)


def milestones_done(*, key_result: KeyResult, done: Collection[str], on: date) -> tuple[float, str]:
    """Return the value that these milestones make, and the sentence that names them.

    Units: percent of the weights. Raises: MilestoneUnknown.
    """
    shape = key_result.shape
    if key_result.direction is not Direction.MILESTONES or not isinstance(shape, MilestoneShape):
        raise MilestoneUnknown(f"“{key_result.title}” is not measured by milestones. Check in a value.", field="done")
    known = {each.id for each in shape.milestones}
    if unknown := sorted(set(done) - known):
        raise MilestoneUnknown(
            f"There is no milestone {unknown[0]!r}. There are: {', '.join(sorted(known))}.", field="done"
        )
    marked = [replace(each, done_on=on if each.id in done else None) for each in shape.milestones]
    value = milestone_value(milestones=marked) or 0.0
    named = ", ".join(each.title for each in marked if each.done_on is not None) or "none"
    return value, f"milestones done: {named}"
