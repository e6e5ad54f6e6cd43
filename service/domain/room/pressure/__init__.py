"""Is it a result? What the room asks of every key result and objective, and what it answered. Acts by what they answer."""

from service.domain.room.pressure import feasibility, key_results, loopholes, objectives, sandbags
from service.domain.room.pressure.shapes import (
    Feasibility,
    GuardrailDraft,
    KeyResultAnswers,
    Moves,
    Nature,
    ObjectiveAnswer,
    Pressure,
    Sandbag,
)

ACTS = (*key_results.ACTS, *objectives.ACTS, *feasibility.ACTS, *loopholes.ACTS, *sandbags.ACTS)

__all__ = [
    "ACTS",
    "Feasibility",
    "GuardrailDraft",
    "KeyResultAnswers",
    "Moves",
    "Nature",
    "ObjectiveAnswer",
    "Pressure",
    "Sandbag",
]
