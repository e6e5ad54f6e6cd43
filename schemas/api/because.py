"""Why a promise changes, in the API. In a running cycle the first three are needed."""

from marshmallow import fields

from schemas.api.base import LONG_TEXT, Strict, account, text, word

REASONS = ("external_change", "definition_fix", "data_fix", "replan")


class Because(Strict):
    """The reason class, a sentence, the account ids of those who were told, and who approved it if anybody had to."""

    reason = word(REASONS, allow_none=True)
    explanation = text(at_most=LONG_TEXT)
    notified = fields.List(account())
    approver = account(allow_none=True)
