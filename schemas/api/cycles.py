"""Cycles in the API."""

from typing import Any

from marshmallow import ValidationError, fields, validate, validates_schema

from schemas.api.base import Strict, identifier, text, word

KINDS = ("quarter", "six_weeks", "year", "custom")
STATES = ("planning", "active", "review", "closed")
KEY = validate.Regexp(
    r"^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$", error="Use up to 32 letters, digits, dots or dashes, e.g. 2026-Q4."
)


class NewCycle(Strict):
    """What creates a cycle. `ends_on` is the last day that belongs to it."""

    key = fields.String(required=True, validate=KEY)
    name = text(at_least=1, required=True)
    kind = word(KINDS, load_default="quarter")
    starts_on = fields.Date(required=True)
    ends_on = fields.Date(required=True)
    state = word(STATES[:2], load_default="active")

    @validates_schema
    def dates_in_order(self, data: dict[str, Any], **_: Any) -> None:
        """Refuse a cycle that ends before it starts."""
        if "starts_on" in data and "ends_on" in data and data["ends_on"] <= data["starts_on"]:
            raise ValidationError("The last day must come after the first day.", "ends_on")


class CycleMove(Strict):
    """Where to move a cycle; it only moves forward. `regardless` goes on over what is only advised against."""

    state = word(STATES, required=True)
    regardless = fields.Boolean(load_default=False)


class Blocker(Strict):
    """What stands in the way of a cycle's next step; a hard one cannot be waved through."""

    code = fields.String()
    message = fields.String()
    subject_id = identifier()
    is_hard = fields.Boolean()


class Cycle(Strict):
    """A planning period."""

    id = identifier()
    key = fields.String()
    name = fields.String()
    kind = word(KINDS)
    starts_on = fields.Date()
    ends_on = fields.Date()
    state = word(STATES)


class CyclePage(Strict):
    """The Confluence page of a cycle. `waiting` counts what still has to be written to Jira or Confluence."""

    url = fields.String(allow_none=True)
    title = fields.String(allow_none=True)
    published_at = fields.AwareDateTime(allow_none=True)
    waiting = fields.Integer()
    error = fields.String(allow_none=True)
