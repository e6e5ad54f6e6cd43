"""Other words for a suggestion in the API."""

from marshmallow import fields

from schemas.api.base import LONG_TEXT, Strict, text


class WordsRequest(Strict):
    """A draft and what the auditor suggests for it."""

    draft = text(at_most=LONG_TEXT, required=True)
    suggestion = text(at_most=LONG_TEXT, required=True)


class Words(Strict):
    """The suggestion, perhaps in other words."""

    suggestion = fields.String()
