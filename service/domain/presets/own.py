"""A site's own presets as data: what an admin changed of a doctrine, and the doctrine that follows from it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType, UnionType
from typing import Any, ClassVar, Union, get_args, get_origin, get_type_hints

from service.domain.errors import DomainError
from service.domain.presets import PRESETS, Preset, preset
from service.domain.presets.derive import FIXED, PresetInvalid, derive


class PresetKeyTaken(DomainError):
    """There is a preset of that key already."""

    code: ClassVar[str] = "preset_key_taken"
    status: ClassVar[int] = 409


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPreset:
    """A derived preset. `changes` are plain JSON values by the name of the preset's value. It is never changed itself."""

    key: str
    base: str
    name: str
    author: str
    at: datetime
    changes: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))


def derived_presets(*, own: Iterable[OwnPreset]) -> dict[str, Preset]:
    """Return the doctrines that a site derived, by key; `own` oldest first, so that one may build on another."""
    found: dict[str, Preset] = {}
    for each in own:
        found[each.key] = _derived(each, found)
    return found


def require_sound(*, own: OwnPreset, others: Iterable[OwnPreset]) -> Preset:
    """Return the doctrine that a new preset of the site makes.

    Raises: PresetKeyTaken, PresetUnknown (the base), PresetInvalid, naming the value.
    """
    known = derived_presets(own=others)
    if own.key in known or own.key in PRESETS:
        raise PresetKeyTaken(f"There is a preset {own.key!r} already. Choose another key.", field="key")
    return _derived(own, known)


def preset_data(*, of: Preset) -> dict[str, Any]:
    """Return every value of a doctrine as plain JSON data; `sources` names for each where it comes from."""
    data: dict[str, Any] = _plain(of)
    return data


def _derived(own: OwnPreset, known: Mapping[str, Preset]) -> Preset:
    hints = get_type_hints(Preset)
    changes = {
        name: _typed(hints[name], value, name) if name in hints and name not in FIXED else value
        for name, value in own.changes.items()
    }
    return derive(base=preset(own.base, derived=known), key=own.key, name=own.name, changes=changes)


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return {each.name: _plain(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, Mapping):
        return {name: _plain(each) for name, each in value.items()}
    return [_plain(each) for each in value] if isinstance(value, tuple) else value


def _typed(hint: Any, value: Any, name: str) -> Any:
    """Return a plain value as the type a preset holds. Raises: PresetInvalid."""
    try:
        return _build(hint, value)
    except (TypeError, ValueError, KeyError) as refused:
        raise PresetInvalid(
            f"{name} cannot be {value!r}. Take the shape that GET /presets shows for it.", field=name
        ) from refused


def _build(hint: Any, value: Any) -> Any:
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return None if value is None else _build(inner[0], value)
    if origin is tuple:
        kinds = [inner[0]] * len(value) if inner[-1] is Ellipsis else list(inner)
        if not isinstance(value, list | tuple):
            raise TypeError
        return tuple(_build(kind, each) for kind, each in zip(kinds, value, strict=True))
    if is_dataclass(hint):
        hints = get_type_hints(hint)
        shape: Any = hint
        return shape(**{part: _build(hints[part], each) for part, each in dict(value).items()})
    if issubclass(hint, StrEnum):
        return hint(value)
    if hint is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if type(value) is not hint:
        raise TypeError
    return value
