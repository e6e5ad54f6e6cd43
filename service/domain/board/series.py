"""How a key result came along: one point per check-in that says something, and one where its promise was amended."""

from collections.abc import Sequence
from datetime import datetime

from service.domain.board.shapes import Point
from service.domain.model import Checkin, KeyResult
from service.domain.progress import progress


def value_series(
    *,
    key_result: KeyResult,
    checkins: Sequence[Checkin],
    now: datetime,
    versions: Sequence[tuple[datetime, KeyResult]] = (),
) -> tuple[Point, ...]:
    """Return the points of a key result; `checkins` and `versions` oldest first.

    A check-in is measured by the promise of its time; an amendment re-measures the value that stood then. So the past never
    changes when a target does (requirements 2.7, 3.6), and the last point is always today's progress.
    """
    points: list[Point] = []
    changes = [(at, version) for at, version in versions[1:] if at <= now]
    current = versions[0][1] if versions else key_result
    value: float | None = None
    for index, checkin in enumerate(checkins):
        while changes and changes[0][0] <= checkin.at:
            at, current = changes.pop(0)
            points += _amended(at, current, value, checkins[:index])
        if checkin.value is None and checkin.confidence is None:
            continue
        value = checkin.value if checkin.value is not None else value
        points.append(
            Point(
                at=checkin.at,
                value=checkin.value,
                progress=progress(current, checkin.value, checkins[: index + 1]).clamped,
                confidence=checkin.confidence,
                note=checkin.note,
            )
        )
    for at, version in changes:
        points += _amended(at, version, value, checkins)
    return tuple(points)


def _amended(at: datetime, version: KeyResult, value: float | None, history: Sequence[Checkin]) -> list[Point]:
    if value is None:
        return []
    return [Point(at=at, value=value, progress=progress(version, value, history).clamped, note="promise amended")]
