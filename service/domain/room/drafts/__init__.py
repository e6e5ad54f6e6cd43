"""Objectives and key results on the table, before they are anybody's promise. One act a file's noun; the shapes in `shapes.py`."""

from service.domain.room.drafts.key_results import ACTS as KEY_RESULT_ACTS
from service.domain.room.drafts.objectives import ACTS as OBJECTIVE_ACTS
from service.domain.room.drafts.shapes import (
    Drafts,
    InitiativeDraft,
    KeyResultDraft,
    ObjectiveDraft,
    WaiverDraft,
)

ACTS = (*OBJECTIVE_ACTS, *KEY_RESULT_ACTS)

__all__ = ["ACTS", "Drafts", "InitiativeDraft", "KeyResultDraft", "ObjectiveDraft", "WaiverDraft"]
