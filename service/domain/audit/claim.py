"""What a key result claims, and whether a number in it proves the claim. The linguistics behind the rules; no finding is written here."""

from typing import Literal

from service.domain.audit.lexicon import MAKING
from service.domain.audit.quantities import Quantity
from service.domain.audit.reading import Reading

#: outcome: something changes or is reached. output: a thing is made. activity: time is spent. upkeep: things stay
#: as they are. pass: a yes or no by somebody else. bare: a metric's name and nothing more.
Claim = Literal["outcome", "output", "activity", "upkeep", "pass", "bare"]

_PLANNED: frozenset[str] = frozenset({"artefact", "activity", "staff"})
#: Verbs whose object is given by somebody else: counting it is not counting one's own work.
_GRANTED: frozenset[str] = frozenset({
    "win", "earn", "receive", "secure", "gain", "attract", "obtain", "collect", "close", "sign", "sell", "convert", "land",
    "acquire", "retain", "save", "lose", "onboard", "monetise",
    "gewinnen", "erhalten", "verkaufen", "ganar", "recibir", "obtener", "captar", "vender",
})  # fmt: skip
#: Verbs that spend: an amount of money or time after them is a budget, not a result.
_SPENDING: frozenset[str] = frozenset({
    "spend", "invest", "allocate", "buy", "offer", "dedicate", "donate", "read", "pay", "take", "use", "purchase", "set",
    "investieren", "ausgeben", "invertir", "gastar", "dedicar",
})  # fmt: skip


def claim(reading: Reading) -> Claim:
    """Classify what a key result claims by its opening, its verb and its object."""
    if reading.opening == "verb":
        return _claim_of_verb(reading)
    if reading.opening == "guess":
        return _claim_of_guess(reading)
    if reading.opening == "measure":
        return _claim_of_measure(reading)
    return _claim_of_noun(reading)


def proofs(reading: Reading) -> list[Quantity]:
    """List the numbers that measure an effect rather than the amount of work."""
    return [quantity for quantity in reading.numbers if _proves(reading, quantity)]


def _claim_of_verb(reading: Reading) -> Claim:
    kind = reading.lead_kind
    if kind in MAKING:
        return _softened(reading, "output" if kind == "output" else "activity")
    if kind == "hold":
        return _claim_of_hold(reading)
    if kind == "operate":
        return _claim_of_operate(reading)
    if kind == "reach":
        return _claim_of_reach(reading)
    return "outcome"


def _softened(reading: Reading, making: Claim) -> Claim:
    """`Deploy models faster` speaks of a change, though its verb makes something."""
    last = reading.words[-1] if reading.words else ""
    if last in reading.lexicon.comparatives and last not in {"more"}:
        return "outcome"
    return making


def _claim_of_hold(reading: Reading) -> Claim:
    lemma = reading.lead.lemma if reading.lead else ""
    assures = lemma in {"ensure", "assure", "guarantee", "make sure"}
    lasting = reading.follows(reading.lexicon.lasting, after=reading.at + 1)
    if assures and not lasting:
        if reading.numbers:
            return "outcome"
        inner = _inner_verb(reading)
        if inner in MAKING:
            return "output" if inner == "output" else "activity"
        kind = reading.object[0]
        return "outcome" if kind in {"metric", "outcome"} else "upkeep"
    return "upkeep"


def _inner_verb(reading: Reading) -> str:
    for token in reading.tokens[reading.at + 1 :]:
        verb = reading.lexicon.verbs.get(token.lower)
        if verb is not None and not reading.lexicon.noun(token.lower) and verb.kind != "state":
            return verb.kind
    return ""


def _claim_of_operate(reading: Reading) -> Claim:
    if reading.words and reading.words[-1] in reading.lexicon.comparatives:
        return "outcome"
    if any(
        quantity.kind in {"percent", "duration", "score", "times"} or quantity.role in {"from", "to"}
        for quantity in reading.numbers
    ):
        return "outcome"
    return "activity" if reading.numbers else "upkeep"


def _claim_of_reach(reading: Reading) -> Claim:
    lemma = reading.lead.lemma if reading.lead else ""
    kind, word = reading.object
    if not reading.numbers:
        if reading.follows(reading.lexicon.comparatives, after=reading.at + 1):
            return "outcome"
        if _is_pass(reading, lemma):
            return "pass"
        if kind in {"artefact", "activity", "staff"} and lemma not in {"win", "earn", "gain", "attract", "improve"}:
            return "output" if kind != "activity" else "activity"
    del word
    return "outcome"


_PASSING = {
    "pass",
    "obtain",
    "achieve",
    "win",
    "receive",
    "get",
    "attain",
    "earn",
    "secure",
    "gain",
    "close",
    "clear",
    "accomplish",
}


def _is_pass(reading: Reading, lemma: str) -> bool:
    return lemma in _PASSING and any(word in reading.lexicon.passes for word in reading.words)


def _claim_of_guess(reading: Reading) -> Claim:
    """An unknown word stands where a verb stands: the object decides."""
    if not reading.numbers:
        kind = reading.object[0]
        return "outcome" if kind in {"metric", "outcome"} else "output"
    kinds = {quantity.head for quantity in reading.numbers}
    if kinds <= _PLANNED | {""} and kinds & _PLANNED:
        return "output"
    return "outcome"


def _claim_of_measure(reading: Reading) -> Claim:
    """`5 features shipped` counts work; `70 % of users finish` measures."""
    done = _participle(reading)
    heads = [quantity.head for quantity in reading.numbers if quantity.kind in {"count", "blank"}]
    if reading.numbers and reading.numbers[0].kind in {"percent", "blank"}:
        return "output" if done in MAKING and reading.numbers[0].head in _PLANNED else "outcome"
    if (
        heads
        and heads[0] in _PLANNED
        and not any(quantity.kind in {"percent", "score"} for quantity in reading.numbers)
    ):
        return "activity" if heads[0] == "activity" else "output"
    if done in MAKING and len(reading.numbers) == 1 and heads and heads[0] not in {"outcome", "metric", "vanity"}:
        return "output"
    return "outcome"


def _participle(reading: Reading) -> str:
    """Find the kind of the last participle: what was done to the thing."""
    kind = ""
    for token in reading.tokens:
        verb = reading.lexicon.verbs.get(token.lower)
        if verb is not None and verb.form == "past":
            kind = verb.kind
    return kind


def _claim_of_noun(reading: Reading) -> Claim:
    """`New website launched`, `Migration to the cloud`, `Gross margin`, `NPS above 50`."""
    if any(_proves(reading, quantity) for quantity in reading.numbers):
        return "outcome"
    done = _participle(reading)
    kinds = [kind for _, _, kind in reading.nouns]
    if done in MAKING:
        return "output"
    if reading.numbers:
        return "outcome"
    if done and done not in {"hold", "operate"} or reading.follows(reading.lexicon.comparatives):
        return "outcome"
    if kinds and kinds[0] in {"artefact", "activity"} or kinds and kinds[-1] in _PLANNED:
        return "output"
    verbal = any(
        token.lower in reading.lexicon.verbs and not reading.lexicon.noun(token.lower) for token in reading.tokens
    )
    return "outcome" if verbal else "bare"


def _proves(reading: Reading, quantity: Quantity) -> bool:
    kind, lead = reading.lead_kind, reading.lead.lemma if reading.lead else ""
    making = kind in MAKING or reading.opening == "guess" or (kind == "operate" and quantity.kind == "count")
    direct = making and _is_direct(reading, quantity)
    if quantity.kind in {"score", "times", "rank"}:
        return not direct or quantity.kind == "score"
    if quantity.kind == "money":
        return not (direct and lead in _SPENDING) and quantity.head not in {"artefact", "activity"}
    if quantity.kind == "percent":
        return (
            not direct
            or (kind == "output" and quantity.head in {"metric", "outcome"} and not _is_of(reading, quantity))
            or kind == "operate"
        )
    if quantity.kind == "duration":
        return quantity.role in {"to", "from", "below", "by"} or not making
    return _counts_effect(reading, quantity, making=making, direct=direct)


def _is_of(reading: Reading, quantity: Quantity) -> bool:
    after = reading.tokens[quantity.index + 1 : quantity.index + 2]
    return bool(after) and after[0].lower in {"of", "von", "der", "de"}


def _counts_effect(reading: Reading, quantity: Quantity, *, making: bool, direct: bool) -> bool:
    kind, lead = reading.lead_kind, reading.lead.lemma if reading.lead else ""
    before = _metric_before(reading, quantity)
    if making:
        if quantity.head in _PLANNED:
            return False
        if before == "metric" or quantity.head == "metric":
            return True
        if quantity.head in {"outcome", "vanity"}:
            return kind != "activity" or (not direct and _is_won(reading, quantity))
        return quantity.role in {"from", "to"} and kind != "activity" and quantity.head not in _PLANNED and not direct
    if kind == "down":
        return True
    if quantity.head in _PLANNED or (not quantity.head and before in _PLANNED and before != "staff"):
        if kind == "reach" and lead in _GRANTED:
            return True
        return before == "metric"
    return True


def _is_won(reading: Reading, quantity: Quantity) -> bool:
    """Say whether a verb of reaching governs the number: `Run ads to win 200 customers`."""
    for token in reversed(reading.tokens[max(reading.at + 1, quantity.index - 4) : quantity.index]):
        verb = reading.lexicon.verbs.get(token.lower)
        if verb is not None:
            return verb.kind in {"reach", "up", "down", "improve"}
    return False


def _metric_before(reading: Reading, quantity: Quantity) -> str:
    """Find the kind of the noun that a number belongs to: `an NPS of 50`, `sales calls from 40 to 120`.

    Between noun and number only small words, other numbers and forms of *be* may stand.
    """
    kinds = {index: kind for index, _, kind in reading.nouns}
    first = reading.at if reading.opening == "verb" else -1
    for index in range(quantity.index - 1, first, -1):
        if index in kinds:
            return kinds[index]
        token = reading.tokens[index]
        verb = reading.lexicon.verbs.get(token.lower)
        small = token.kind != "word" or token.lower in _SMALL or token.lower in reading.lexicon.prepositions
        if not small and (verb is None or verb.kind in MAKING):
            return ""
    return ""


_SMALL = frozenset({"is", "are", "the", "a", "an", "least", "most", "more", "than", "or", "score", "our", "average"})


def _is_direct(reading: Reading, quantity: Quantity) -> bool:
    """Say whether the number opens the verb's object: `Hire 10 engineers`, `Train all 40 nurses`."""
    lexicon = reading.lexicon
    if lexicon.verb_last and reading.at > 0:
        return quantity.index <= 2
    for token in reading.tokens[reading.at + 1 : quantity.index]:
        free = token.kind in {"sign", "number"} or token.lower in lexicon.determiners or token.lower in lexicon.above
        known_particle = token.lower in {
            "up",
            "out",
            "in",
            "on",
            "least",
            "most",
            "more",
            "than",
            "total",
            "with",
            "to",
            "a",
            "-",
            "–",
        }
        if not free and not (known_particle and token.lower not in {"with", "to"}) and token.lower not in lexicon.below:
            return False
    return True
