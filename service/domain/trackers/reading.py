"""What a tracker said, and whether it is worth a check-in."""

from collections.abc import Iterable
from dataclasses import dataclass

from service.domain.model import Checkin, CheckinSource
from service.domain.sync import same_number


@dataclass(frozen=True, slots=True)
class Reading:
    """A tracker's value in the key result's unit, and how it was made; `value` None says why there is none."""

    value: float | None
    provenance: str


def is_news(*, reading: Reading, checkins: Iterable[Checkin]) -> bool:
    """Tell whether a reading differs from what the tracker said last; `checkins` oldest first.

    A person's check-in in between is not overwritten by the same old reading: only a tracker that moved speaks again.
    Source: requirements 3.1; issue "The outcome engine", point 2.
    """
    if reading.value is None:
        return False
    last = None
    for checkin in checkins:
        if checkin.source is CheckinSource.TRACKER and checkin.value is not None:
            last = checkin.value
    return not same_number(last, reading.value)
