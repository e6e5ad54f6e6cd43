"""Stage 3: work dressed as a result."""

from service.domain.audit.case import KR, Case, Rule
from service.domain.audit.model import Finding


def check(case: Case) -> Finding | None:
    """Find a key result that counts or names work, with nothing that measures its effect.

    A doctrine may allow an output with a number and an end (seed5_generic), or accept a waiver (oboard).
    Source: M-02, M-18; W-07; O-16; T-10d; G-23; requirements 2.9 and 4.3.
    """
    if not case.is_work:
        return None
    output = case.claim == "output"
    if case.is_waived:
        return Finding(
            "kr.output-waived", "info", "An output, accepted as a vital enabler by its waiver.",
            "Replace it by the outcome it unlocks when the waiver ends.", "O-10",
        )  # fmt: skip
    ends = case.reading.has_date or case.fields.due_on is not None or case.fields.in_cycle
    if output and case.doctrine.output_kr == "allowed" and case.has_number and ends:
        return Finding(
            "kr.output-allowed", "info", "An output with a number and an end: this doctrine lets it stand.",
            "Ask what changes once it is there, and consider measuring that.", "G-06",
        )  # fmt: skip
    return Finding("kr.task", "error", _message(case), _way_out(case), "W-07" if output else "G-23", "task")


def _message(case: Case) -> str:
    lead = case.reading.lead_word if case.reading.lead else ""
    if case.claim == "activity":
        what = f"“{lead}” spends time" if lead else "It counts time spent"
        return f"{what}: it could all happen and nothing would change."
    what = f"“{lead}” delivers a thing" if lead and case.claim == "output" else "It counts things delivered"
    return f"{what}: it could be finished and nothing would change."


def _way_out(case: Case) -> str:
    way = "Ask what changes if this works, and measure that: “Launch the feature” → “… % of users do … with it, up from …”."
    if case.claim == "output" and case.doctrine.output_kr == "waiver":
        way += " If other key results depend on it, ask for a waiver as a vital enabler."
    return way


RULE = Rule(3, KR, check)
