"""Stage 3: a project in the place of an objective."""

from service.domain.audit.case import OBJECTIVE, Case, Rule
from service.domain.audit.lexicon import MAKING
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
    counted = any(number.head in _PLANNED for number in reading.numbers)
    if not counted and (not _names_thing(case) or _is_lifted(case)):
        return None
    lead = reading.lead.lemma if reading.lead else reading.words[0]
    return Finding(
        "objective.project",
        "error",
        f"“{lead}” names a project, not the change it is for.",
        "Ask what will be different for whom: “Launch the mobile app” → “Make mobile the way our customers prefer …”.",
        "O-07",
        "task",
    )


#: Verbs that leave no doubt: whatever follows is a delivery.
_DELIVERING = frozenset({"launch", "implement", "deploy", "migrate", "install", "ship", "roll out", "write", "publish", "release",
                         "upgrade", "einführen", "ausrollen", "migrieren", "implementieren", "lanzar", "implementar", "migrar"})  # fmt: skip


def _names_thing(case: Case) -> bool:
    kind, word = case.reading.object
    if word in case.reading.lexicon.qualities:
        return False
    lead = case.reading.lead.lemma if case.reading.lead else ""
    return kind in _PLANNED or (not kind and lead in _DELIVERING)


_PLANNED = frozenset({"artefact", "activity", "staff"})


def _is_lifted(case: Case) -> bool:
    """Say whether a quality, a purpose or a place lifts the thing into an aim."""
    reading = case.reading
    lifted = reading.lexicon.superlatives - {"successful", "success", "best"}
    purpose = reading.lexicon.whys - {"by", "for", "leading"}
    start = reading.at + 2
    return reading.follows(lifted, after=1) or reading.follows(purpose, after=start)


RULE = Rule(3, OBJECTIVE, check)
