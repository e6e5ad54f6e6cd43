"""Stage 2: a key result needs a number."""

from service.domain.audit.case import KR, Case, Rule
from service.domain.audit.model import Finding


def check(case: Case) -> Finding | None:
    """Refuse a key result with a number neither in its fields nor in its text.

    Source: M-15; G-03; W-06.
    """
    if case.has_number or case.is_waived:
        return None
    required = case.doctrine.number_required
    return Finding(
        "kr.number",
        "error" if required else "warning",
        "No number: nobody could tell at the end whether this was reached.",
        "Name what is measured, where it stands and where it should be: “Reduce churn” → “Reduce churn from … to …”.",
        "M-15",
        "no-number" if required or case.claim != "pass" else "binary",
    )


RULE = Rule(2, KR, check)
