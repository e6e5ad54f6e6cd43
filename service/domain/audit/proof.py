"""Whether a number in a key result measures an effect or only the amount of work."""

from service.domain.audit.lexicon import MAKING, PLANNED
from service.domain.audit.quantities import Quantity
from service.domain.audit.reading import Reading


def proofs(reading: Reading) -> list[Quantity]:
    """List the numbers that measure an effect."""
    return [quantity for quantity in reading.numbers if proves(reading, quantity)]


def proves(reading: Reading, quantity: Quantity) -> bool:
    """Say whether a number measures an effect: what it counts and which verb governs it decide."""
    kind = reading.lead_kind
    provided = reading.lemma in reading.lexicon.group("serving") and reading.object[0] in {"artefact", "activity"}
    making = (
        kind in MAKING or provided or reading.opening == "guess" or (kind == "operate" and quantity.kind == "count")
    )
    direct = making and _is_direct(reading, quantity)
    if quantity.kind == "rank":
        return not making and not _is_invited(reading, quantity)
    if quantity.kind in {"percent", "times"} and _is_more_work(reading, quantity):
        return False
    if quantity.kind in {"score", "times"}:
        return quantity.kind == "score" or not (direct or reading.lead_kind == "activity")
    if quantity.kind == "money":
        spent = direct and reading.lemma in reading.lexicon.group("spending")
        return not spent and not (making and quantity.head in {"artefact", "activity"})
    if quantity.kind == "percent" and quantity.head == "artefact" and reading.opening == "measure":
        return not (reading.predicate is None and participle(reading) in MAKING)
    if quantity.kind == "percent":
        return _is_effect_share(reading, quantity) if direct else not (making and _is_own_people(reading, quantity))
    if quantity.kind == "duration":
        return quantity.role != "plain" or not making
    return _counts_effect(reading, quantity, making=making, direct=direct)


def _is_own_people(reading: Reading, quantity: Quantity) -> bool:
    return quantity.head == "staff" or quantity.word in reading.lexicon.group("crew")


def _is_effect_share(reading: Reading, quantity: Quantity) -> bool:
    """Judge `Migrate 80 % of customers` (their doing counts) and `Train 80 % of nurses` (ours does)."""
    if reading.lead_kind == "activity":
        return False
    if quantity.head not in PLANNED and any(token.lower in reading.lexicon.group("within") and _is_span(reading, place + 1)
                                            for place, token in enumerate(reading.tokens)):  # fmt: skip
        return True
    return quantity.head in {"metric", "outcome", "vanity"} or reading.lead_kind == "operate"


def _is_more_work(reading: Reading, quantity: Quantity) -> bool:
    """`Double the number of webinars` counts one's own work; reviews, talks with customers and demos take two."""
    kind, word = (quantity.head, quantity.word) if quantity.index == 0 else reading.object
    grows = reading.lead_kind == "up" or (quantity.index == 0 and quantity.kind == "times")
    return grows and kind == "activity" and word not in reading.lexicon.group("mutual")


def _is_span(reading: Reading, index: int) -> bool:
    """Say whether a number of days, hours or the like stands at a token."""
    tokens, durations = reading.tokens, reading.lexicon.durations
    if index + 1 >= len(tokens) or tokens[index].kind != "number":
        return False
    return tokens[index].unit in durations or tokens[index + 1].lower in durations


def _counts_effect(reading: Reading, quantity: Quantity, *, making: bool, direct: bool) -> bool:
    lexicon = reading.lexicon
    before = _owner(reading, quantity)
    if quantity.kind == "count" and quantity.value % 1 and not quantity.head:
        return True
    met = reading.lemma in lexicon.group("meeting") and quantity.head in {"outcome", "staff"}
    if met and _is_direct(reading, quantity):
        return False
    if quantity.kind == "count" and _is_active(reading, quantity):
        return True
    if reading.moves and quantity.role in {"from", "to"} and _is_per_person(reading):
        return True
    if reading.opening == "noun" and quantity.role in {"from", "to"} and _is_from_to(reading):
        owners = {kind for index, _, kind in reading.nouns if index < quantity.index}
        return owners != {"activity"}
    if reading.predicate is not None and _is_done_by_others(reading, quantity, reading.predicate[0]):
        return True
    if quantity.value == 0 and quantity.kind == "count" and quantity.head != "artefact":
        return True
    if making and (_is_listed(reading, quantity) or _is_scope(reading, quantity)):
        return False
    if making:
        return _counts_beyond_work(reading, quantity, before=before, direct=direct)
    if reading.lead_kind == "down" or reading.is_passive:
        return True
    if reading.lead_kind == "up" and quantity.role == "by" and reading.object[1] in lexicon.group("crew"):
        return False
    if quantity.role == "below" or _is_invited(reading, quantity):
        return quantity.role == "below"
    if quantity.head in PLANNED and reading.object[0] in {"outcome", "metric"} and not _is_direct(reading, quantity):
        return True
    if quantity.head in PLANNED or (not quantity.head and before in PLANNED and before != "staff"):
        return before == "metric" or (reading.lead_kind == "reach" and reading.lemma in lexicon.group("granted"))
    return True


def _is_done_by_others(reading: Reading, quantity: Quantity, predicate_at: int) -> bool:
    """Say whether people or things do it: `15 squads adopt …`, `Pages fall from 40 to 12`; `Calls rise to 90` counts work."""
    if quantity.index < predicate_at:
        return quantity.head not in {"activity", "artefact"}
    subject = next((kind for index, _, kind in reversed(reading.nouns) if index < predicate_at), "")
    return quantity.role != "plain" and subject != "activity"


def _counts_beyond_work(reading: Reading, quantity: Quantity, *, before: str, direct: bool) -> bool:
    """Judge a count under a verb of making: only what others do, or a metric's level, goes beyond the work."""
    if reading.is_passive:
        return True
    if direct and reading.lead_kind == "activity":
        return False
    if quantity.word in reading.lexicon.group("twofold"):
        return _is_won(reading, quantity)
    if quantity.head in PLANNED:
        return False
    if before == "metric" or quantity.head == "metric":
        return True
    if quantity.head in {"outcome", "vanity"}:
        if reading.lead_kind == "activity":
            return not direct and _is_won(reading, quantity)
        return not (direct and quantity.word in reading.lexicon.group("defects"))
    return quantity.role in {"from", "to"} and reading.lead_kind != "activity" and not direct


def _is_listed(reading: Reading, quantity: Quantity) -> bool:
    """Say whether the number only tells how long a thing is: `Build a list of 500 target accounts`."""
    if quantity.index < 2 or reading.tokens[quantity.index - 1].lower not in reading.lexicon.group("of"):
        return False
    return reading.lexicon.noun(reading.tokens[quantity.index - 2].lower) == "artefact"


def _is_scope(reading: Reading, quantity: Quantity) -> bool:
    """Say whether the number only tells for whom or where: `Create battle cards for five competitors`."""
    if quantity.index < 2:
        return False
    opener, before = (token.lower for token in reading.tokens[quantity.index - 2 : quantity.index])
    verbs = reading.lexicon.verbs
    particle = opener in verbs and f"{verbs[opener].lemma} {before}" in verbs
    return before in reading.lexicon.group("scopes") and not particle and quantity.head in {"outcome", "staff", ""}


def _is_won(reading: Reading, quantity: Quantity) -> bool:
    """Say whether a verb of reaching governs the number: `Run ads to win 200 customers`."""
    for token in reversed(reading.tokens[max(reading.at + 1, quantity.index - 4) : quantity.index]):
        verb = reading.lexicon.verbs.get(token.lower)
        if verb is not None:
            return verb.kind in {"reach", "up", "down", "improve"} and verb.lemma not in reading.lexicon.group(
                "providing"
            )
    return False


def _is_invited(reading: Reading, quantity: Quantity) -> bool:
    """Say whether the number only counts who takes part: `User interviews with 15 customers`."""
    if reading.opening != "noun" or quantity.head not in {"outcome", "staff", "quality", ""}:
        return False
    first = next(
        (kind for index, _, kind in reading.nouns if index < quantity.index and kind in {"activity", "metric"}), ""
    )
    return first == "activity"


def _is_from_to(reading: Reading) -> bool:
    return {"from", "to"} <= {quantity.role for quantity in reading.numbers}


def _is_active(reading: Reading, quantity: Quantity) -> bool:
    """Say whether those counted are active or paying: people of one's own trade may be users too (`1,000 active designers`)."""
    following = {token.lower for token in reading.tokens[quantity.index + 1 : quantity.index + 4]}
    return bool(following & reading.lexicon.group("active")) and quantity.head not in {"artefact", "activity"}


def _is_per_person(reading: Reading) -> bool:
    """Say whether it is measured per somebody outside: `tasks created per user`."""
    kinds = {index: kind for index, _, kind in reading.nouns}
    return reading.object[0] != "activity" and any(
        token.lower in reading.lexicon.group("repeats") and kinds.get(place + 1) == "outcome"
        for place, token in enumerate(reading.tokens)
    )


def _owner(reading: Reading, quantity: Quantity) -> str:
    """Find the kind of the noun a number belongs to; `from … to …` belongs to the object, not to a place named in between."""
    if reading.moves and quantity.role in {"from", "to"} and reading.object[1]:
        return reading.object[0]
    return _noun_before(reading, quantity)


def _noun_before(reading: Reading, quantity: Quantity) -> str:
    """Find the kind of the noun that a number belongs to: `an NPS of 50`, `sales calls from 40 to 120`.

    Between noun and number only small words, other numbers and forms of *be* may stand.
    """
    kinds = {index: kind for index, _, kind in reading.nouns}
    first = reading.at if reading.opening == "verb" else -1
    small_words = reading.lexicon.group("between") | reading.lexicon.prepositions
    for index in range(quantity.index - 1, max(first, quantity.index - _REACH_TOKENS), -1):
        if index in kinds:
            return kinds[index]
        token = reading.tokens[index]
        verb = reading.lexicon.verbs.get(token.lower)
        small = token.kind != "word" or token.lower in small_words or token.lower in reading.lexicon.numbers
        if not small and (verb is None or verb.kind in MAKING):
            return ""
    return ""


#: A noun further back than this does not own the number.
_REACH_TOKENS = 12


def _is_direct(reading: Reading, quantity: Quantity) -> bool:
    """Say whether the number opens the verb's object: `Hire 10 engineers`, `Train all 40 nurses`."""
    lexicon = reading.lexicon
    if lexicon.verb_last and reading.at > 0:
        return quantity.index <= 2
    free_words = lexicon.determiners | lexicon.above | lexicon.below | _PARTICLES
    return all(
        token.kind in {"sign", "number"} or token.lower in free_words
        for token in reading.tokens[(reading.object_at if reading.lead else reading.at + 1) : quantity.index]
    )


_PARTICLES = frozenset({"up", "out", "in", "on", "least", "most", "more", "than", "total", "top", "a", "-", "–"})


def participle(reading: Reading) -> str:
    """Find the kind of the last participle: what was done to the thing."""
    kind = ""
    nouns = {index for index, _, _ in reading.nouns}
    for index, token in enumerate(reading.tokens):
        verb = reading.lexicon.verbs.get(token.lower)
        if verb is not None and verb.form == "past" and index + 1 not in nouns:
            kind = verb.kind
    return kind
