"""Waivers in the API: output key results that are admitted as enablers, for a while."""

from marshmallow import fields, validate

from schemas.api.base import LONG_TEXT, Strict, account, identifier, text, word

STATES = ("running", "due", "replaced")
MOST_UNLOCKED = 20


class NewWaiver(Strict):
    """What an enabler unlocks (key results of the team's set), who answers for it, why, and its last day (first half of the cycle)."""

    unlocks = fields.List(identifier(), required=True, validate=validate.Length(min=1, max=MOST_UNLOCKED))
    owner = account(required=True)
    reason = text(at_least=1, at_most=LONG_TEXT, required=True)
    expires_on = fields.Date(required=True)


class Replacement(Strict):
    """The outcome key result that takes an enabler's place."""

    replaced_by_id = identifier(required=True)


class Waiver(Strict):
    """Why an output may stay, and for how long."""

    key_result_id = identifier()
    unlocks = fields.List(identifier())
    owner = fields.String()
    reason = fields.String()
    expires_on = fields.Date()
    delivered_on = fields.Date(allow_none=True)
    replaced_by_id = identifier(allow_none=True)


class WaiverQuery(Strict):
    """Which cycle."""

    cycle_id = identifier(required=True)


class WaiverView(Strict):
    """A waiver where it stands; `draft` starts the outcome that should follow, `has_moved` tells whether what it unlocks moved."""

    waiver = fields.Nested(Waiver)
    team_id = identifier()
    state = word(STATES)
    title = fields.String()
    draft = fields.String()
    has_moved = fields.Boolean()
