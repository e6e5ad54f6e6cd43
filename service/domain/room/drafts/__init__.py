"""Objectives and key results on the table, before they are anybody's promise. One act a file's noun; the shapes in `shapes.py`."""

from service.domain.room.drafts import (
    agreement,
    carrying,
    health,
    key_results,
    objectives,
    ownership,
    parents,
    waivers,
)
from service.domain.room.drafts.shapes import (
    Drafts,
    HealthMetric,
    InitiativeDraft,
    KeyResultDraft,
    ObjectiveDraft,
    WaiverDraft,
)

ACTS = (
    *objectives.ACTS,
    *agreement.ACTS,
    *parents.ACTS,
    *carrying.ACTS,
    *key_results.ACTS,
    *health.ACTS,
    *waivers.ACTS,
    *ownership.ACTS,
)

__all__ = ["ACTS", "Drafts", "HealthMetric", "InitiativeDraft", "KeyResultDraft", "ObjectiveDraft", "WaiverDraft"]
