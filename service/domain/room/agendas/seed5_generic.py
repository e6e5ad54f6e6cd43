"""S4, unnamed vendor: strategy first, every idea recorded, then priorities, owners and a way to tell everybody. Source: G-01 … G-23."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from service.domain.room.agendas import short
from service.domain.room.agendas.rows import laid_out, without
from service.domain.room.session import SessionKind
from service.domain.room.steps import Step, StepKind

PLANNING: Final = laid_out(
    (StepKind.LOOK_BACK, "Lessons", 10, "What did the last cycle teach us?", "G-15"),
    (StepKind.STRATEGY, "Strategy", 15, "Which areas contribute most to where we want to be?", "G-07"),
    (StepKind.INPUTS, "Data", 10, "Which numbers can we trust, and where do they come from?", "G-20, G-12"),
    (
        StepKind.NOTES,
        "Ideas",
        10,
        "What stands in the way? What could we take up? Which outcome would move us on?",
        "G-08",
    ),
    (StepKind.THEMES, "Themes", 10, "Everything is kept; put together what belongs together.", "G-08"),
    (StepKind.CHOOSE, "Priorities", 10, "Strategy, measure, focus, means, time: what passes all five?", "G-09"),
    (StepKind.OBJECTIVES, "Objectives", 15, "Why does it matter, and what will be different?", "G-01, G-02"),
    (StepKind.KEY_RESULTS, "Key results", 25, "A number and a date; an outcome, not a task.", "G-03, G-04, G-21"),
    (StepKind.CONFIDENCE, "Confidence", 5, "How sure are we? Stretch some, not all.", "G-13, G-21, G-22"),
    (StepKind.OWNERS, "Owners", 10, "Who answers for it, who supports?", "G-10, G-11"),
    (StepKind.INITIATIVES, "Initiatives", 10, "Which projects map to which key result?", "G-16, G-18"),
    (StepKind.ALIGNMENT, "Fit", 10, "Does each of them hang on the strategy?", "G-23"),
    (StepKind.CLOSE, "Tell everybody", 10, "Where does it stand, and who walks everybody through?", "G-10, G-11"),
)

AGENDAS: Final[Mapping[SessionKind, tuple[Step, ...]]] = MappingProxyType(
    {
        SessionKind.STRATEGY: short.STRATEGY,
        SessionKind.WORKSHOP: without(PLANNING, StepKind.INITIATIVES),
        SessionKind.PLANNING: PLANNING,
        SessionKind.RETROSPECTIVE: short.RETROSPECTIVE,
        SessionKind.MID_CYCLE: short.MID_CYCLE,
    }
)
