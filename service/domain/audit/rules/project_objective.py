"""Stage 3: a project in the place of an objective."""

from itertools import pairwise

from service.domain.audit.case import OBJECTIVE, Case, Rule
from service.domain.audit.lexicon import MAKING, PLANNED
from service.domain.audit.model import Finding


def check(case: Case) -> Finding | None:
    """Find an objective that makes a thing or counts work, with no quality and no purpose named.

    A third of the good objectives open with an output verb (requirements 4.3), so the object decides, not the verb.
    Source: O-07; T-06.
    """
    reading = case.reading
    guessed = reading.opening == "guess" and reading.object[0] in {"artefact", "activity"}
    if reading.lead_kind not in MAKING and not guessed:
        return None
    helping = reading.lemma in reading.lexicon.group("helping") and reading.object[0] not in {"artefact", "activity"}
    if helping:
        return None
    counted = any(number.head in PLANNED for number in reading.numbers)
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


def _names_thing(case: Case) -> bool:
    """Say whether the object is a thing or an event; after verbs such as launch any object is."""
    reading = case.reading
    kind, word = reading.object
    if word in reading.lexicon.qualities:
        return False
    return kind in PLANNED or (not kind and reading.lemma in reading.lexicon.group("delivering"))


def _is_lifted(case: Case) -> bool:
    """Say whether a quality, a purpose or a place lifts the thing into an aim."""
    reading, lexicon = case.reading, case.reading.lexicon
    if reading.follows(lexicon.group("strong"), after=reading.rest_at):
        return True
    tokens = reading.tokens[reading.rest_at + 1 :]
    return any(
        token.lower in lexicon.group("purposes") - lexicon.goals
        or (token.lower in lexicon.goals and following.lower in lexicon.verbs and not lexicon.noun(following.lower))
        for token, following in pairwise(tokens)
    )


RULE = Rule(3, OBJECTIVE, check)
