"""What can go wrong with any metric of a class, for metrics and directions the library has no own row for. Data only."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from service.domain.challenge.families.row import above, below, field
from service.domain.challenge.families.work_queries import NEW_BUGS, OLD_OPEN, REOPENED
from service.domain.challenge.shapes import Loophole, MetricClass, Movement

_UP, _DOWN = Movement.UP, Movement.DOWN
_OUTCOME = above("the result it is meant to bring", "points", field("Result it serves"))
_SATISFACTION = above("satisfaction of those it is for", "points", field("Satisfaction"))
_TOTAL = above("the absolute number behind it", "count", field("Number behind the rate"))

_ROWS = {
    (MetricClass.VOLUME, _UP): ("Make more of it, each worth less.", _OUTCOME),
    (MetricClass.VOLUME, _DOWN): ("Count it elsewhere, or stop counting.", _SATISFACTION),
    (MetricClass.REVENUE, _UP): (
        "Buy it at a loss, or take it from next quarter.",
        above("gross margin", "%", field("Gross margin")),
    ),
    (MetricClass.REVENUE, _DOWN): (
        "Give away what was earning.",
        above("operating profit", "EUR", field("Operating profit")),
    ),
    (MetricClass.RATE, _UP): ("Shrink what it is a share of.", _TOTAL),
    (MetricClass.RATE, _DOWN): ("Swell what it is a share of.", _TOTAL),
    (MetricClass.SPEED, _DOWN): (
        "Be fast and sloppy, or start the clock late.",
        below("work that must be redone", "%", REOPENED),
    ),
    (MetricClass.SPEED, _UP): ("Let it wait.", below("issues open for 90 days", "count", OLD_OPEN)),
    (MetricClass.COST, _DOWN): (
        "Save where the damage shows later, or move the cost to another team.",
        below("new bugs in 30 days", "count", NEW_BUGS),
    ),
    (MetricClass.COST, _UP): (
        "Spend for the sake of spending.",
        above("result per euro spent", "EUR", field("Return on spend")),
    ),
    (MetricClass.SATISFACTION, _UP): (
        "Ask only those who are happy.",
        above("people who answered", "%", field("Response rate")),
    ),
    (MetricClass.SATISFACTION, _DOWN): ("Make people unhappy to look strict.", _OUTCOME),
    (MetricClass.QUALITY, _UP): (
        "Measure the easy cases only.",
        above("cases that were measured", "%", field("Cases measured")),
    ),
    (MetricClass.QUALITY, _DOWN): ("Switch the check off.", below("new bugs in 30 days", "count", NEW_BUGS)),
    (MetricClass.DEFECTS, _DOWN): (
        "Stop reporting them, or call them something else.",
        below("work that must be redone", "%", REOPENED),
    ),
    (MetricClass.DEFECTS, _UP): ("Report trifles.", below("reports nobody acts upon", "%", field("False alarms"))),
    (MetricClass.ADOPTION, _UP): ("Force people to use it.", _SATISFACTION),
    (MetricClass.ADOPTION, _DOWN): ("Take away what people need.", _SATISFACTION),
    (MetricClass.RETENTION, _UP): ("Make leaving hard.", _SATISFACTION),
    (MetricClass.RETENTION, _DOWN): ("Bribe people to stay.", above("gross margin", "%", field("Gross margin"))),
    (MetricClass.HEADCOUNT, _UP): (
        "Hire whoever comes.",
        below("hires who leave within six months", "%", field("Early leavers")),
    ),
    (MetricClass.HEADCOUNT, _DOWN): (
        "Lose those who can leave most easily.",
        below("people who left and are missed", "count", field("Regretted leavers")),
    ),
    (MetricClass.THROUGHPUT, _UP): (
        "Do many small things and leave the hard one.",
        below("work that must be redone", "%", REOPENED),
    ),
    (MetricClass.THROUGHPUT, _DOWN): ("Do less.", below("issues open for 90 days", "count", OLD_OPEN)),
    (MetricClass.RISK, _UP): (
        "Define away what would break the rule.",
        below("findings of an independent check", "count", field("Independent findings")),
    ),
    (MetricClass.RISK, _DOWN): ("Stop looking.", above("checks held", "count", field("Checks held"))),
}

BY_CLASS: Final[Mapping[tuple[MetricClass, Movement], Loophole]] = MappingProxyType(
    {
        (kind, movement): Loophole(id=f"any.{kind}.{movement}", how=how, counter=counter)
        for (kind, movement), (how, counter) in _ROWS.items()
    }
)

SHRINKING_DENOMINATOR: Final = Loophole(
    id="any.ratio.denominator",
    how="Shrink what it is a share of: the share gets better and nothing else does.",
    counter=_TOTAL,
)
"""For every ratio. Source: requirements 3.1, row Ratio KR."""

EMPTY_FINISH: Final = Loophole(
    id="any.binary.empty",
    how="Declare it done: it exists, and nobody is better off.",
    counter=_OUTCOME,
)
"""For everything that is only done or not. Source: W-07."""
