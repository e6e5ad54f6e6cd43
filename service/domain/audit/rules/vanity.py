"""Stage 5: attention that need not change anything."""

from service.domain.audit.case import KR, Case, Rule
from service.domain.audit.model import Finding


def check(case: Case) -> Finding | None:
    """Find a count of followers, views or downloads without a partner that is worth something. Source: O-08."""
    counted = _counted(case)
    partners = case.reading.lexicon.group("partners") - {counted}
    kinds = {number.kind for number in case.reading.numbers}
    if not counted or len(kinds) > 1 or any(word in partners for word in case.reading.words):
        return None
    return Finding(
        "kr.vanity",
        "error",
        f"“{counted}” can grow while nothing that matters does.",
        f"Measure what they do next: “{counted}” → the share of them who sign up, buy or come back.",
        "O-08",
        "vanity",
    )


def _counted(case: Case) -> str:
    for number in case.reading.numbers:
        if number.head == "vanity":
            return number.word
    moves = case.reading.lead_kind in {"up", "reach", "improve"} or case.reading.opening in {"noun", "measure"}
    if moves:
        for index, word, kind in case.reading.nouns:
            if kind == "vanity" and index <= case.reading.at + 6:
                return word
    return ""


RULE = Rule(5, KR, check)
