"""Stage 4: a target below what is there already, or too small to notice."""

from service.domain.audit.case import KR, Case, Rule
from service.domain.audit.model import Finding
from service.domain.audit.quantities import Quantity

#: A rise by less than this share would drown in the noise of most metrics.
_SMALL_SHARE = 3.0


def check(case: Case) -> Finding | None:
    """Find a target below the stated present value, or a minimum so small that it is met by waiting. Source: M-21."""
    if not (_is_below_present(case) or _is_tiny(case)):
        return None
    return Finding(
        "kr.sandbag",
        "error",
        "The target asks for nothing that is not there or would not come by itself.",
        "Set a target that is missed about three times in ten.",
        "M-21",
        "sandbag",
    )


def _is_below_present(case: Case) -> bool:
    """Compare the target with a present value in brackets: `10 new customers (we won 12 last quarter)`."""
    reading = case.reading
    bracket = next((i for i, token in enumerate(reading.tokens) if token.text == "("), None)
    if bracket is None or not reading.follows(reading.lexicon.group("present"), after=bracket):
        return False
    targets = [number for number in reading.numbers if number.index < bracket and number.role not in {"from", "by"}]
    now = [number for number in reading.numbers if number.index > bracket and number.role != "from"]
    if not targets or not now or targets[-1].kind != now[0].kind or targets[-1].kind not in _COMPARED:
        return False
    target, present = targets[-1], now[0]
    lower = (
        reading.lead_kind == "down"
        or (reading.predicate is not None and reading.predicate[1].kind == "down")
        or reading.tokens[min(target.index + 2, len(reading.tokens) - 1)].lower in reading.lexicon.group("rarer")
        or _is_time_taken(case, target)
        or target.role == "below"
        or target.value == 0
        or (target.kind == "count" and target.word in reading.lexicon.lower_is_better)
        or any(token.lower in reading.lexicon.lower_is_better for token in reading.tokens[: target.index])
    )
    if lower:
        return target.value >= present.value
    if target.kind == "percent" and _HALF < present.value < target.value <= _WHOLE:
        return (_WHOLE - target.value) * _NEARLY_THERE > _WHOLE - present.value
    return target.value <= present.value * _NEARLY_THERE


def _is_time_taken(case: Case, target: Quantity) -> bool:
    """A duration is better when short, unless it is lengthened or is to be at least so long."""
    return target.kind == "duration" and target.role != "above" and case.reading.lead_kind not in {"up", "hold"}


_COMPARED = frozenset({"count", "percent", "score", "money", "duration"})
#: A target within this factor of the present value is reached by waiting.
_NEARLY_THERE = 1.05
#: Beyond half, what is still missing to the whole tells better how far a share has to go: 99.7 % → 99.95 % is far.
_HALF, _WHOLE = 50.0, 100.0


def _is_tiny(case: Case) -> bool:
    if case.reading.lead_kind not in {"up", "improve"}:
        return False
    return case.reading.follows(case.reading.lexicon.group("minimum")) and any(
        number.kind == "percent" and number.role in {"by", "above"} and 0 < number.value < _SMALL_SHARE
        for number in case.reading.numbers
    )


RULE = Rule(4, KR, check)
