"""Google's OKR playbook: the company's objectives first, evidence for every result, aspirational apart from committed.

The playbook prescribes no meeting; minutes and order are ours. Source: requirements 1.6 [GO-play], W-12.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from service.domain.room.agendas import short
from service.domain.room.agendas.rows import laid_out
from service.domain.room.session import SessionKind
from service.domain.room.steps import Step, StepKind

PLANNING: Final = laid_out(
    (StepKind.STRATEGY, "Company objectives", 10, "What has the company set out to do?", "GO-play, M-09"),
    (StepKind.LOOK_BACK, "Scores", 10, "What did we score, and what does that tell us?", "GO-play"),
    (StepKind.NOTES, "Ideas", 10, "What would really matter to the people we work for?", "GO-play"),
    (StepKind.THEMES, "Themes", 10, "Put alike with alike and name it.", "GO-play"),
    (StepKind.CHOOSE, "Choose", 10, "Five at most; fewer is better.", "GO-play"),
    (StepKind.OBJECTIVES, "Objectives", 20, "Plainly worth doing for somebody outside this room.", "GO-play"),
    (StepKind.KEY_RESULTS, "Key results", 35, "Which evidence will show that it is done?", "GO-play"),
    (StepKind.PRESSURE_TEST, "Enough?", 10, "All of them true, and the objective still missed?", "GO-play, M-19"),
    (
        StepKind.CONFIDENCE,
        "Committed or aspirational",
        10,
        "Promised in full, or aimed at seven tenths?",
        "GO-play, W-12",
    ),
    (StepKind.OWNERS, "Owners", 10, "One name for each key result.", "M-17"),
    (StepKind.ALIGNMENT, "Across teams", 10, "Who must deliver for us, and do they know?", "GO-play"),
    (StepKind.CLOSE, "Publish", 5, "Open to everybody from today.", "GO-play"),
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
