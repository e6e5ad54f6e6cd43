"""Initiatives in the API: Jira issues linked to a key result."""

from marshmallow import fields, validate

from schemas.api.base import Strict, word

ISSUE = validate.Regexp(r"^([A-Z][A-Z0-9_]+-\d+|\d+)$", error="Give the key of an issue, e.g. GROW-12.")


class NewInitiative(Strict):
    """Which issue to link."""

    issue = fields.String(required=True, validate=ISSUE)


class Issue(Strict):
    """Our small mirror of a linked issue."""

    id = fields.String()
    key = fields.String()
    summary = fields.String()
    status = fields.String()
    category = word(("new", "indeterminate", "done"))
    points = fields.Float(allow_none=True)
    gone = fields.Boolean()
