"""The sessions that no doctrine spells out step by step: strategy meeting, retrospective, mid-cycle review. Source: O-01, T-02, G-14."""

from typing import Final

from service.domain.room.agendas.rows import laid_out
from service.domain.room.steps import StepKind

STRATEGY: Final = laid_out(
    (StepKind.OPENING, "Opening", 10, "Where does the company want to be, and why now?", "O-01, M-07"),
    (StepKind.INPUTS, "What we know", 15, "Look at the facts; nobody argues the past again.", "O-06"),
    (StepKind.LOOK_BACK, "Look back", 15, "What did the last cycle teach us?", "W-02, T-02"),
    (
        StepKind.STRATEGY,
        "Direction",
        40,
        "Which few areas will contribute most? What do we leave for later?",
        "G-07, O-01",
    ),
    (StepKind.CLOSE, "Carry on", 10, "Say aloud what the workshop takes from here.", "O-01, O-02"),
)

RETROSPECTIVE: Final = laid_out(
    (StepKind.REVIEW, "Scores", 20, "One key result after the other: what did the number come to?", "G-15"),
    (StepKind.LOOK_BACK, "Four questions", 30, "Every answer is worth a sentence; blame is worth none.", "T-02"),
    (StepKind.CLOSE, "Take it along", 10, "Which of this must be on the table when we plan next?", "G-15"),
)

MID_CYCLE: Final = laid_out(
    (StepKind.SCOPE, "What is up for change", 5, "Which decisions must be made before we leave?", "O-02"),
    (
        StepKind.REVIEW,
        "Key results",
        35,
        "Adjust the work or its dates. A target is changed on purpose and on record, or not at all.",
        "G-14, T-20",
    ),
    (StepKind.CLOSE, "Agree", 5, "Read the decisions aloud.", "O-02"),
)
