"""Stage 5: a key result in the place of an objective."""

from service.domain.audit.case import OBJECTIVE, Case, Rule
from service.domain.audit.lexicon import MOVING
from service.domain.audit.model import Finding
from service.domain.audit.quantities import Quantity
from service.domain.audit.reading import Reading


def check(case: Case) -> Finding | None:
    """Find a bare metric movement with its number and no why. Source: requirements 4.1 (OBJ-1), 4.3."""
    reading = case.reading
    moving = reading.lead_kind in MOVING | {"reach", "hold"} or reading.opening in {"measure", "noun"}
    measured = [
        number
        for number in reading.numbers
        if (number.kind not in {"rank", "blank"} and number.role != "plain")
        or number.kind == "percent"
        or (len(reading.words) <= _BARE_WORDS and (number.kind in {"money", "score"} or _is_level(reading, number)))
        or (len(reading.words) < _BARE_WORDS and reading.lead_kind == "reach" and number.head in {"metric", "outcome"})
    ]
    if not moving or not measured:
        return None
    after = measured[-1].index
    if reading.follows(reading.lexicon.whys - reading.lexicon.goals - reading.lexicon.steps, after=reading.rest_at):
        return None
    if reading.follows(reading.lexicon.goals | {"while"}, after=after + 1):
        return None
    return Finding(
        "objective.is-kr",
        "warning",
        "A metric and its number, but not why: this is a key result.",
        "Say what the number stands for, and move the number to a key result: “Grow revenue by 20 %” → “Win …, so that …”.",
        "requirements 4.1",
        "kr-as-objective",
    )


def _is_level(reading: Reading, number: Quantity) -> bool:
    """`An NPS of 50` names a level; `100 clinics` counts."""
    tokens, place = reading.tokens, number.index
    of = place > 1 and tokens[place - 1].lower in reading.lexicon.group("of")
    return of and reading.lexicon.noun(tokens[place - 2].lower) == "metric"


#: So few words beside an amount name nothing but the amount.
_BARE_WORDS = 4

RULE = Rule(5, OBJECTIVE, check)
