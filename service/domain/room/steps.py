"""What an agenda is made of. Which doctrine has which agenda stands in `agendas/`; how time passes in `clock.py`."""

from dataclasses import dataclass
from enum import StrEnum


class StepKind(StrEnum):
    """What happens in a step; each kind has one stage and one desk in the room."""

    OPENING = "opening"
    SCOPE = "scope"
    INPUTS = "inputs"
    LOOK_BACK = "look_back"
    STRATEGY = "strategy"
    NOTES = "notes"
    THEMES = "themes"
    CHOOSE = "choose"
    OBJECTIVES = "objectives"
    KEY_RESULTS = "key_results"
    PRESSURE_TEST = "pressure_test"
    CONFIDENCE = "confidence"
    SEVENTY = "seventy"
    OWNERS = "owners"
    INITIATIVES = "initiatives"
    ALIGNMENT = "alignment"
    REVIEW = "review"
    CLOSE = "close"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One timed step. Units: `minutes`. `cue` is what the facilitator says; `source` the rule it comes from."""

    id: str
    kind: StepKind
    title: str
    minutes: int
    cue: str = ""
    source: str = ""
