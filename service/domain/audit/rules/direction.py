"""Stage 1: a verb and its two numbers that go opposite ways. Often only the metric is named the other way round, so it warns."""

from service.domain.audit.case import KR, Case, Rule
from service.domain.audit.model import Finding
from service.domain.audit.quantities import Quantity


def check(case: Case) -> Finding | None:
    """Compare `from A to B` with a verb that says which way it goes. Source: M-08."""
    kind = case.reading.lead_kind
    if kind not in {"up", "down"} or len(case.reading.goals) > 1:
        return None
    for start, end in zip(case.reading.numbers, case.reading.numbers[1:], strict=False):
        if not _is_pair(start, end):
            continue
        low, high = (start.value, end.value) if kind == "up" else (end.value, start.value)
        lead = case.reading.lead_word
        if low > high:
            return Finding(
                "kr.direction", "warning", f"“{lead}” and “from {start.shown} to {end.shown}” go opposite ways.",
                f"Swap the numbers or the verb: from {end.shown} to {start.shown}.", "M-08",
            )  # fmt: skip
        if low == high:
            return Finding(
                "kr.direction", "error", f"Baseline and target are both {start.shown}: nothing would change.",
                "Set a target other than the baseline.", "M-08", "impossible",
            )  # fmt: skip
    return None


def _is_pair(start: Quantity, end: Quantity) -> bool:
    """Say whether two numbers are one movement; `from $5 to 8M` borrows its scale and is left alone."""
    if start.role != "from" or end.role != "to" or {start.kind, end.kind} & {"blank", "rank"}:
        return False
    if start.kind != end.kind and "count" not in (start.kind, end.kind):
        return False
    return not (start.value > 0 and end.value > 0 and max(start.value / end.value, end.value / start.value) >= 1_000)


RULE = Rule(1, KR, check)
