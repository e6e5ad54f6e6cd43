"""Whether a number in a key result measures an effect or only the amount of work."""

from service.domain.audit.doers import (
    is_active,
    is_compared,
    is_done_by_others,
    is_from_to,
    is_granted,
    is_invited,
    is_listed,
    is_per_person,
    is_scope,
    is_won,
    participle,
)
from service.domain.audit.lexicon import MAKING, PLANNED
from service.domain.audit.quantities import Quantity
from service.domain.audit.reading import Reading
from service.domain.audit.shares import is_effect_share, is_more_work, is_own_people


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
    if quantity.kind == "frequency":
        return quantity.role in {"from", "to"} or reading.predicate is not None
    if quantity.kind == "rank":
        return not making and not is_invited(reading, quantity)
    if quantity.kind in {"percent", "times"} and is_more_work(reading, quantity):
        return False
    if quantity.kind in {"score", "times"}:
        return quantity.kind == "score" or not (direct or reading.lead_kind == "activity")
    if quantity.kind == "money":
        spent = direct and reading.lemma in reading.lexicon.group("spending")
        return not spent and not (making and quantity.head in {"artefact", "activity"})
    if quantity.kind == "percent" and is_compared(reading, quantity):
        return True
    if quantity.kind == "percent" and quantity.head == "artefact" and reading.opening == "measure":
        return not (reading.predicate is None and participle(reading) in MAKING)
    closed = reading.lemma in reading.lexicon.group("closing") and quantity.head in {"", "artefact", "activity"}
    if quantity.kind == "percent" and closed and quantity.role == "plain":
        return False
    finished = (
        kind == "output" and reading.lemma in reading.lexicon.group("ending") and reading.object[0] in PLANNED | {""}
    )
    if quantity.kind == "percent" and finished and quantity.head not in {"outcome", "metric"}:
        return False
    if quantity.kind == "percent":
        return is_effect_share(reading, quantity) if direct else not (making and is_own_people(reading, quantity))
    if quantity.kind == "duration":
        return quantity.role != "plain" or not making
    return _counts_effect(reading, quantity, making=making, direct=direct)


def _counts_effect(reading: Reading, quantity: Quantity, *, making: bool, direct: bool) -> bool:
    lexicon = reading.lexicon
    if quantity.role == "plain" and _is_behind_colon(reading, quantity):
        return reading.nouns[0][2] not in PLANNED
    if quantity.head == "vanity":
        return True  # attention is no work; whether it is worth anything is asked later
    before = _owner(reading, quantity)
    versions = reading.lead_kind == "output" and is_from_to(reading) and before not in {"metric", "outcome"}
    if quantity.kind == "count" and quantity.value % 1 and not quantity.head and not versions:
        return True
    met = reading.lemma in lexicon.group("meeting") and quantity.head in {"outcome", "staff"}
    if met and _is_direct(reading, quantity):
        return False
    if quantity.kind == "count" and is_active(reading, quantity):
        return True
    if reading.moves and quantity.role in {"from", "to"} and is_per_person(reading):
        return True
    if reading.opening == "noun" and quantity.role in {"from", "to"} and is_from_to(reading):
        owners = {kind for index, _, kind in reading.nouns if index < quantity.index}
        falls = reading.predicate is not None and reading.predicate[1].kind == "down"
        return falls or owners != {"activity"}
    if reading.predicate is not None and is_done_by_others(reading, quantity, reading.predicate[0]):
        return True
    if quantity.value == 0 and quantity.kind == "count" and quantity.head != "artefact":
        return True
    if reading.opening == "measure" and is_granted(reading, quantity):
        return True
    if reading.lemma in lexicon.group("motion") and is_from_to(reading):
        return True
    if reading.lemma in lexicon.group("admitting") and (
        quantity.head == "staff" or quantity.word in lexicon.group("crew")
    ):
        return False
    asked = reading.lead_kind == "reach" and quantity.role == "from" and not is_from_to(reading)
    if asked and quantity.head != "outcome" and reading.object[0] not in {"outcome", "metric"}:
        return False
    if making and not reading.is_passive and (is_listed(reading, quantity) or is_scope(reading, quantity)):
        return False
    if making:
        return _counts_beyond_work(reading, quantity, before=before, direct=direct)
    if reading.moves and quantity.role == "plain" and is_scope(reading, quantity):
        return False
    if reading.lead_kind == "down" or reading.is_passive:
        return True
    if reading.lemma in lexicon.group("closing") and quantity.word in lexicon.group("extents"):
        return False
    if reading.lemma in lexicon.group("closing") and quantity.word in lexicon.group("defects"):
        return quantity.role != "plain"
    grown = reading.lead_kind == "up" and quantity.role in {"by", "from", "to"}
    if grown and reading.object[1] in lexicon.group("crew") and not reading.follows(lexicon.group("active")):
        return False  # more colleagues are no effect yet
    if quantity.role == "below" or is_invited(reading, quantity):
        return quantity.role == "below"
    if quantity.head in PLANNED and reading.object[0] in {"outcome", "metric"} and not _is_direct(reading, quantity):
        return True
    if quantity.head in PLANNED or (not quantity.head and before in PLANNED and before != "staff"):
        return before == "metric" or (reading.lead_kind == "reach" and reading.lemma in lexicon.group("granted"))
    return True


def _counts_beyond_work(reading: Reading, quantity: Quantity, *, before: str, direct: bool) -> bool:
    """Judge a count under a verb of making: only what others do, or a metric's level, goes beyond the work."""
    if reading.is_passive:
        return True
    if direct and reading.lead_kind == "activity":
        return False
    if quantity.head not in PLANNED | {"metric"} and _is_purpose(reading, quantity):
        return True
    if quantity.word in reading.lexicon.group("twofold"):
        return is_won(reading, quantity)
    if quantity.head in PLANNED:
        return False
    if before == "metric" or quantity.head == "metric":
        return True
    staged = direct and reading.lemma in reading.lexicon.group("staging")
    if staged or (direct and quantity.word in reading.lexicon.group("extents")):
        return False
    if quantity.head in {"outcome", "vanity"}:
        if reading.lead_kind == "activity":
            return not direct and is_won(reading, quantity)
        return not (direct and quantity.word in reading.lexicon.group("defects"))
    if reading.lead_kind == "output" and not (is_from_to(reading) and before in {"outcome", "vanity", "quality"}):
        opener = reading.tokens[reading.object_at].lower if reading.object_at < len(reading.tokens) else ""
        return is_from_to(reading) and opener in reading.lexicon.sources and bool(reading.recurs)
    return quantity.role in {"from", "to"} and reading.lead_kind != "activity" and not direct


def _is_behind_colon(reading: Reading, quantity: Quantity) -> bool:
    """Say whether a name with its number stands there: `Users completing 3+ syncs a week: 500`."""
    named = reading.opening == "noun" and bool(reading.nouns)
    return named and reading.tokens[quantity.index - 1].text == ":"


def _is_purpose(reading: Reading, quantity: Quantity) -> bool:
    """Say whether a clause tells what those counted will do: `Release the data so that 40 labs publish with it`."""
    purposes = reading.lexicon.group("purposes") - reading.lexicon.goals
    return any(
        token.lower in purposes and index + _PURPOSE_TOKENS >= quantity.index
        for index, token in enumerate(reading.tokens[: quantity.index])
    )


#: Words of purpose and numbers stand close together: `so that at least 40 labs`.
_PURPOSE_TOKENS = 4


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
    free_words = lexicon.determiners | lexicon.group("of") | lexicon.above | lexicon.below | _PARTICLES
    return all(
        token.kind in {"sign", "number"} or token.lower in free_words
        for token in reading.tokens[(reading.object_at if reading.lead else reading.at + 1) : quantity.index]
    )


_PARTICLES = frozenset({"up", "out", "in", "on", "least", "most", "more", "than", "total", "top", "a", "-", "–"})
