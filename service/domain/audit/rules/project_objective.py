"""Stage 3: a project in the place of an objective."""

from itertools import pairwise

from service.domain.audit.case import OBJECTIVE, Case, Rule
from service.domain.audit.lexicon import MAKING, PLANNED
from service.domain.audit.model import Finding
from service.domain.audit.noun_phrase import head_after
from service.domain.audit.quantities import Quantity
from service.domain.audit.reading import Reading


def check(case: Case) -> Finding | None:
    """Find an objective that makes a thing or counts work, with no quality and no purpose named.

    A third of the good objectives open with an output verb (requirements 4.3), so the object decides, not the verb.
    Source: O-07; T-06.
    """
    reading = case.reading
    praised = reading.lexicon.is_superlative(reading.first_word) or reading.first_word in reading.lexicon.group(
        "strong"
    )
    guessed = reading.opening == "guess" and not praised and reading.object[0] in {"artefact", "activity"}
    if (reading.lead_kind not in MAKING and not guessed) or case.claim == "upkeep":
        return None
    helping = reading.lemma in reading.lexicon.group("helping") and reading.object[0] not in {"artefact", "activity"}
    if helping:
        return None
    counted = any(number.head in PLANNED or _is_direct_count(case, number) for number in reading.numbers)
    if not counted and (not _names_thing(case) or _is_lifted(case)):
        return None
    return Finding(
        "objective.project",
        "error",
        f"“{reading.lead_word}” names a project, not the change it is for.",
        "Ask what will be different for whom: “Launch the mobile app” → “Make mobile the way our customers prefer …”.",
        "O-07",
        "task",
    )


def _is_direct_count(case: Case, number: Quantity) -> bool:
    """Say whether the number opens the object of a verb of making: `Hire 10 people`."""
    return case.reading.lead_kind == "output" and number.kind == "count" and number.index == case.reading.object_at


def _names_thing(case: Case) -> bool:
    """Say whether the object is a thing or an event; after verbs such as launch any object is."""
    reading = case.reading
    kind, word = reading.object
    if reading.object_at >= len(reading.tokens):
        return reading.lead_kind == "output"
    opener = reading.tokens[reading.object_at].lower
    if opener in reading.lexicon.goals and reading.lead_kind == "output":
        return head_after(reading.tokens, reading.object_at + 1, reading.lexicon)[0] in PLANNED
    if opener in reading.lexicon.prepositions:
        return reading.lemma in reading.lexicon.group("asked") and opener not in reading.lexicon.group("within")
    delivering = reading.lemma in reading.lexicon.group("delivering")
    if reading.lemma in reading.lexicon.group("technical") and (kind or word) and kind != "metric":
        return True
    if word in reading.lexicon.qualities:
        asked = reading.lemma in reading.lexicon.group("asked") and word in reading.lexicon.group("services")
        return asked or (delivering and word in reading.lexicon.group("crew"))
    short = reading.lead_kind == "output" and len(reading.words) <= _SHORT_WORDS and bool(word)
    built = reading.lead_kind == "output" and word in reading.lexicon.group("extents")
    delivered = delivering and kind == "outcome" and word not in reading.lexicon.group("people")
    return kind in PLANNED or built or delivered or (not kind and (delivering or short))


#: A verb of making with an object no list knows is a project when nothing else is said.
_SHORT_WORDS = 4


def _is_lifted(case: Case) -> bool:
    """Say whether a quality, a purpose or a place lifts the thing into an aim."""
    reading, lexicon = case.reading, case.reading.lexicon
    if reading.follows(lexicon.group("strong"), after=reading.rest_at):
        return True
    if reading.follows(reading.lexicon.comparatives - reading.lexicon.fillers - {"more"}, after=reading.rest_at):
        return True
    if _is_wanted(reading) or any(lexicon.is_superlative(word) for word in reading.rest):
        return True
    tokens = reading.tokens[reading.rest_at + 1 :]
    return any(
        token.lower in lexicon.group("purposes") - lexicon.goals
        or (token.lower in lexicon.goals and following.lower in lexicon.verbs and not lexicon.noun(following.lower))
        for token, following in pairwise(tokens)
    )


def _is_wanted(reading: Reading) -> bool:
    """Say whether a clause tells who wants the thing: `Launch a product our customers love`."""
    articles, nouns = reading.lexicon.group("articles"), {index for index, _, _ in reading.nouns}
    return any(
        token.lower in articles and index - 1 in nouns and index > reading.object_at
        for index, token in enumerate(reading.tokens[:-1])
    )


RULE = Rule(3, OBJECTIVE, check)
