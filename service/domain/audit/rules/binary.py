"""Stage 8: yes or no, without a scale."""

from service.domain.audit.case import BOTH, Case, Rule
from service.domain.audit.model import Finding

_ENDING = frozenset({"complete", "finish", "finalise", "achieve", "accomplish", "conclude", "pass", "attain"})


def check(case: Case) -> Finding | None:
    """Find a certificate to get, an audit to pass, a thing to finish successfully. Source: requirements 4.1."""
    if case.has_number or not _is_binary(case):
        return None
    return Finding(
        f"{case.kind}.binary",
        "error",
        "It ends in yes or no: until the last day nobody sees progress.",
        "Measure the way there or the effect: “Pass the audit” → “Open audit findings from … to 0”.",
        "requirements 4.1",
        "binary",
    )


def _is_binary(case: Case) -> bool:
    reading = case.reading
    lemma = reading.lead.lemma if reading.lead else ""
    finished = lemma in _ENDING and "successfully" in reading.words[1:]
    if case.kind == "kr":
        return finished or case.claim == "pass"
    passing = lemma in _ENDING | {"obtain", "receive", "get"} and len(reading.words) <= 5
    return finished or (passing and bool(set(reading.words) & _PAPERS))


_PAPERS = frozenset({"certification", "certificate", "accreditation", "audit", "compliance"})

RULE = Rule(4, BOTH, check)
