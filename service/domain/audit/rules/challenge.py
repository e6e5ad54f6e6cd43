"""Stage 3: *launch* and *complete* are always asked about, even beside a good number."""

from service.domain.audit.case import KR, Case, Rule
from service.domain.audit.model import Finding


def check(case: Case) -> Finding | None:
    """Ask about a measured key result that opens with launch or complete. Source: W-08; M-18."""
    lead = case.reading.lead
    if case.is_work or not case.has_number or lead is None or lead.lemma not in case.reading.lexicon.group("asked"):
        return None
    return Finding(
        "kr.launch-or-complete",
        "info",
        f"It opens with “{case.reading.lead_word}”: is the number the aim, or the work?",
        "Lead with the number: “Launch X with 500 users” → “500 users a week use X”.",
        "W-08",
    )


RULE = Rule(3, KR, check)
