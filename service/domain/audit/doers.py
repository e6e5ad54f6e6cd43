"""Whose doing a counted number is: others' or one's own. Whether that proves an effect is decided in `proof.py`."""

from service.domain.audit.lexicon import MOVING, Verb
from service.domain.audit.quantities import Quantity
from service.domain.audit.reading import Reading


def is_done_by_others(reading: Reading, quantity: Quantity, predicate_at: int) -> bool:
    """Say whether people or things do it: `15 squads adopt …`, `Pages fall from 40 to 12`; `Calls rise to 90` counts work."""
    small = reading.lexicon.group("auxiliaries") | reading.lexicon.group("providing")
    if quantity.index < predicate_at and reading.predicate is not None:
        if reading.predicate[1].lemma in reading.lexicon.group("granted") | reading.lexicon.group("given"):
            return True
        if quantity.head == "artefact":
            return reading.predicate[1].kind in {"reach", "state", *MOVING} and reading.predicate[1].lemma not in small
        return quantity.head != "activity"
    subject = next((kind for index, _, kind in reversed(reading.nouns) if index < predicate_at), "")
    falls = reading.predicate is not None and reading.predicate[1].kind == "down"
    return quantity.role != "plain" and (falls or subject != "activity")


def is_listed(reading: Reading, quantity: Quantity) -> bool:
    """Say whether the number only tells how long a thing is: `Build a list of 500 target accounts`."""
    if quantity.index < 2 or reading.tokens[quantity.index - 1].lower not in reading.lexicon.group("of"):
        return False
    return reading.lexicon.noun(reading.tokens[quantity.index - 2].lower) == "artefact"


def is_scope(reading: Reading, quantity: Quantity) -> bool:
    """Say whether the number only tells for whom or where: `Create battle cards for five competitors`."""
    place = quantity.index
    while place > reading.at and reading.tokens[place - 1].lower in reading.lexicon.group("quantifiers"):
        place -= 1
    if place < 2:
        return False
    opener, before = (token.lower for token in reading.tokens[place - 2 : place])
    verbs = reading.lexicon.verbs
    particle = opener in verbs and f"{verbs[opener].lemma} {before}" in verbs
    if before in reading.lexicon.goals and not is_from_to(reading):
        given = place - 1 > reading.object_at and reading.lemma not in reading.lexicon.group("delivering")
        return reading.lead_kind == "output" and (given or quantity.head in {"artefact", "quality", "staff"})
    if before in reading.lexicon.group("accompanied"):
        acted = verbs.get(opener)
        return reading.object[0] == "activity" or (acted is not None and acted.kind == "activity")
    return before in reading.lexicon.group("scopes") and not particle and quantity.head not in {"metric", "vanity"}


def is_won(reading: Reading, quantity: Quantity) -> bool:
    """Say whether a verb of reaching governs the number: `Run ads to win 200 customers`."""
    for token in reversed(reading.tokens[max(reading.at + 1, quantity.index - 4) : quantity.index]):
        verb = reading.lexicon.verbs.get(token.lower)
        if verb is not None:
            return verb.kind in {"reach", "up", "down", "improve"} and verb.lemma not in reading.lexicon.group(
                "providing"
            )
    return False


def is_invited(reading: Reading, quantity: Quantity) -> bool:
    """Say whether the number only counts who takes part: `User interviews with 15 customers`."""
    if reading.opening != "noun" or quantity.head not in {"outcome", "staff", "quality", ""}:
        return False
    first = next(
        (kind for index, _, kind in reading.nouns if index < quantity.index and kind in {"activity", "metric"}), ""
    )
    return first == "activity"


def is_from_to(reading: Reading) -> bool:
    return {"from", "to"} <= {quantity.role for quantity in reading.numbers}


def is_active(reading: Reading, quantity: Quantity) -> bool:
    """Say whether those counted are active or paying: people of one's own trade may be users too (`1,000 active designers`)."""
    following = {token.lower for token in reading.tokens[quantity.index + 1 : quantity.index + 4]}
    return bool(following & reading.lexicon.group("active")) and quantity.head not in {"artefact", "activity"}


def is_granted(reading: Reading, quantity: Quantity) -> bool:
    """Say whether what opens the sentence was given by others: `Three papers accepted`, `12 grants won`."""
    verb = done(reading)
    return (
        quantity.index == reading.at
        and verb is not None
        and verb.lemma in reading.lexicon.group("granted") | reading.lexicon.group("given")
    )


def is_compared(reading: Reading, quantity: Quantity) -> bool:
    """Say whether a share of change opens the sentence: `30 % less paper used`; more of one's own work is none."""
    if reading.opening != "measure" or quantity.index + 1 >= len(reading.tokens):
        return False
    return reading.tokens[quantity.index + 1].lower in reading.lexicon.comparatives and not (
        quantity.head == "activity" or reading.tokens[quantity.index + 1].lower == "more"
    )


def is_per_person(reading: Reading) -> bool:
    """Say whether it is measured per somebody outside: `tasks created per user`."""
    kinds = {index: kind for index, _, kind in reading.nouns}
    return reading.object[0] != "activity" and any(
        token.lower in reading.lexicon.group("repeats") and kinds.get(place + 1) == "outcome"
        for place, token in enumerate(reading.tokens)
    )


def participle(reading: Reading) -> str:
    """Find the kind of the last participle: what was done to the thing."""
    verb = done(reading)
    return verb.kind if verb else ""


def done(reading: Reading) -> Verb | None:
    """Find the last participle."""
    found: Verb | None = None
    nouns = {index for index, _, _ in reading.nouns}
    for index, token in enumerate(reading.tokens):
        verb = reading.lexicon.verbs.get(token.lower)
        if verb is not None and verb.form == "past" and index + 1 not in nouns:
            found = verb
    return found
