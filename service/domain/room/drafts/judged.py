"""What the auditor says of a draft under the session's doctrine. Kept, so that drawing a room for thirty people audits once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from service.domain.audit import AUTO, Audit, Kind, Structured, audit
from service.domain.model import Direction

if TYPE_CHECKING:
    from service.domain.presets import Preset
    from service.domain.room.drafts.shapes import KeyResultDraft, ObjectiveDraft

UNSCALED = frozenset({Direction.BINARY, Direction.MILESTONES})
"""Kinds without a scale: their stored target is no number that measures."""


@dataclass(frozen=True, slots=True)
class Side:
    """What decides about texts in a doctrine; a key for the cache."""

    key: str = "strict"
    number_required: bool = True
    output_kr: str = "never"


STRICT = Side()


def side_of(preset: Preset) -> Side:
    """Return the part of a preset that judges texts."""
    return Side(preset.key, preset.number_required, preset.output_kr)


def known_of(draft: KeyResultDraft) -> Structured:
    """Return what is known beside the words. A bound of a band counts as its target."""
    is_scaled = draft.direction not in UNSCALED
    target = draft.upper if draft.direction is Direction.BETWEEN else draft.target
    return Structured(
        baseline=draft.baseline if is_scaled else None,
        target=target if is_scaled else None,
        unit=draft.unit,
        due_on=draft.due_on,
        in_cycle=True,
        waived=draft.waiver is not None,
    )


def judge_key_result(draft: KeyResultDraft, *, preset: Preset) -> Audit:
    """Return the audit of a key result on the table."""
    return _audited("kr", draft.title, known_of(draft), side_of(preset))


def judge_objective(draft: ObjectiveDraft, *, preset: Preset) -> Audit:
    """Return the audit of an objective on the table."""
    return _audited("objective", draft.title, Structured(in_cycle=True), side_of(preset))


def is_output(*, kind: Kind, text: str, known: Structured | None = None) -> bool:
    """Tell whether something is work, not effect, whatever the doctrine makes of that. Source: M-02."""
    found = _audited(kind, text, known or Structured(in_cycle=True), STRICT)
    return found.verdict == "task"


@lru_cache(maxsize=8192)
def _audited(kind: Kind, text: str, known: Structured, side: Side) -> Audit:
    return audit(kind=kind, text=text, fields=known, preset=side, language=AUTO)
