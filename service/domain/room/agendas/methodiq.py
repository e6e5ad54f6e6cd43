"""S0, Methodiq: the sponsor and the North Star first, key results longest, the 70 % check before the owners. Source: M-11, M-12."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from service.domain.room.agendas import short
from service.domain.room.agendas.rows import laid_out
from service.domain.room.session import SessionKind
from service.domain.room.steps import Step, StepKind

PLANNING: Final = laid_out(
    (StepKind.OPENING, "North Star", 10, "The sponsor says what the company is after this cycle.", "M-07, M-09"),
    (StepKind.INPUTS, "Baselines", 5, "Where do the numbers stand today, and who says so?", "M-04, M-10"),
    (StepKind.NOTES, "Ideas", 5, "What would have to be different at the end of the cycle? Write, don't talk.", "M-12"),
    (StepKind.THEMES, "Themes", 5, "What belongs together?", "M-12"),
    (
        StepKind.CHOOSE,
        "The few that matter",
        5,
        "When everything comes first, nothing does. Which two or three stay?",
        "M-23, M-27",
    ),
    (StepKind.OBJECTIVES, "Objectives", 10, "In words one remembers, and wants to get up for.", "M-13"),
    (
        StepKind.KEY_RESULTS,
        "Key results",
        35,
        "Which number proves it? Without a number it does not stand.",
        "M-14, M-15",
    ),
    (
        StepKind.PRESSURE_TEST,
        "Challenges",
        10,
        "Measure or to-do? Could all of it come true and the objective still fail?",
        "M-18 … M-21",
    ),
    (StepKind.SEVENTY, "70 % check", 10, "Most of something bold beats all of something small. Is this bold?", "M-16"),
    (StepKind.OWNERS, "Owners", 10, "One name each. Two names are none.", "M-17"),
    (StepKind.ALIGNMENT, "Across departments", 10, "Who pulls the other way? Whom do we need?", "M-25"),
    (StepKind.CLOSE, "Commit", 5, "Read it aloud once, then commit.", "M-12"),
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
