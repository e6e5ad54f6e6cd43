"""Stage 7: a promise needs an end; belonging to a cycle is one."""

from service.domain.audit.case import KR, Case, Rule
from service.domain.audit.model import Finding


def check(case: Case) -> Finding | None:
    """Ask for an end when neither fields, cycle nor text give one. Source: G-03."""
    if case.fields.in_cycle or case.fields.due_on is not None or case.reading.has_date:
        return None
    return Finding(
        "kr.deadline", "info", "No end: neither a date nor a cycle.", "Put it into a cycle, or say by when.", "G-03",
    )  # fmt: skip


RULE = Rule(7, KR, check)
