"""Where the second reader may doubt the rules, how sure it must be, and what then stands in the place of their finding."""

from collections.abc import Mapping, Sequence
from typing import Final

from service.domain.audit.case import Case
from service.domain.audit.likeness.model import Likely, likely
from service.domain.audit.model import Finding, Kind, Verdict

#: It is heard on these questions only: the rules' verdict, its own, and how sure it must be (0.0–1.0). Chosen on sentences that
#: neither had seen; what is missing here did more harm than good there (`docs/audit.md`).
SURE: Final[Mapping[tuple[Kind, Verdict, Verdict], float]] = {
    ("kr", "task", "good"): 0.7,
    ("kr", "kpi", "good"): 0.9,
    ("kr", "good", "task"): 0.9,
    ("kr", "good", "vanity"): 0.8,
    ("objective", "task", "good"): 0.8,
    ("objective", "kr-as-objective", "good"): 0.8,
    ("objective", "good", "task"): 0.6,
    ("objective", "good", "vague"): 0.93,
}

_NOUNS: Final[Mapping[Verdict, str]] = {
    "task": "work to be done",
    "kpi": "a number that is watched",
    "vanity": "attention that need not change anything",
    "vague": "an aim that anybody could have",
    "kr-as-objective": "a key result",
}
_WAYS_OUT: Final[Mapping[Kind, Mapping[Verdict, str]]] = {
    "kr": {
        "task": "Ask what changes if this works, and measure that: “Open 5 shops” → “… % of visitors buy in a new shop, up from …”.",
        "vanity": "Measure what these people do next: “10,000 members” → “… % of members post in their first month, up from …”.",
    },
    "objective": {
        "task": "Ask what will be different for whom: “Open the new office” → “Make … the place where teams in … want to work”.",
        "vague": "Say for whom, where or what will be different: “Think bigger” → “Become the first choice of … in …”.",
    },
}


def doubted(*, case: Case, found: Sequence[Finding], verdict: Verdict) -> list[Finding]:
    """Return the findings after the second reader was heard: as they are, with one more, or without those it speaks against.

    Source: issue "The auditor", point 2.
    """
    kept = list(found)
    if _is_known_otherwise(case):
        return kept
    told = likely(kind=case.kind, reading=case.reading, instead_of=verdict)
    if told is None or told.share < SURE.get((case.kind, verdict, told.verdict), 2.0) or _is_vetoed(case, told.verdict):
        return kept
    if told.verdict == "good":
        return [*(each for each in kept if each.verdict != verdict), _acquitted(case, told, verdict)]
    return [*kept, _named(case, told)]


def _is_known_otherwise(case: Case) -> bool:
    """Say whether the fields tell what the text cannot: they come first."""
    only_there = case.fields.target is not None and not case.reading.numbers
    return only_there or case.is_measured_by_fields or case.fields.waived


def _is_vetoed(case: Case, verdict: Verdict) -> bool:
    """Say whether a rule or the doctrine knows better than any likeness."""
    reading = case.reading
    if verdict == "good":
        return case.kind == "kr" and not case.has_number
    if case.kind == "kr":  # only a bare count may be work in disguise
        measured = any(number.kind != "count" or number.role != "plain" for number in case.proofs)
        worth = verdict == "vanity" and any(word in reading.lexicon.group("partners") for word in reading.words)
        return measured or worth or reading.is_passive or case.doctrine.output_kr == "allowed"
    if verdict == "vague":  # a named metric steers
        return reading.object[0] == "metric" and len(reading.words) > _BARE_WORDS
    praise = reading.lexicon.group("strong") | (reading.lexicon.comparatives - {"more"})
    return any(word in praise or reading.lexicon.is_superlative(word) for word in reading.words)


#: A verb and a metric, and nothing that says whose.
_BARE_WORDS = 2


def _named(case: Case, told: Likely) -> Finding:
    message = f"It reads like {_NOUNS[told.verdict]}{_because(told)}."
    rule, source = f"{case.kind}.likeness", "requirements 4.1"
    return Finding(rule, "error", message, _WAYS_OUT[case.kind][told.verdict], source, told.verdict)


def _acquitted(case: Case, told: Likely, verdict: Verdict) -> Finding:
    aim = "an outcome" if case.kind == "kr" else "an aim"
    message = f"A rule takes it for {_NOUNS[verdict]}, but it reads like {aim}{_because(told)}."
    return Finding(f"{case.kind}.likeness", "info", message, "Leave it, if that is what you mean.", "requirements 4.1")


def _because(told: Likely) -> str:
    quoted = ", ".join(f"“{word}”" for word in told.words)
    return f" ({told.share:.0%} likely{': ' if quoted else ''}{quoted})"
