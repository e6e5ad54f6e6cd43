"""The promise ledger in the API."""

from marshmallow import fields

from schemas.api.base import Strict


class Change(Strict):
    """One field of a promise, before and after."""

    field = fields.String()
    old = fields.Raw(allow_none=True)
    new = fields.Raw(allow_none=True)


class LedgerEntry(Strict):
    """One entry: what happened, who did it and why, and who was told."""

    number = fields.Integer()
    at = fields.AwareDateTime(attribute="entry.at")
    kind = fields.String(attribute="entry.kind")
    subject_id = fields.String(attribute="entry.subject_id")
    author = fields.String(allow_none=True, attribute="entry.author")
    changes = fields.List(fields.Nested(Change), attribute="entry.changes")
    reason = fields.String(allow_none=True, attribute="entry.reason")
    explanation = fields.String(attribute="entry.explanation")
    approver = fields.String(allow_none=True, attribute="entry.approver")
    notified = fields.List(fields.String(), attribute="entry.notified")
