"""Stage 4: yes or no, without a scale."""

from service.domain.audit.case import BOTH, Case, Rule
from service.domain.audit.model import Finding


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
    reading, lexicon = case.reading, case.reading.lexicon
    finished = reading.lemma in lexicon.group("ending") and reading.follows(
        lexicon.group("success"), after=reading.rest_at
    )
    if case.kind == "kr":
        return finished or case.claim == "pass"
    passing = reading.lemma in lexicon.group("passing") and len(reading.words) <= _SHORT_WORDS
    return finished or (passing and reading.follows(lexicon.group("papers")))


#: Longer objectives about a certificate mostly say what it is for.
_SHORT_WORDS = 5

RULE = Rule(4, BOTH, check)
