"""Stage 6: a change needs the place it starts from."""

from service.domain.audit.case import KR, Case, Rule
from service.domain.audit.model import Finding


def check(case: Case) -> Finding | None:
    """Ask for the baseline of a relative change, and mildly of a bare level. Source: M-10; G-20."""
    if not case.has_number or case.fields.baseline is not None:
        return None
    numbers = case.reading.numbers
    if any(number.role == "from" for number in numbers) or case.reading.follows(case.reading.lexicon.group("baseline")):
        return None
    relative = any(number.role == "by" or number.kind == "times" for number in numbers)
    if relative:
        return Finding(
            "kr.baseline", "warning", "A relative change without the value it starts from.",
            "Write both levels: “by 20 %” → “from … to …”; if nobody knows the value, measuring it comes first.", "M-10",
        )  # fmt: skip
    return Finding(
        "kr.baseline-level", "info", "A target without the value it starts from.",
        "Add today's value: “… to 60” → “… from … to 60”.", "G-20",
    )  # fmt: skip


RULE = Rule(6, KR, check)
