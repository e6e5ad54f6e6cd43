"""One key result's row of the board."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from service.domain.board.problems import key_result_problems
from service.domain.board.series import value_series
from service.domain.board.shapes import KeyResultView
from service.domain.challenge import Guardrail, guarded
from service.domain.forecast import Landed, Outlook, outlook
from service.domain.model import (
    Checkin,
    CheckinSource,
    Cycle,
    CycleState,
    Issue,
    KeyResult,
    KeyResultState,
    Status,
    StatusCategory,
)
from service.domain.pace import Span, expected, is_falling, judge
from service.domain.presets import Preset
from service.domain.progress import progress


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyResultFacts:
    """What is known of one key result: its check-ins in any order, its linked issues in reading order.

    `versions` are the key result as it stood from each instant on, oldest first; empty where it was never amended.
    `own_record` is what its team's earlier projections came to.
    """

    key_result: KeyResult
    checkins: Sequence[Checkin]
    issues: tuple[Issue, ...]
    versions: Sequence[tuple[datetime, KeyResult]] = ()
    guardrails: tuple[Guardrail, ...] = ()
    own_record: tuple[Landed, ...] = ()


def checkin_order(checkin: Checkin) -> tuple[datetime, datetime]:
    """Order check-ins by the instant they speak of, then by the one they were recorded at."""
    return checkin.at, checkin.recorded_at or checkin.at


def view_key_result(
    facts: KeyResultFacts,
    *,
    cycle: Cycle,
    span: Span,
    preset: Preset,
    now: datetime,
    is_mapped: bool,
    forecasts: bool = False,
) -> KeyResultView:
    """Compute a key result's row as of `now`; later check-ins do not count yet."""
    key_result = facts.key_result
    checkins = sorted((each for each in facts.checkins if each.at <= now), key=checkin_order)
    series = value_series(key_result=key_result, checkins=checkins, versions=facts.versions, now=now)
    value = next((each.value for each in reversed(checkins) if each.value is not None), None)
    latest = progress(key_result, value, checkins)
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
    measured = _measured(checkins)
    live = [issue for issue in facts.issues if not issue.gone]
    return KeyResultView(
        key_result=key_result,
        value=value,
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
            initiatives=sum(not issue.gone for issue in facts.issues),
        ),
        measured_value=None if measured is None else measured.value,
        measured_at=None if measured is None else measured.at,
        outlook=_outlook(facts, checkins, cycle=cycle, span=span, preset=preset, now=now) if forecasts else None,
        guarded=guarded(raw=latest.clamped, guardrails=facts.guardrails, preset=preset) if facts.guardrails else None,
    )


def _human_status(checkins: Sequence[Checkin]) -> Status | None:
    """Return the status that the last person to check in gave; a tracker's reading does not take it back."""
    for checkin in reversed(checkins):
        if checkin.source is not CheckinSource.TRACKER:
            return checkin.status
    return None


def _measured(checkins: Sequence[Checkin]) -> Checkin | None:
    """Return the last reading of a tracker that gave a value."""
    readings = (each for each in reversed(checkins) if each.source is CheckinSource.TRACKER)
    return next((each for each in readings if each.value is not None), None)


def _outlook(
    facts: KeyResultFacts, checkins: Sequence[Checkin], *, cycle: Cycle, span: Span, preset: Preset, now: datetime
) -> Outlook | None:
    """Forecast a key result that still runs; what is over or given up has no future."""
    key_result = facts.key_result
    if key_result.state is not KeyResultState.ACTIVE or cycle.state is CycleState.CLOSED:
        return None
    return outlook(
        key_result=key_result,
        checkins=checkins,
        span=span,
        now=now,
        good=preset.good_score,
        own_record=facts.own_record,
    )
