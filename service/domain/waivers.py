"""Admitting an output as a vital enabler, for a while: what a waiver needs, and when its sun sets.

Source: requirements 2.9, O-10.
"""

import math
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import ClassVar

from service.domain.errors import DomainError
from service.domain.model import Cycle, KeyResult, KeyResultState
from service.domain.presets import OutputPolicy, Preset


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver:
    """Why one output key result may stay: what it unlocks, who answers, why, and until when (the last day it holds).

    `replaced_by_id` is the outcome key result that took its place.
    """

    key_result_id: str
    unlocks: tuple[str, ...]
    owner: str
    reason: str
    expires_on: date
    delivered_on: date | None = None
    replaced_by_id: str | None = None


class WaiverState(StrEnum):
    """Where a waiver stands; DUE asks for the outcome key result that replaces it."""

    RUNNING = "running"
    DUE = "due"
    REPLACED = "replaced"


class WaiverRefused(DomainError):
    """The doctrine, the limits or the waiver itself do not allow this output key result."""

    code: ClassVar[str] = "waiver_refused"


class EnablerNotReplaced(DomainError):
    """A cycle cannot close while an expired enabler has no outcome in its place."""

    code: ClassVar[str] = "enabler_not_replaced"
    status: ClassVar[int] = 409


def last_allowed_day(*, cycle: Cycle) -> date:
    """Return the last day a waiver of that cycle may hold: half of it."""
    days = (cycle.ends_on - cycle.starts_on).days + 1
    return cycle.starts_on + timedelta(days=days // 2 - 1 if days > 1 else 0)


def require_waiver(
    *, waiver: Waiver, key_result: KeyResult, cycle: Cycle, preset: Preset, key_results: Sequence[KeyResult]
) -> None:
    """Refuse a waiver that the preset or the rules of waivers forbid.

    `key_results` are all of the team's set in the cycle, the new enabler included or not.
    Raises: WaiverRefused, naming the field.
    """
    if preset.output_kr is OutputPolicy.NEVER:
        raise WaiverRefused(
            f"{preset.name} admits no output key result. Write the outcome it serves, or plan by another doctrine.",
            field="preset",
        )
    require_content(waiver=waiver, key_result=key_result, cycle=cycle, known={row.id for row in key_results})
    if preset.output_kr is OutputPolicy.ALLOWED:
        return
    active = [row for row in key_results if row.state is KeyResultState.ACTIVE and row.id != key_result.id]
    enablers = [row for row in active if row.is_enabler]
    beside = sum(row.objective_id == key_result.objective_id for row in enablers)
    if beside >= preset.waivers_per_objective:
        raise WaiverRefused(
            f"{preset.name} admits {preset.waivers_per_objective} enabler per objective, and there is one already.",
            field="key_result_id",
        )
    allowed = max(1, math.floor(preset.waiver_share * (len(active) + 1) + 1e-9))
    if len(enablers) >= allowed:
        raise WaiverRefused(
            f"{preset.name} admits enablers for {preset.waiver_share:.0%} of the set: {allowed} of {len(active) + 1}.",
            field="key_result_id",
        )


def require_content(*, waiver: Waiver, key_result: KeyResult, cycle: Cycle, known: Collection[str]) -> None:
    """Refuse a waiver that lacks what every doctrine asks of it; `known` are the ids it may unlock. Raises: WaiverRefused."""
    unlocked = [each for each in waiver.unlocks if each != key_result.id]
    if not unlocked:
        raise WaiverRefused("Name at least one key result that this enabler unlocks.", field="unlocks")
    if unknown := [each for each in unlocked if each not in known]:
        raise WaiverRefused(f"{unknown[0]} is no key result of this set. Name one that is.", field="unlocks")
    if not waiver.owner:
        raise WaiverRefused("A waiver needs one person who answers for it.", field="owner")
    if not waiver.reason.strip():
        raise WaiverRefused("Say why the outcome cannot be measured yet.", field="reason")
    latest = last_allowed_day(cycle=cycle)
    if not cycle.starts_on <= waiver.expires_on <= latest:
        raise WaiverRefused(
            f"A waiver ends within the first half of its cycle: between {cycle.starts_on} and {latest}.",
            field="expires_on",
        )


def waiver_state(*, waiver: Waiver, today: date) -> WaiverState:
    """Tell whether a waiver still runs, asks to be replaced (delivered or expired), or was."""
    if waiver.replaced_by_id is not None:
        return WaiverState.REPLACED
    is_over = waiver.delivered_on is not None or today > waiver.expires_on
    return WaiverState.DUE if is_over else WaiverState.RUNNING


def require_replacement(*, waiver: Waiver, outcome: KeyResult, is_same_cycle: bool) -> None:
    """Refuse to replace an enabler by itself, by another enabler, by a cancelled key result or by one of another cycle.

    Raises: WaiverRefused.
    """
    if outcome.id == waiver.key_result_id or outcome.is_enabler or outcome.state is not KeyResultState.ACTIVE:
        raise WaiverRefused(
            "Only a living outcome key result can take an enabler's place. Add the outcome it made possible.",
            field="replaced_by_id",
        )
    if not is_same_cycle:
        raise WaiverRefused("The outcome belongs to another cycle. Add it to this one.", field="replaced_by_id")


def replacement_draft(*, enabler: KeyResult, unlocked: Sequence[KeyResult]) -> str:
    """Return a text to start the outcome from, that takes the enabler's place: what it unlocked, with its numbers."""
    if not unlocked:
        return f"Now that “{enabler.title}” is there: who does what differently, and by how much?"
    first = unlocked[0]
    numbers = ""
    if first.baseline is not None and first.target is not None:
        numbers = f" from {first.baseline:g} to {first.target:g} {first.unit}".rstrip()
    return f"{first.title}{numbers}, now that “{enabler.title}” is there"


def require_replaced(*, waivers: Iterable[Waiver], today: date, live: Collection[str]) -> None:
    """Refuse to close a cycle over an enabler that is due without replacement; `live` are the ids of active key results.

    Raises: EnablerNotReplaced.
    """
    due = [each for each in waivers if waiver_state(waiver=each, today=today) is WaiverState.DUE]
    open_ones = [each.key_result_id for each in due if each.key_result_id in live]
    if open_ones:
        raise EnablerNotReplaced(
            f"{len(open_ones)} enabler(s) ended without an outcome in their place ({', '.join(open_ones)}). "
            "Add the outcome key result each one enabled, or cancel it.",
            field="waivers",
        )
