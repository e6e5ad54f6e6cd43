"""A value at an instant; append-only."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from service.domain.model.status import Status


class CheckinSource(StrEnum):
    """Who or what said the value. HUMAN ones are never silently overwritten by the others."""

    HUMAN = "human"
    FIELD = "field"
    TRACKER = "tracker"
    PUSH = "push"
    IMPORT = "import"


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkin:
    """Value, confidence, projection and note for a key result at `at`.

    FIELD means a person edited the Jira field: as human as HUMAN. `status` is the author's own judgement, the computed one
    is kept beside it. `numerator` and `denominator` are stored for ratios. `key` is the caller's idempotency key, unique per
    key result; `author` is an account id.
    Units: `value` and `projection` in the key result's unit, `confidence` 0.0–1.0 (`confidence_scale`: how it was given).
    """

    id: str
    key_result_id: str
    at: datetime
    value: float | None
    confidence: float | None = None
    projection: float | None = None
    confidence_scale: str | None = None
    status: Status | None = None
    numerator: float | None = None
    denominator: float | None = None
    note: str = ""
    author: str | None = None
    source: CheckinSource = CheckinSource.HUMAN
    key: str | None = None
    provenance: str | None = None
    recorded_at: datetime | None = None
