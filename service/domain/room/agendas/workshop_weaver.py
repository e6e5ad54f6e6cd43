"""S1, Workshop Weaver: silent first, then clusters, a few objectives, tested key results, confidence. Source: W-02 … W-10."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from service.domain.room.session import SessionKind
from service.domain.room.steps import Step, StepKind

PLANNING: Final = (
    Step(
        id="look-back",
        kind=StepKind.LOOK_BACK,
        title="Look back",
        minutes=10,
        cue="What did we achieve, and what did we learn?",
        source="W-02",
    ),
    Step(
        id="notes",
        kind=StepKind.NOTES,
        title="Silent notes",
        minutes=10,
        cue="Everyone writes for themselves. One idea a note; nobody sees yours until the time is up.",
        source="W-03",
    ),
    Step(
        id="themes",
        kind=StepKind.THEMES,
        title="Themes",
        minutes=10,
        cue="What belongs together? Give each group a name.",
        source="W-04",
    ),
    Step(
        id="objectives",
        kind=StepKind.OBJECTIVES,
        title="Objectives",
        minutes=20,
        cue="Where do we want to go? Inspiring, in words, no numbers.",
        source="W-05",
    ),
    Step(
        id="key-results",
        kind=StepKind.KEY_RESULTS,
        title="Key results",
        minutes=30,
        cue="How will we know we got there?",
        source="W-06",
    ),
    Step(
        id="pressure-test",
        kind=StepKind.PRESSURE_TEST,
        title="Pressure test",
        minutes=15,
        cue="Is it a result, or is it a task?",
        source="W-07",
    ),
    Step(
        id="confidence",
        kind=StepKind.CONFIDENCE,
        title="Confidence",
        minutes=10,
        cue="How likely is it that we get there? Vote sealed, then reveal.",
        source="W-09",
    ),
    Step(
        id="owners",
        kind=StepKind.OWNERS,
        title="Owners and rhythm",
        minutes=10,
        cue="One name for each key result, and when it is looked at.",
        source="W-10",
    ),
    Step(id="close", kind=StepKind.CLOSE, title="Commit", minutes=5, cue="Read it aloud once, then commit."),
)

AGENDAS: Final[Mapping[SessionKind, tuple[Step, ...]]] = MappingProxyType({SessionKind.PLANNING: PLANNING})
