"""What a key result claims. The linguistics behind the rules; whether a number proves the claim is in `proof.py`."""

from service.domain.audit.daily_work import is_promise, is_routine, is_service
from service.domain.audit.lexicon import MAKING, PLANNED
from service.domain.audit.metric_name import is_metric_name
from service.domain.audit.noun_claim import Claim, is_made_ready, of_measure, of_noun
from service.domain.audit.reading import Reading
from service.domain.audit.standing import is_standing

__all__ = ["Claim", "claim"]


def claim(reading: Reading) -> Claim:
    """Classify what a key result claims by its opening, its verb and its object."""
    compared = reading.has_comparative or reading.follows(reading.lexicon.comparatives)
    if reading.opening in {"noun", "guess"} and not reading.numbers and not compared and is_made_ready(reading):
        return "output"
    if is_metric_name(reading):
        return "bare"
    if reading.opening == "verb":
        return _of_verb(reading)
    if reading.opening == "guess" and reading.has_comparative and not reading.numbers:
        return "outcome"
    if reading.opening == "guess":
        return _of_guess(reading)
    if reading.opening == "measure":
        return of_measure(reading)
    return of_noun(reading)


def _of_verb(reading: Reading) -> Claim:
    kind = reading.lead_kind
    if kind in MAKING:
        return _of_making(reading)
    if kind == "hold":
        return _of_hold(reading)
    if kind == "operate":
        return _of_operate(reading)
    if kind == "reach":
        return _of_reach(reading)
    if kind == "improve" and not reading.numbers and reading.lemma in reading.lexicon.group("polishing"):
        return "output" if reading.object[0] == "artefact" else "outcome"
    return "outcome"


def _of_making(reading: Reading) -> Claim:
    """`Deploy models faster` speaks of a change and `Featured by the press` of others, though the verb makes something."""
    last = reading.last_word
    if last in reading.lexicon.comparatives and last != "more":
        return "outcome"
    if not reading.numbers and reading.follows(reading.lexicon.group("rarer"), after=reading.rest_at):
        return "outcome"
    if not reading.numbers and reading.has_comparative:
        return "outcome"
    helped = (
        reading.lemma in reading.lexicon.group("helping") and reading.object[0] == "outcome" and not reading.numbers
    )
    if helped and reading.lead_kind == "activity":
        return "outcome"
    felt = not reading.numbers and reading.object[1] in reading.lexicon.group("attitudes")
    if reading.is_passive or felt or _is_bettered(reading):
        return "outcome"
    if is_routine(reading) or is_service(reading) or is_promise(reading):
        return "upkeep"
    return "output" if reading.lead_kind == "output" else "activity"


def _is_bettered(reading: Reading) -> bool:
    """`Build stronger relationships` speaks of a change; `Build a better tool` still of a thing."""
    if reading.numbers or reading.object[0] not in {"quality", "outcome", "metric"}:
        return False
    return reading.follows(reading.lexicon.comparatives, after=reading.rest_at)


def _of_hold(reading: Reading) -> Claim:
    lexicon = reading.lexicon
    if reading.last_word in lexicon.group("feelings") and reading.follows(lexicon.group("people")):
        return "outcome"
    if reading.numbers and reading.object[1] in lexicon.group("share_up"):
        return "outcome"
    if reading.lemma not in lexicon.group("assuring") or reading.follows(
        lexicon.group("lasting"), after=reading.rest_at
    ):
        return "upkeep"
    if reading.numbers:
        lasting = lexicon.group("service") | lexicon.group("rules")
        return "upkeep" if reading.follows(lasting, after=reading.rest_at) else "outcome"
    inner = _inner_verb(reading)
    if inner in MAKING and reading.recurs:
        return "upkeep"
    if inner in MAKING:
        return "output" if inner == "output" else "activity"
    if inner == "reach" and reading.nouns and reading.nouns[-1][2] == "artefact":
        return "output"
    if reading.follows(lexicon.group("rules"), after=reading.rest_at):
        return "upkeep"
    return "outcome" if reading.object[0] in {"metric", "outcome"} else "upkeep"


def _inner_verb(reading: Reading) -> str:
    for index, token in enumerate(reading.tokens[reading.at + 1 :], start=reading.at + 1):
        verb = reading.lexicon.verbs.get(token.lower)
        if verb is not None and verb.form == "third" and index + 1 == len(reading.tokens):
            continue
        if verb is not None and not reading.lexicon.noun(token.lower) and verb.kind != "state":
            return verb.kind
    return ""


def _of_operate(reading: Reading) -> Claim:
    """A share, a movement or a comparative makes daily work an outcome; a mere service level does not: it never ends."""
    if reading.follows(reading.lexicon.comparatives - {"more"}, after=reading.rest_at):
        return "outcome"
    numbers = reading.numbers
    if reading.recurs_always and not any(number.role in {"from", "to"} for number in numbers):
        return "upkeep"
    if any(number.kind in {"percent", "score", "times"} or number.role in {"from", "to"} for number in numbers):
        return "outcome"
    if any(number.kind == "duration" for number in numbers):
        return "outcome" if len(numbers) > 1 or reading.has_calendar else "upkeep"
    bounded = any(number.role == "below" for number in numbers)
    return "activity" if numbers and not bounded else "upkeep"


def _of_reach(reading: Reading) -> Claim:
    lexicon = reading.lexicon
    kind = reading.object[0]
    if is_promise(reading):
        return "upkeep"
    punctual = reading.follows(lexicon.group("punctual"), after=reading.rest_at)
    if not reading.numbers and punctual and reading.recurs:
        return "upkeep"
    if not reading.numbers and reading.lemma in lexicon.group("admitting"):
        return "output"
    if reading.lemma in lexicon.group("meeting") and _meets_people(reading):
        return "activity"
    if not reading.numbers and reading.lemma in lexicon.group("auxiliaries") and _gets_done(reading):
        return "output"
    own_work = kind == "activity" and reading.object[1] not in lexicon.group("mutual")
    better = lexicon.comparatives - ({"more"} if own_work else set())
    if reading.numbers or reading.follows(better, after=reading.rest_at):
        return "outcome"
    owed = reading.lemma in lexicon.group("meeting") and reading.follows(lexicon.group("quantifiers"), after=reading.at)
    if reading.follows(lexicon.group("quotas"), after=reading.rest_at) and (reading.recurs or owed):
        return "upkeep"
    if reading.lemma in lexicon.group("passing") and any(word in lexicon.group("passes") for word in reading.words):
        return "pass"
    made = lexicon.verbs.get(reading.object[1])
    worked = kind in PLANNED or (made is not None and made.kind in MAKING)
    if reading.lemma in lexicon.group("ending") and worked:
        return "output"
    if kind in PLANNED and reading.lemma not in lexicon.group("granted"):
        return "activity" if kind == "activity" else "output"
    return "output" if _is_settled(reading) else "outcome"


def _is_settled(reading: Reading) -> bool:
    """Tell `Sign the lease`, `Achieve completion of the move` and `Reach a decision` from `Close the gap` and `Win customers`."""
    lexicon, start = reading.lexicon, reading.object_at
    near = [token.lower for token in reading.tokens[start : start + _NEAR_TOKENS]]
    if reading.lemma in lexicon.group("settling"):
        one = near[:1] and near[0] in lexicon.group("one")
        return reading.object[0] == "artefact" or bool(one and reading.object[1] not in lexicon.group("distances"))
    return any(word in lexicon.group("settled") for word in near)


#: What is settled stands so near behind the verb.
_NEAR_TOKENS = 3


def _gets_done(reading: Reading) -> bool:
    """Tell `Get the team trained` from `Get featured`: a participle of making behind an object."""
    verbs, nouns = reading.lexicon.verbs, [index for index, _, _ in reading.nouns]
    return any(
        index > reading.at + 1
        and token.lower in verbs
        and verbs[token.lower].form == "past"
        and verbs[token.lower].kind in MAKING
        and any(reading.at < noun < index for noun in nouns)
        for index, token in enumerate(reading.tokens)
    )


def _meets_people(reading: Reading) -> bool:
    """`Meet 20 customers` spends time; `Meet 95 % of the deadlines` reaches a level."""
    return (
        len(reading.numbers) == 1
        and reading.numbers[0].kind == "count"
        and reading.numbers[0].head in {"outcome", "staff"}
    )


def _of_guess(reading: Reading) -> Claim:
    """An unknown word stands where a verb stands: the object decides."""
    if not reading.numbers:
        if reading.first_word in reading.lexicon.group("feelings"):
            return "outcome"
        return "outcome" if reading.object[0] in {"metric", "outcome"} else "output"
    if is_standing(reading):
        return "upkeep"
    kinds = {quantity.head for quantity in reading.numbers}
    return "output" if kinds <= PLANNED | {""} and kinds & PLANNED else "outcome"
