"""S1, Workshop Weaver: silent first, then clusters, a few objectives, tested key results, confidence. Source: W-02 … W-10."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from service.domain.room.agendas import short
from service.domain.room.agendas.rows import laid_out
from service.domain.room.session import SessionKind
from service.domain.room.steps import Step, StepKind

PLANNING: Final = laid_out(
    (StepKind.LOOK_BACK, "Look back", 10, "What did we achieve, and what did we learn?", "W-02"),
    (
        StepKind.NOTES,
        "Silent notes",
        10,
        "Everyone writes for themselves. One idea a note; nobody sees yours until the time is up.",
        "W-03",
    ),
    (StepKind.THEMES, "Themes", 10, "What belongs together? Give each group a name.", "W-04"),
    (StepKind.OBJECTIVES, "Objectives", 20, "Where do we want to go? Inspiring, in words, no numbers.", "W-05"),
    (StepKind.KEY_RESULTS, "Key results", 30, "How will we know we got there?", "W-06"),
    (StepKind.PRESSURE_TEST, "Pressure test", 15, "Is it a result, or is it a task?", "W-07, W-08"),
    (StepKind.CONFIDENCE, "Confidence", 10, "How likely is it that we get there? Vote sealed, then reveal.", "W-09"),
    (StepKind.OWNERS, "Owners and rhythm", 10, "One name for each key result, and when it is looked at.", "W-10"),
    (StepKind.CLOSE, "Commit", 5, "Read it aloud once, then commit.", "W-10, W-11"),
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
