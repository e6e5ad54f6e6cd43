"""What became of projections: the record that a team's next ones are read against."""

from collections.abc import Sequence
from datetime import datetime

from service.domain.forecast.owner import Landed
from service.domain.model import Checkin, KeyResult
from service.domain.progress import progress


def landing(*, key_result: KeyResult, checkins: Sequence[Checkin], middle: datetime, final: float) -> Landed | None:
    """Return what the owner projected last by the middle of the cycle, and where it landed; None if they had not projected.

    Shape: `checkins` oldest first. Units: `final` 0.0–1.0. Source: requirements 3.7, whose record is of mid-cycle projections.
    """
    said = next(
        (each.projection for each in reversed(checkins) if each.projection is not None and each.at <= middle), None
    )
    projected = progress(key_result, said).clamped
    return None if projected is None else Landed(projected=projected, final=final)
