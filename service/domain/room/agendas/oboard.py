"""S2, Oboard: six steps from scope to commitment. Objectives come before metrics, and nobody brainstorms. Source: O-05 … O-12."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from service.domain.room.agendas import short
from service.domain.room.agendas.rows import laid_out, without
from service.domain.room.session import SessionKind
from service.domain.room.steps import Step, StepKind

PLANNING: Final = laid_out(
    (
        StepKind.SCOPE,
        "1 · Scope and outcome",
        10,
        "Whose objectives, for which time, and what must be decided before we leave?",
        "O-05, O-02, O-14",
    ),
    (StepKind.INPUTS, "2 · Context", 15, "Facts to stand on. The past is not tried again here.", "O-06"),
    (
        StepKind.OBJECTIVES,
        "3 · Objectives",
        25,
        "A direction, not a project. If it sounds like a plan, stop.",
        "O-07, O-15",
    ),
    (StepKind.KEY_RESULTS, "4 · Key results", 30, "Few, and each one shows that something moved.", "O-08, O-10, O-16"),
    (
        StepKind.PRESSURE_TEST,
        "4 · Progress or effort?",
        15,
        "If we hit it, would anybody be surer of the objective than now?",
        "O-08, O-09",
    ),
    (StepKind.INITIATIVES, "Initiatives", 15, "Which work do we believe will move each number?", "O-01"),
    (StepKind.ALIGNMENT, "5 · Alignment", 15, "Overlaps, conflicts, missing owners, other teams we need.", "O-11"),
    (StepKind.OWNERS, "6 · Owners and check-ins", 10, "Who answers for it, how do we look at it, and when?", "O-12"),
    (StepKind.CLOSE, "6 · Commit", 5, "Nobody leaves without knowing what is theirs.", "O-12, O-17"),
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
