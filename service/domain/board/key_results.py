"""One key result's row of the board."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from service.domain.board.problems import key_result_problems
from service.domain.board.shapes import KeyResultView, Point
from service.domain.model import Checkin, CheckinSource, Cycle, Issue, KeyResult, Status, StatusCategory
from service.domain.pace import Span, expected, is_falling, judge
from service.domain.presets import Preset
from service.domain.progress import Progress, progress


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyResultFacts:
    """What is known of one key result: its check-ins in any order, its linked issues in reading order."""

    key_result: KeyResult
    checkins: Sequence[Checkin]
    issues: tuple[Issue, ...]


def checkin_order(checkin: Checkin) -> tuple[datetime, datetime]:
    """Order check-ins by the instant they speak of, then by the one they were recorded at."""
    return checkin.at, checkin.recorded_at or checkin.at


def view_key_result(
    facts: KeyResultFacts, *, cycle: Cycle, span: Span, preset: Preset, now: datetime, is_mapped: bool
) -> KeyResultView:
    """Compute a key result's row as of `now`; later check-ins do not count yet."""
    key_result = facts.key_result
    checkins = sorted((each for each in facts.checkins if each.at <= now), key=checkin_order)
    series, latest = _series(key_result, checkins)
    confidence = next((each.confidence for each in reversed(checkins) if each.confidence is not None), None)
    confidence = key_result.confidence if confidence is None else confidence
    last_checkin_at = checkins[-1].at if checkins else None
    judged = judge(
        key_result=key_result,
        cycle=cycle,
        span=span,
        preset=preset,
        progress=latest.clamped,
        now=now,
        last_checkin_at=last_checkin_at,
        human=_human_status(checkins),
        confidence=confidence,
        is_falling=is_falling(
            points=[(point.at, point.progress) for point in series if point.progress is not None],
            over=preset.status_rule.falling_over,
        ),
    )
    live = [issue for issue in facts.issues if not issue.gone]
    return KeyResultView(
        key_result=key_result,
        value=next((each.value for each in reversed(checkins) if each.value is not None), None),
        progress=latest.clamped,
        raw_progress=latest.raw,
        expected=expected(key_result=key_result, span=span, now=now),
        status=judged.status,
        computed_status=judged.computed,
        confidence=confidence,
        last_checkin_at=last_checkin_at,
        series=series,
        initiatives=facts.issues,
        effort=sum(issue.category is StatusCategory.DONE for issue in live) / len(live) if live else None,
        problems=key_result_problems(
            key_result=key_result,
            cycle=cycle,
            checkins=checkins,
            is_outdated=judged.status is Status.OUTDATED,
            span=span,
            preset=preset,
            now=now,
            is_mapped=is_mapped,
        ),
    )


def _series(key_result: KeyResult, checkins: Sequence[Checkin]) -> tuple[tuple[Point, ...], Progress]:
    """Return one point per check-in that says something, and the progress after the last value."""
    points, latest = [], progress(key_result, None)
    for index, checkin in enumerate(checkins):
        if checkin.value is not None:
            latest = progress(key_result, checkin.value, checkins[: index + 1])
        if checkin.value is not None or checkin.confidence is not None:
            points.append(
                Point(
                    at=checkin.at,
                    value=checkin.value,
                    progress=latest.clamped if checkin.value is not None else None,
                    confidence=checkin.confidence,
                    note=checkin.note,
                )
            )
    return tuple(points), latest


def _human_status(checkins: Sequence[Checkin]) -> Status | None:
    """Return the status that the last person to check in gave; a tracker's reading does not take it back."""
    for checkin in reversed(checkins):
        if checkin.source is not CheckinSource.TRACKER:
            return checkin.status
    return None
