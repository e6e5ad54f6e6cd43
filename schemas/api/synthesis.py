"""The Synthesizer in the API: findings over all plans of a cycle, and the requests they became."""

from marshmallow import fields

from schemas.api.base import LONG_TEXT, Strict, account, identifier, text


class SynthesisFinding(Strict):
    """Two plans that meet. `path` are issue keys; `slack_days` is negative when late; `measure` says how it was found."""

    id = identifier()
    kind = fields.String()
    severity = fields.String()
    message = fields.String()
    measure = fields.String()
    team_id = identifier()
    other_team_id = identifier(allow_none=True)
    key_result_ids = fields.List(identifier())
    objective_ids = fields.List(identifier())
    issue_id = fields.String(allow_none=True)
    path = fields.List(fields.String())
    slack_days = fields.Integer(allow_none=True)


class SynthesisRun(Strict):
    """One run. `is_complete` is false where the walk over links was cut."""

    run_at = fields.AwareDateTime()
    issue_count = fields.Integer()
    is_complete = fields.Boolean()
    findings = fields.List(fields.Nested(SynthesisFinding))


class Request(Strict):
    """What one team asks of another; `state` is open, accepted, declined or withdrawn."""

    id = identifier()
    kind = fields.String()
    team_id = identifier()
    other_team_id = identifier()
    message = fields.String()
    path = fields.List(fields.String())
    state = fields.String()
    raised_at = fields.AwareDateTime()
    answered_by = account(allow_none=True)
    answered_at = fields.AwareDateTime(allow_none=True)
    reason = fields.String()


class Synthesis(Strict):
    """The last run (null: nobody ran it) and every request of the cycle."""

    run = fields.Nested(SynthesisRun, allow_none=True)
    requests = fields.List(fields.Nested(Request))


class RequestAnswer(Strict):
    """Yes, or no with a reason."""

    accepts = fields.Boolean(required=True)
    reason = text(at_most=LONG_TEXT, load_default="")
