"""The Atlassian Team Playbook's OKR play: two hours at most after ten minutes of preparation. Source: requirements 1.6 [AT-play]."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from service.domain.room.agendas import short
from service.domain.room.agendas.rows import laid_out
from service.domain.room.session import SessionKind
from service.domain.room.steps import Step, StepKind

PLANNING: Final = laid_out(
    (StepKind.OPENING, "Set the stage", 5, "Why are we here, and what does the company aim for?", "AT-play, M-09"),
    (StepKind.NOTES, "Ideas", 10, "What matters most in this cycle? Write for yourself.", "AT-play"),
    (StepKind.THEMES, "Themes", 10, "Put alike with alike and name it.", "AT-play"),
    (StepKind.CHOOSE, "Choose", 10, "At most three. What waits?", "AT-play"),
    (StepKind.OBJECTIVES, "Objectives", 15, "Simple, bold, worth remembering.", "AT-play"),
    (StepKind.KEY_RESULTS, "Key results", 35, "Three to five numbers that prove it.", "AT-play"),
    (StepKind.PRESSURE_TEST, "Stretch", 10, "Is it a result, and would reaching most of it be something?", "AT-play"),
    (StepKind.OWNERS, "Owners", 10, "One name for each key result.", "AT-play, M-17"),
    (StepKind.ALIGNMENT, "Up and down", 10, "What does it serve above, who relies on it below?", "AT-play"),
    (StepKind.CLOSE, "Share", 5, "Where will everybody find it?", "AT-play"),
)

AGENDAS: Final[Mapping[SessionKind, tuple[Step, ...]]] = MappingProxyType(
    {
        SessionKind.STRATEGY: short.STRATEGY,
        SessionKind.WORKSHOP: PLANNING,
        SessionKind.PLANNING: PLANNING,
        SessionKind.RETROSPECTIVE: short.RETROSPECTIVE,
        SessionKind.MID_CYCLE: short.MID_CYCLE,
    }
)
