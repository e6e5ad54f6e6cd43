"""Stage 4: a level that is held, or the daily work of an operation."""

from service.domain.audit.case import BOTH, Case, Rule
from service.domain.audit.lexicon import MOVING
from service.domain.audit.model import Finding
from service.domain.audit.reading import Reading


def check(case: Case) -> Finding | None:
    """Find what could be tracked every week forever. Source: M-05; T-12."""
    if case.kind == "objective":
        return _finding("objective.upkeep", "M-05") if _keeps(case) else None
    if case.claim == "bare" and not case.has_number:
        return _finding("kr.kpi", "T-12")
    if case.claim != "upkeep" or _is_tension(case) or _gives_change(case) or _lasts(case):
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


def _is_tension(case: Case) -> bool:
    """Excuse a level held against a pull, or held together with a second measure: that is a change to work for."""
    reading = case.reading
    held = {
        token.lower for token in reading.tokens if reading.predicate and token is reading.tokens[reading.predicate[0]]
    }
    if not case.has_number or reading.follows(reading.lexicon.group("lasting") - held, after=reading.rest_at):
        return False
    pull = reading.lexicon.group("against") | reading.lexicon.group("after")
    return len(reading.numbers) > 1 or reading.follows(pull, after=reading.rest_at)


def _lasts(case: Case) -> bool:
    """Excuse a level to be held for so long: `Keep the error rate below 1 % for four weeks` ends."""
    reading, lexicon = case.reading, case.reading.lexicon
    tokens = [token for token in reading.tokens if token.lower not in lexicon.group("streaks")]
    spans = zip(tokens, tokens[1:], tokens[2:], strict=False)
    return case.has_number and any(
        opener.lower in lexicon.group("throughout")
        and (many.kind == "number" or many.lower in lexicon.numbers)
        and unit.lower in lexicon.durations
        for opener, many, unit in spans
    )


def _keeps(case: Case) -> bool:
    """Judge an objective by its verb: holding or operating, without a change beside it."""
    reading, lexicon = case.reading, case.reading.lexicon
    if reading.lead_kind == "hold":
        if reading.last_word in lexicon.group("feelings") and reading.follows(lexicon.group("people")):
            return False
        if reading.lemma in lexicon.group("assuring") | lexicon.group("protecting"):
            named = reading.follows(lexicon.group("lasting") | lexicon.group("rules"))
            return named or (len(reading.words) <= _BARE_WORDS and not reading.follows(_praise(reading)))
        return not any(verb.kind in MOVING for _, verb in reading.goals[1:])
    if reading.lemma in lexicon.group("meeting") and case.claim == "upkeep":
        return True
    if reading.lemma in lexicon.group("serving") and case.claim == "upkeep":
        return True
    if reading.lead_kind == "activity":
        return not reading.numbers and reading.follows(lexicon.group("lasting"), after=reading.rest_at)
    if reading.lemma in lexicon.group("serving") and _is_standing_service(reading):
        return True
    if reading.lead_kind == "operate" and reading.follows(lexicon.group("routine"), after=reading.rest_at):
        return True
    if reading.lead_kind == "operate":
        return len(reading.words) <= _DAILY_WORDS and not reading.follows(
            lexicon.superlatives | lexicon.comparatives | lexicon.group("beyond")
        )
    return False


def _is_standing_service(reading: Reading) -> bool:
    """`Provide statistics to the public` and `Deliver monthly newsletters` never end."""
    lexicon = reading.lexicon
    if reading.numbers or reading.follows(_praise(reading) - lexicon.group("people")):
        return False
    given = reading.object[0] in {"artefact", ""} and reading.object[1].endswith("s")
    return reading.recurs or (given and reading.follows(lexicon.goals))


def _praise(reading: Reading) -> frozenset[str]:
    lexicon = reading.lexicon
    return lexicon.superlatives | lexicon.comparatives | lexicon.group("strong") | lexicon.group("people")


#: A verb of assuring and so few words name no change: `Ensure timely reporting`.
_BARE_WORDS = 4

#: Beyond this many words an operating verb mostly opens an aim (`Serve every patient within …, so that …`).
_DAILY_WORDS = 7

RULE = Rule(4, BOTH, check)
