"""The two manners of every shape here: what we receive ignores unknown names, and ids may be numbers or text."""

from typing import Any

from marshmallow import EXCLUDE, Schema, ValidationError, fields


class Received(Schema):
    """Base of shapes that Atlassian fills: it may add names at any time, so unknown ones are ignored."""

    class Meta:
        unknown = EXCLUDE


class IdText(fields.String):
    """An id as text; Atlassian sends some as numbers. Shape: 1 to 64 characters of a path segment."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        if isinstance(value, int) and not isinstance(value, bool):
            value = str(value)
        text = super()._deserialize(value, attr, data, **kwargs)
        if not text or len(text) > 64 or not text.isascii() or any(c in text for c in "/?#\\ "):
            raise ValidationError("Not an id.")
        return text
