"""What a key result claims that opens with a number or a noun."""

from itertools import pairwise
from typing import Literal

from service.domain.audit.doers import done, is_compared, participle
from service.domain.audit.lexicon import MAKING, MOVING, PLANNED
from service.domain.audit.metric_name import is_many
from service.domain.audit.proof import proves
from service.domain.audit.reading import Reading
from service.domain.audit.standing import is_served, is_service_level, is_standing, stays

#: outcome: something changes or is reached. output: a thing is made. activity: time is spent. upkeep: things stay
#: as they are. pass: a yes or no by somebody else. bare: a metric's name and nothing more.
Claim = Literal["outcome", "output", "activity", "upkeep", "pass", "bare"]


def of_measure(reading: Reading) -> Claim:
    """`5 features shipped` counts work; `70 % of users finish` measures."""
    if not reading.numbers:
        return "outcome"
    if reading.predicate is not None:
        return "outcome"
    if is_standing(reading):
        return "upkeep"
    made = participle(reading)
    first = reading.numbers[0]
    if first.kind == "percent" and is_compared(reading, first):
        return "outcome"
    if first.kind == "percent":
        return "output" if made in MAKING and first.head in PLANNED else "outcome"
    heads = [quantity.head for quantity in reading.numbers if quantity.kind in {"count", "blank"}]
    if not heads or any(quantity.kind in {"percent", "score"} for quantity in reading.numbers):
        return "outcome"
    if heads[0] in PLANNED and not any(proves(reading, quantity) for quantity in reading.numbers):
        return "activity" if heads[0] == "activity" else "output"
    worked = made in MAKING and len(reading.numbers) == 1 and heads[0] not in {"outcome", "metric", "vanity"}
    return "output" if worked else "outcome"


def of_noun(reading: Reading) -> Claim:
    """`New website launched`, `Migration to the cloud`, `Gross margin`, `Response time < 2 h`, `NPS above 50`."""
    if stays(reading):
        return "upkeep"
    if _is_told(reading):
        return "outcome"
    if any(proves(reading, quantity) for quantity in reading.numbers):
        return "upkeep" if is_service_level(reading) or is_standing(reading) or is_served(reading) else "outcome"
    if reading.tokens[reading.at].lower in reading.lexicon.group("amounts") and not reading.numbers:
        return "bare"
    made = participle(reading)
    kinds = [kind for _, _, kind in reading.nouns]
    punctual = reading.follows(reading.lexicon.group("punctual")) and not reading.numbers
    if made and punctual and reading.nouns and reading.nouns[0][1].endswith("s"):
        return "upkeep"
    if made == "activity" and reading.first_word in reading.lexicon.comparatives:
        return "outcome"
    if reading.has_comparative and not reading.numbers:
        return "outcome"
    if made in MAKING or _is_handed_over(reading):
        return "output"
    if reading.numbers:
        return "upkeep" if all(number.kind == "frequency" for number in reading.numbers) else "outcome"
    if (made and made not in {"hold", "operate"}) or reading.follows(reading.lexicon.comparatives):
        return "outcome"
    if reading.first_word in reading.lexicon.frequencies or (reading.recurs and made not in MOVING):
        return "upkeep"
    if kinds and kinds[-1] in {"metric", "vanity"} and len(reading.words) <= _BARE_WORDS:
        return "bare"
    if kinds and kinds[0] == "metric" and len(reading.words) <= _BARE_WORDS and not reading.numbers:
        return "bare"
    if kinds and (kinds[0] in {"artefact", "activity"} or kinds[-1] in PLANNED):
        return "output"
    verbal = any(
        token.lower in reading.lexicon.verbs and not reading.lexicon.noun(token.lower) for token in reading.tokens
    )
    return "outcome" if verbal else "bare"


#: A bare noun of so few words is a metric's name.
_BARE_WORDS = 3


def _is_handed_over(reading: Reading) -> bool:
    """`Contract signed` and `Dashboard delivered` tell of one thing; `Contracts signed` would be counted."""
    verb = done(reading)
    if verb is None or reading.numbers or is_many(reading) or reading.last_word not in reading.lexicon.verbs:
        return False
    return verb.lemma in reading.lexicon.group("settling") | reading.lexicon.group("providing")


def is_made_ready(reading: Reading) -> bool:
    """`Project Phoenix goes live` and `New pricing in place` tell of a thing that is there."""
    if reading.follows(reading.lexicon.group("ready")):
        return not reading.nouns or any(kind != "metric" for _, _, kind in reading.nouns)
    pairs = (f"{one.lower} {two.lower}" for one, two in pairwise(reading.tokens))
    return any(
        pair in reading.lexicon.verbs and reading.lexicon.verbs[pair].lemma in reading.lexicon.group("launching")
        for pair in pairs
    )


def _is_told(reading: Reading) -> bool:
    """Tell `Users love the editor` from `The editor is live` and `All services have goals defined`."""
    if reading.predicate is None:
        return False
    verb = reading.predicate[1]
    felt = verb.kind == "state" and verb.lemma not in reading.lexicon.group("auxiliaries")
    if participle(reading) in MAKING:
        return felt
    return verb.kind in {"state", "reach", *MOVING} and verb.lemma not in reading.lexicon.group("auxiliaries")
