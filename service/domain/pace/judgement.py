"""The status that counts: cancelled, closed, outdated, a person's own word, the rule's, in this order.

Source: requirements 3.4: "precedence closed > outdated > human > computed, with human override showing the computed one".
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from service.domain.model import (
    Commitment,
    Cycle,
    CycleState,
    Direction,
    KeyResult,
    KeyResultState,
    Status,
    TrackerKind,
)
from service.domain.pace.elapsed import Span, elapsed_in
from service.domain.pace.expected import HELD, expected
from service.domain.pace.rules import computed_status
from service.domain.presets import Preset

MEASURED = frozenset({TrackerKind.JQL, TrackerKind.INITIATIVES})
"""Trackers that read the value by themselves: silence there is no neglect."""

SURE, UNSURE = 0.8, 0.4
"""Confidence cuts for key results whose progress says nothing until it says all. Source: requirements 3.4, Koan 1–3/4–7/8–10."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """`status` is what counts, `computed` what the rule alone says."""

    status: Status
    computed: Status


def judge(
    *,
    key_result: KeyResult,
    cycle: Cycle,
    span: Span,
    preset: Preset,
    progress: float | None,
    now: datetime,
    last_checkin_at: datetime | None = None,
    human: Status | None = None,
    confidence: float | None = None,
    is_falling: bool = False,
) -> Judgement:
    """Return the status of a key result and, beside it, what the preset's rule computes.

    `human` is the status the latest check-in's author gave, if any. Units: `progress`, `confidence` 0.0–1.0.
    """
    computed = _computed(key_result, span, preset, progress, confidence, is_falling, now)
    if key_result.state is KeyResultState.CANCELLED:
        return Judgement(Status.CANCELLED, computed)
    if cycle.state is CycleState.CLOSED:
        return Judgement(closing_status(key_result=key_result, progress=progress, preset=preset), computed)
    if _is_outdated(key_result, span, preset, last_checkin_at, now):
        return Judgement(Status.OUTDATED, computed)
    return Judgement(human or computed, computed)


def closing_status(*, key_result: KeyResult, progress: float | None, preset: Preset) -> Status:
    """Return done or missed: committed ones must reach 1.0, others the preset's good score. Source: requirements 3.3, 1.6."""
    needed = 1.0 if key_result.commitment is Commitment.COMMITTED else preset.good_score
    return Status.DONE if progress is not None and progress >= needed else Status.MISSED


def _computed(
    key_result: KeyResult,
    span: Span,
    preset: Preset,
    progress: float | None,
    confidence: float | None,
    is_falling: bool,
    now: datetime,
) -> Status:
    over = elapsed_in(span=span, now=now)
    if progress is None or over <= 0:
        return Status.NOT_STARTED
    if key_result.direction is Direction.BINARY and progress < 1 and over < 1 and confidence is not None:
        return Status.ON_TRACK if confidence >= SURE else Status.BEHIND if confidence >= UNSURE else Status.AT_RISK
    status = computed_status(
        rule=preset.status_rule,
        progress=progress,
        expected=expected(key_result=key_result, span=span, now=now),
        elapsed=over,
        is_falling=is_falling,
    )
    # what is held is not done before the end: it can still be lost
    return Status.ON_TRACK if status is Status.DONE and key_result.direction in HELD and over < 1 else status


def _is_outdated(
    key_result: KeyResult, span: Span, preset: Preset, last_checkin_at: datetime | None, now: datetime
) -> bool:
    if key_result.tracker.kind in MEASURED or now <= span.starts_at:
        return False
    since = max(last_checkin_at, span.starts_at) if last_checkin_at else span.starts_at
    return now - since > timedelta(days=preset.outdated_after_days)
