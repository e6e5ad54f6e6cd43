"""Doctrines as data: the seven presets by key, and how one is looked up. Rules that use them live elsewhere."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import ClassVar, Final

from service.domain.errors import DomainError
from service.domain.presets.atlassian_play import ATLASSIAN_PLAY
from service.domain.presets.google import GOOGLE
from service.domain.presets.methodiq import METHODIQ
from service.domain.presets.oboard import OBOARD
from service.domain.presets.okrs_tool import OKRS_TOOL
from service.domain.presets.seed5_generic import SEED5_GENERIC
from service.domain.presets.shapes import (
    Band,
    Cascade,
    ConfidencePolicy,
    GuardrailPolicy,
    Limits,
    Measure,
    OutputPolicy,
    OwnerRule,
    Preset,
    StatusRollup,
    StatusRule,
)
from service.domain.presets.workshop_weaver import WORKSHOP_WEAVER

__all__ = [
    "DEFAULT_PRESET",
    "PRESETS",
    "Band",
    "Cascade",
    "ConfidencePolicy",
    "GuardrailPolicy",
    "Limits",
    "Measure",
    "OutputPolicy",
    "OwnerRule",
    "Preset",
    "PresetUnknown",
    "StatusRollup",
    "StatusRule",
    "preset",
]

PRESETS: Final[Mapping[str, Preset]] = MappingProxyType(
    {each.key: each for each in (METHODIQ, WORKSHOP_WEAVER, OBOARD, OKRS_TOOL, SEED5_GENERIC, ATLASSIAN_PLAY, GOOGLE)}
)
DEFAULT_PRESET: Final = ATLASSIAN_PLAY.key


class PresetUnknown(DomainError):
    """There is no preset of that name."""

    code: ClassVar[str] = "preset_unknown"


def preset(name: str, *, derived: Mapping[str, Preset] = MappingProxyType({})) -> Preset:
    """Return the preset of that key, a site's own (`derived`) before the seven.

    Raises: PresetUnknown.
    """
    found = derived.get(name) or PRESETS.get(name)
    if found is None:
        known = ", ".join(sorted({*PRESETS, *derived}))
        raise PresetUnknown(f"There is no preset {name!r}. Choose one of {known}.", field="preset")
    return found
