"""The strict base of every API shape and the field kinds they share. Not here: any noun of the product."""

from collections.abc import Mapping
from math import isfinite
from typing import Any

from marshmallow import RAISE, Schema, ValidationError, fields, pre_load, validate

ID = validate.Regexp(r"^[0-9a-f]{32}$", error="An id has 32 hexadecimal digits, as the API returned it.")
SHORT_TEXT = 255
LONG_TEXT = 4000


UNWRITABLE = "Leave out the NUL character and halves of surrogate pairs; they are no text."


def is_writable(value: object) -> bool:
    """Tell whether texts in `value` can be written as UTF-8 and kept by PostgreSQL. Inner objects check themselves."""
    if isinstance(value, str):
        return "\x00" not in value and not any("\ud800" <= each <= "\udfff" for each in value)
    return all(map(is_writable, value)) if isinstance(value, list) else True


class Strict(Schema):
    """Refuse what is not declared: a misspelt name must never be dropped in silence."""

    class Meta:
        """Unknown fields are errors; fields keep their order in documents."""

        unknown = RAISE

    error_messages = {  # noqa: RUF012  marshmallow declares it as an instance attribute
        "unknown": "This field does not exist here; check its spelling in /api/openapi.json.",
        "type": "Send a JSON object.",
    }

    def on_bind_field(
        self,
        field_name: str,  # noqa: ARG002  marshmallow calls it by position
        field_obj: fields.Field[Any],
    ) -> None:
        """Say "required" and "null" in our words on every field."""
        field_obj.error_messages.update(
            required="Give a value; this field is required.", null="Null is not allowed here."
        )

    @pre_load
    def trim(self, data: Any, **_: Any) -> Any:
        """Cut white space around texts, so that a blank title is an empty one; refuse what no database can keep."""
        if not isinstance(data, Mapping):
            return data
        broken = {str(name): [UNWRITABLE] for name, value in data.items() if not is_writable(value)}
        if broken:
            raise ValidationError(broken)
        return {name: value.strip() if isinstance(value, str) else value for name, value in data.items()}


def finite(value: float) -> None:
    """Refuse NaN and infinities, which JSON readers produce from `1e999`."""
    if not isfinite(value):
        raise ValidationError("Give a finite number.")


def identifier(**options: Any) -> fields.String:
    """Return a field for one of our ids."""
    return fields.String(validate=ID, **options)


def text(*, at_least: int = 0, at_most: int = SHORT_TEXT, **options: Any) -> fields.String:
    """Return a field for a text of a bounded length."""
    bounds = validate.Length(
        min=at_least,
        max=at_most,
        error=f"Write {'between 1 and' if at_least else 'at most'} {at_most:,} characters.",
    )
    return fields.String(validate=bounds, **options)


def number(**options: Any) -> fields.Float:
    """Return a field for a finite number."""
    return fields.Float(validate=finite, **options)


def share(**options: Any) -> fields.Float:
    """Return a field for a share; Units: 0.0–1.0."""
    return fields.Float(validate=[finite, validate.Range(0, 1, error="Give a share between 0 and 1.")], **options)


def word(choices: tuple[str, ...], **options: Any) -> fields.String:
    """Return a field for one of a closed list of words."""
    return fields.String(validate=validate.OneOf(choices, error="Use one of: {choices}."), **options)


def account(**options: Any) -> fields.String:
    """Return a field for an Atlassian account id."""
    shape = validate.Regexp(r"^[A-Za-z0-9:_-]{1,128}$", error="Give an Atlassian account id, not a name or an e-mail.")
    return fields.String(validate=shape, **options)
