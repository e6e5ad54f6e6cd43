"""An admin's own preset: a doctrine with a few values changed, each change said to be theirs."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import Any, ClassVar

from service.domain.errors import DomainError
from service.domain.presets.shapes import ConfidencePolicy, Limits, Preset


class PresetInvalid(DomainError):
    """A derived preset contradicts itself or names a value that does not exist."""

    code: ClassVar[str] = "preset_invalid"


@dataclass(frozen=True, slots=True, kw_only=True)
class PresetChoice:
    """Which preset a team planned by from an instant on. Choices are added, never changed."""

    team_id: str
    preset: str
    since: datetime


FIXED = frozenset({"key", "name", "sources", "derived_from"})


def derive(*, base: Preset, key: str, name: str, changes: Mapping[str, Any]) -> Preset:
    """Return `base` under another key with some values changed; every changed value says so in its source.

    Raises: PresetInvalid, naming the value.
    """
    known = {each.name for each in fields(Preset)} - FIXED
    for field in changes:
        if field not in known:
            raise PresetInvalid(f"A preset has no value {field!r}. It has {', '.join(sorted(known))}.", field=field)
    sources = {**base.sources, **dict.fromkeys(changes, f"chosen on this site; {base.name} says otherwise")}
    derived = replace(base, key=key, name=name, derived_from=base.key, sources=sources, **changes)
    _require_sound(derived)
    return derived


def chosen(*, choices: Iterable[PresetChoice], team_id: str, at: datetime) -> str | None:
    """Return the preset a team planned by at an instant: a later choice never rewrites the past."""
    before = [each for each in choices if each.team_id == team_id and each.since <= at]
    return max(before, key=lambda each: each.since).preset if before else None


def _require_sound(derived: Preset) -> None:
    for name in ("team_objectives", "company_objectives", "key_results"):
        limits: Limits = getattr(derived, name)
        given = [each for each in (limits.minimum, limits.advised_max, limits.maximum) if each is not None]
        if given != sorted(given) or any(each < 0 for each in given):
            raise PresetInvalid("Minimum, advised and maximum must follow one another.", field=name)
    shares = ("good_score", "moonshot_p", "waiver_share", "guarded_cap", "driver_slack")
    for name in shares:
        if not 0 <= getattr(derived, name) <= 1:
            raise PresetInvalid(f"{name} is a share from 0 to 1.", field=name)
    for name in ("checkin_days", "outdated_after_days", "waivers_per_objective"):
        if getattr(derived, name) < (0 if name == "waivers_per_objective" else 1):
            raise PresetInvalid(f"{name} must not be negative or zero days.", field=name)
    if derived.status_rule.behind > derived.status_rule.on_track:
        raise PresetInvalid("The cut for behind must not lie above the one for on track.", field="status_rule")
    lowers = [band.lower for band in derived.score_bands]
    if not lowers or lowers[0] != 0 or lowers != sorted(set(lowers)) or lowers[-1] > 1:
        raise PresetInvalid("Score bands begin at 0 and rise, the last one at 1 or below.", field="score_bands")
    _require_confidence(derived.confidence)


def _require_confidence(policy: ConfidencePolicy) -> None:
    given = [policy.wish, policy.aim_low, policy.aim_high]
    known = [each for each in given if each is not None]
    if known != sorted(known) or any(not 0 <= each <= 1 for each in known):
        raise PresetInvalid("Wish, lower and upper aim are probabilities in rising order.", field="confidence")
