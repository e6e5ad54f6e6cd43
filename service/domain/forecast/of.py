"""All forecasts of one key result, and which of them to show first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from service.domain.forecast.course import MOST, theil_sen
from service.domain.forecast.owner import Landed, owner_projection
from service.domain.forecast.shapes import Forecast, Method, TooLittle
from service.domain.forecast.speed import last_speed
from service.domain.model import Checkin, Direction, KeyResult
from service.domain.pace import Span
from service.domain.pace.expected import HELD
from service.domain.progress import progress


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """What is known about the end: the forecast to show first (None: too little is known), and every family's answer.

    Units: `good` is the final score the probabilities speak of, 0.0–1.0.
    """

    best: Forecast | None
    answers: tuple[Forecast | TooLittle, ...]
    good: float


def outlook(
    *,
    key_result: KeyResult,
    checkins: Sequence[Checkin],
    span: Span,
    now: datetime,
    good: float,
    own_record: Sequence[Landed] = (),
) -> Outlook:
    """Forecast the final score of a key result from its check-ins (oldest first, none after `now`).

    The owner's projection comes first (requirements 3.7: its error is the least), then the whole course, then the last speed.
    What is held, or done at a stroke, has no course to carry on. Units: `good` 0.0–1.0.
    """
    known = [each for each in checkins if each.at <= now]
    answers = (
        _by_owner(key_result, known, good, own_record),
        *_by_course(key_result, known, span, good),
    )
    best = next((each for each in answers if isinstance(each, Forecast)), None)
    return Outlook(best=best, answers=answers, good=good)


def _by_owner(
    key_result: KeyResult, checkins: Sequence[Checkin], good: float, own_record: Sequence[Landed]
) -> Forecast | TooLittle:
    said = next((each.projection for each in reversed(checkins) if each.projection is not None), None)
    projected = progress(key_result, said).clamped
    if projected is None:
        return TooLittle(method=Method.OWNER, reason="The owner has not projected a final value yet.")
    return owner_projection(projected=projected, good=good, own_record=own_record)


def _by_course(
    key_result: KeyResult, checkins: Sequence[Checkin], span: Span, good: float
) -> tuple[Forecast | TooLittle, ...]:
    if key_result.direction in HELD or key_result.direction is Direction.BINARY:
        reason = "This kind of key result has no course to carry on; ask its owner for a projection."
        return tuple(TooLittle(method=method, reason=reason) for method in (Method.THEIL_SEN, Method.LAST_SPEED))
    valued = [(each.at, each.value) for each in checkins if each.value is not None][-MOST:]
    course = [(at, raw) for at, value in valued if (raw := progress(key_result, value).raw) is not None]
    return (
        theil_sen(course=course, ends_at=span.ends_at, good=good),
        last_speed(course=course, ends_at=span.ends_at, good=good),
    )
