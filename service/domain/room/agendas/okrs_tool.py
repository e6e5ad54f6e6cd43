"""S3, OKRs Tool: look back, company priorities, draft, align, launch with a rhythm. Source: T-02, T-05 … T-15.

A team takes 60–90 minutes, leadership two to three hours (T-16): the company has an agenda of its own.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from service.domain.room.agendas import short
from service.domain.room.agendas.rows import Row, laid_out, without
from service.domain.room.session import SessionKind
from service.domain.room.steps import Step, StepKind


def _five(*, minutes: Mapping[StepKind, int]) -> tuple[Step, ...]:
    rows: tuple[Row, ...] = (
        (StepKind.LOOK_BACK, "Review the last cycle", 0, "Four questions, honest and short.", "T-02"),
        (StepKind.STRATEGY, "Company priorities", 0, "What are the one or two things the company needs?", "T-05, T-06"),
        (StepKind.OBJECTIVES, "Draft objectives", 0, "Written together, short enough to recall.", "T-06, T-07, T-09"),
        (StepKind.KEY_RESULTS, "Draft key results", 0, "Two or three each. What changes, not what we do.", "T-07"),
        (
            StepKind.PRESSURE_TEST,
            "Key result or KPI?",
            0,
            "Could we follow this number every week for ever? Then it is a KPI.",
            "T-12",
        ),
        (StepKind.OWNERS, "Owners", 0, "One person with a name: tracks, updates, speaks up when it stalls.", "T-08"),
        (
            StepKind.ALIGNMENT,
            "Align and refine",
            0,
            "No parent? Same outcome twice? Too much on one desk?",
            "T-10, T-13",
        ),
        (StepKind.INITIATIVES, "First initiatives", 0, "Two or three a key result, within the first week.", "T-15"),
        (
            StepKind.CLOSE,
            "Launch with a rhythm",
            0,
            "The weekly check-in stands in the calendar before the cycle begins.",
            "T-14, T-18",
        ),
    )
    return laid_out(*((kind, title, minutes[kind], cue, source) for kind, title, _, cue, source in rows))


PLANNING: Final = _five(
    minutes={
        StepKind.LOOK_BACK: 10,
        StepKind.STRATEGY: 5,
        StepKind.OBJECTIVES: 15,
        StepKind.KEY_RESULTS: 20,
        StepKind.PRESSURE_TEST: 5,
        StepKind.OWNERS: 5,
        StepKind.ALIGNMENT: 10,
        StepKind.INITIATIVES: 10,
        StepKind.CLOSE: 10,
    }
)
LEADERSHIP: Final = _five(
    minutes={
        StepKind.LOOK_BACK: 20,
        StepKind.STRATEGY: 30,
        StepKind.OBJECTIVES: 25,
        StepKind.KEY_RESULTS: 30,
        StepKind.PRESSURE_TEST: 10,
        StepKind.OWNERS: 10,
        StepKind.ALIGNMENT: 15,
        StepKind.INITIATIVES: 5,
        StepKind.CLOSE: 10,
    }
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
OF_COMPANY: Final[Mapping[SessionKind, tuple[Step, ...]]] = MappingProxyType(
    {**AGENDAS, SessionKind.WORKSHOP: without(LEADERSHIP, StepKind.INITIATIVES), SessionKind.PLANNING: LEADERSHIP}
)
