"""Stage 8: a target below what is there already, or too small to notice."""

from service.domain.audit.case import KR, Case, Rule
from service.domain.audit.model import Finding

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
    reading = case.reading
    present = next(
        (i for i, token in enumerate(reading.tokens) if token.lower in {"current", "currently", "today"}), None
    )
    if present is None:
        return False
    targets = [
        number for number in reading.numbers if number.index < present and number.role in {"above", "to", "plain"}
    ]
    now = [number for number in reading.numbers if number.index > present]
    if not targets or not now or targets[-1].kind != now[0].kind or reading.lead_kind == "down":
        return False
    falling = bool(set(reading.words) & reading.lexicon.lower_is_better)
    return (
        targets[-1].value < now[0].value and not falling and targets[-1].kind in {"count", "percent", "score", "money"}
    )


def _is_tiny(case: Case) -> bool:
    if case.reading.lead_kind not in {"up", "improve"}:
        return False
    minimum = case.reading.follows(frozenset({"least", "minimum", "mindestens", "menos"}))
    return minimum and any(
        number.kind == "percent" and number.role in {"by", "above"} and 0 < number.value < _SMALL_SHARE
        for number in case.reading.numbers
    )


RULE = Rule(4, KR, check)
