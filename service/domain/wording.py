"""How numbers, statuses and targets read in a sentence, the same on every page. English; no markup, no arithmetic."""

from collections.abc import Mapping
from types import MappingProxyType

from service.domain.model import Direction, KeyResult, Status

STATUS_WORDS: Mapping[Status, str] = MappingProxyType(
    {
        Status.NOT_STARTED: "not started",
        Status.ON_TRACK: "on track",
        Status.BEHIND: "behind",
        Status.AT_RISK: "at risk",
        Status.OUTDATED: "outdated",
        Status.DONE: "done",
        Status.MISSED: "missed",
        Status.CANCELLED: "cancelled",
    }
)
NO_DATA = "no data"
_TIGHT = "\N{NO-BREAK SPACE}"  # a number and its unit stay on one line
_SIGNS = {"EUR": "€", "USD": "$", "GBP": "£", "count": "", "": ""}


def percent(share: float | None) -> str:
    """Return a share (0.0–1.0) as whole percent, e.g. `62 %`; `no data` when there is none."""
    return NO_DATA if share is None else f"{share * 100:.0f}{_TIGHT}%"


def number(value: float) -> str:
    """Return a value with thousands separators and at most two decimals, none that say nothing: `12,400`, `4.2`, `99.95`."""
    written = f"{value:,.2f}"
    return written.rstrip("0").rstrip(".") if "." in written else written


def quantity(value: float | None, unit: str) -> str:
    """Return a value with its unit: `37 %`, `12,400 €`, `4.2 h`, `18`."""
    if value is None:
        return NO_DATA
    sign = _SIGNS.get(unit, unit)
    return f"{number(value)}{_TIGHT}{sign}".strip()


def aim(key_result: KeyResult) -> str:
    """Return what the key result wants of its metric: `60 % → 35 %`, `at least 99.9 %`, `between 2 and 4`, `done`."""
    unit, target = key_result.unit, key_result.target
    match key_result.direction:
        case Direction.STAY_ABOVE:
            return f"at least {quantity(target, unit)}"
        case Direction.STAY_BELOW:
            return f"at most {quantity(target, unit)}"
        case Direction.BETWEEN:
            return f"between {quantity(key_result.lower, unit)} and {quantity(key_result.upper, unit)}"
        case Direction.BINARY | Direction.MILESTONES:
            return "done"
    if key_result.baseline is None:
        return f"to {quantity(target, unit)}"
    return f"{quantity(key_result.baseline, unit)} → {quantity(target, unit)}"


def current(key_result: KeyResult, value: float | None) -> str:
    """Return where the metric stands now; a binary one reads `done` or `not done`."""
    if key_result.direction is Direction.BINARY and value is not None:
        return "done" if value >= 1 else "not done"
    return quantity(value, key_result.unit)


def bar(share: float | None, *, cells: int = 10) -> str:
    """Return a progress bar of `cells` characters for places that can show nothing but text."""
    filled = 0 if share is None else min(cells, max(0, round(share * cells)))
    return "▰" * filled + "▱" * (cells - filled)
