"""Shapes of the acts of a planning room, made from what each act declares of its fields. Which acts there are is not known here."""

import dataclasses
import typing
from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin

from marshmallow import Schema, fields, validate

from schemas.api.base import ID, LONG_TEXT, SHORT_TEXT, Strict, finite, text

MOST_IN_LIST = 200


class Performed(Strict):
    """What an act answers: how many acts the room has seen."""

    seq = fields.Integer(required=True)


def act_schema(
    *, name: str, hints: Mapping[str, Any], defaults: Mapping[str, Any], limits: Mapping[str, Mapping[str, Any]]
) -> type[Schema]:
    """Return the schema of an act.

    `hints` are the types of its fields, `defaults` those that may be left out, `limits` what the act says of a field:
    `at_most`, `at_least` characters, `least`, `most` of a number. Every act takes an `act_id` that the caller makes up: sent again,
    it is done once.
    """
    declared: dict[str, fields.Field[Any]] = {"act_id": fields.String(required=True, validate=ID)}
    for field, hint in hints.items():
        declared[field] = _field(f"{name}{field.title()}", hint, limits.get(field, {}), _presence(field, defaults))
    return type(name, (Strict,), {**declared, "__doc__": f"The act {name}.", "__module__": __name__})


def _presence(field: str, defaults: Mapping[str, Any]) -> dict[str, Any]:
    return {"load_default": defaults[field]} if field in defaults else {"required": True}


def _field(name: str, hint: Any, limits: Mapping[str, Any], options: dict[str, Any]) -> fields.Field[Any]:
    if get_origin(hint) in {UnionType, Union}:
        inner = next(each for each in get_args(hint) if each is not NoneType)
        return _field(name, inner, limits, {**options, "allow_none": True})
    if get_origin(hint) is tuple:
        inside = _field(name, get_args(hint)[0], limits, {})
        most = validate.Length(max=MOST_IN_LIST, error=f"Send at most {MOST_IN_LIST}.")
        return fields.List(inside, validate=most, **options)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        words = [each.value for each in hint]
        return fields.String(validate=validate.OneOf(words, error="Use one of: {choices}."), **options)
    if hint is bool:
        return fields.Boolean(**options)
    if hint is int:
        return fields.Integer(strict=False, validate=_range(limits), **options)
    if hint is float:
        return fields.Float(validate=[finite, *_range(limits)], **options)
    if hint is datetime:
        return fields.AwareDateTime(format="iso", **options)
    if hint is date:
        return fields.Date(**options)
    if hint is str:
        at_least = limits.get("at_least", 0 if "load_default" in options else 1)
        return text(at_least=at_least, at_most=limits.get("at_most", SHORT_TEXT), **options)
    return _nested(name, hint, options)


def _range(limits: Mapping[str, Any]) -> list[validate.Validator]:
    if "least" not in limits:
        return []
    error = f"Give a number from {limits['least']} to {limits['most']}."
    return [validate.Range(limits["least"], limits["most"], error=error)]


def _nested(name: str, hint: Any, options: dict[str, Any]) -> fields.Field[Any]:
    """Return a field for a frozen dataclass inside an act."""
    hints = typing.get_type_hints(hint)
    declared: dict[str, fields.Field[Any]] = {}
    for each in dataclasses.fields(hint):
        presence: dict[str, Any] = {"required": True}
        if each.default is not dataclasses.MISSING:
            presence = {"load_default": each.default}
        limits = each.metadata or ({"at_most": LONG_TEXT} if presence.get("load_default") == "" else {})
        declared[each.name] = _field(f"{name}{each.name.title()}", hints[each.name], limits, presence)
    made = type(hint.__name__, (Strict,), {**declared, "__doc__": hint.__doc__, "__module__": __name__})
    return fields.Nested(made, **options)
