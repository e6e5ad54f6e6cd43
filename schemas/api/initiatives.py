"""Initiatives in the API: Jira issues linked to a key result."""

from typing import Any

from marshmallow import ValidationError, fields, validate, validates_schema

from schemas.api.base import Strict, word

_KEY_OR_ID = r"^([A-Z][A-Z0-9_]+-\d+|\d+)$"
ISSUE = validate.Regexp(_KEY_OR_ID, error="Give the key of an issue, e.g. GROW-12.")
ONE_OF_MANY = validate.Regexp(_KEY_OR_ID, error="“{input}” is not the key of an issue; give one like GROW-12.")


MOST_AT_ONCE = 100


class NewInitiatives(Strict):
    """Which issue to link, or which ones: `issues` are linked together or not at all."""

    issue = fields.String(validate=ISSUE)
    issues = fields.List(
        fields.String(validate=ONE_OF_MANY),
        validate=validate.Length(min=1, max=MOST_AT_ONCE, error=f"Name 1 to {MOST_AT_ONCE} issues."),
    )

    @validates_schema
    def one_or_many(self, data: dict[str, Any], **_: Any) -> None:
        """Refuse neither and both."""
        if ("issue" in data) == ("issues" in data):
            raise ValidationError("Give either `issue` (one key) or `issues` (a list of keys).", "issue")


class Issue(Strict):
    """Our small mirror of a linked issue."""

    id = fields.String()
    key = fields.String()
    summary = fields.String()
    status = fields.String()
    category = word(("new", "indeterminate", "done"))
    points = fields.Float(allow_none=True)
    gone = fields.Boolean()
