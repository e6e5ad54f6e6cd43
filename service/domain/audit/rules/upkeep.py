"""Stage 4: a level that is held, or the daily work of an operation."""

from service.domain.audit.case import BOTH, Case, Rule
from service.domain.audit.lexicon import MOVING
from service.domain.audit.model import Finding


def check(case: Case) -> Finding | None:
    """Find what could be tracked every week forever. Source: M-05; T-12."""
    if case.kind == "objective":
        return _finding("objective.upkeep", "M-05") if _keeps(case) else None
    if case.claim == "bare" and not case.has_number:
        return _finding("kr.kpi", "T-12")
    if case.claim != "upkeep" or _is_tension(case) or _gives_change(case):
        return None
    return _finding("kr.kpi", "T-12")


def _finding(rule: str, source: str) -> Finding:
    return Finding(
        rule,
        "error",
        "This could be tracked every week forever: it keeps things as they are.",
        "Move it to the health list as a guardrail, or say what will change: “Keep uptime above 99.9 %” → "
        "“Cut minutes of downtime a month from … to …”.",
        source,
        "kpi",
    )


def _gives_change(case: Case) -> bool:
    """Excuse a level that is new by its fields: baseline and target differ."""
    fields = case.fields
    return fields.baseline is not None and fields.target is not None and fields.baseline != fields.target


_AGAINST = frozenset({"despite", "while", "even", "although", "during", "trotz", "während", "pese", "mientras", "as"})


def _is_tension(case: Case) -> bool:
    """Excuse a level held against a pull, or held together with a second measure: that is a change to work for."""
    if not case.has_number or case.reading.follows(case.reading.lexicon.lasting, after=case.reading.at + 1):
        return False
    return len(case.reading.numbers) > 1 or case.reading.follows(_AGAINST) or _after_window(case)


def _after_window(case: Case) -> bool:
    tokens = case.reading.tokens
    return (
        any(token.lower == "after" and index > case.reading.at for index, token in enumerate(tokens))
        and case.has_number
    )


def _keeps(case: Case) -> bool:
    reading = case.reading
    kind = reading.lead_kind
    if kind == "hold":
        lemma = reading.lead.lemma if reading.lead else ""
        if lemma in {
            "ensure",
            "assure",
            "guarantee",
            "make sure",
            "protect",
            "control",
            "safeguard",
            "preserve",
            "secure",
        }:
            steady = reading.follows(
                reading.lexicon.lasting | {"remains", "remain", "stays", "compliance", "regulations"}
            )
            return steady
        return not any(verb.kind in MOVING for _, verb in reading.goals[1:])
    if kind == "operate":
        return len(reading.words) <= 7 and not reading.follows(
            reading.lexicon.superlatives | reading.lexicon.comparatives
        )
    return False


RULE = Rule(4, BOTH, check)
