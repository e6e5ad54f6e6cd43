"""Challenges in the API: loopholes, guardrails and their values, dismissals. Units: scores 0.0–1.0; limits in the guardrail's unit."""

from marshmallow import fields, validate

from schemas.api.base import LONG_TEXT, Strict, account, identifier, number, share, text, word
from schemas.api.key_results import DIRECTIONS

BOUNDS = ("stay_above", "stay_below")
POLICIES = ("cap", "multiply", "flag")
MOVEMENTS = ("up", "down")


class ChallengeRequest(Strict):
    """A sentence to challenge, with what is known beside it."""

    unit = text(at_most=64, load_default="")
    direction = word(DIRECTIONS, load_default=None, allow_none=True)
    baseline = number(load_default=None, allow_none=True)
    target = number(load_default=None, allow_none=True)
    text = text(at_most=LONG_TEXT, required=True)


class CounterMetric(Strict):
    """What shows a loophole. `jql` counts issues (`jql_of`: as a share of those); else keep the number in the named field."""

    name = fields.String()
    bound = word(BOUNDS)
    unit = fields.String()
    jql = fields.String(allow_none=True)
    jql_of = fields.String(allow_none=True)
    field = fields.String(allow_none=True)


class Loophole(Strict):
    """One way to hit the number and hurt the business."""

    id = fields.String()
    how = fields.String()
    counter = fields.Nested(CounterMetric)


class Challenge(Strict):
    """How a metric was understood, and its loopholes. `family` is null for a metric the library does not know."""

    family = fields.String(allow_none=True)
    kind = fields.String()
    movement = word(MOVEMENTS)
    is_leading = fields.Boolean()
    loopholes = fields.List(fields.Nested(Loophole))


class NewGuardrail(Strict):
    """A counter-metric to accept. With `loophole` the rest comes from it unless said; `limit` is always yours.

    `issue` with `issue_field` reads a number field in Jira; `by_hand` leaves out the query that the loophole would bring, so
    that somebody says the value.
    """

    loophole = text(load_default="")
    limit = number(required=True)
    name = text(load_default=None, allow_none=True)
    bound = word(BOUNDS, load_default=None, allow_none=True)
    unit = text(at_most=64, load_default=None, allow_none=True)
    jql = text(at_most=LONG_TEXT, load_default=None, allow_none=True)
    jql_of = text(at_most=LONG_TEXT, load_default=None, allow_none=True)
    issue = text(load_default=None, allow_none=True)
    issue_field = text(load_default=None, allow_none=True)
    by_hand = fields.Boolean(load_default=False)


class Guardrail(Strict):
    """An accepted bound with its latest value; `value` is null until measured."""

    id = identifier()
    key_result_id = identifier()
    name = fields.String()
    bound = word(BOUNDS)
    limit = fields.Float()
    unit = fields.String()
    loophole = fields.String()
    jql = fields.String(allow_none=True)
    jql_of = fields.String(allow_none=True)
    issue_id = fields.String(allow_none=True)
    issue_field_id = fields.String(allow_none=True)
    accepted_by = fields.String(allow_none=True)
    accepted_at = fields.AwareDateTime(allow_none=True)
    value = fields.Float(allow_none=True)
    measured_at = fields.AwareDateTime(allow_none=True)
    is_broken = fields.Boolean()


class NewGuardrailReading(Strict):
    """A value somebody measured."""

    value = number(required=True)


class GuardrailReading(Strict):
    """A value of a guardrail; `provenance` says how it was counted, empty when a person said it."""

    at = fields.AwareDateTime()
    value = fields.Float()
    author = account(allow_none=True)
    provenance = fields.String()


class NewDismissal(Strict):
    """Why a loophole is no danger here."""

    loophole = text(at_least=1, required=True)
    reason = fields.String(required=True, validate=validate.Length(max=2000, error="Write at most 2,000 characters."))


class Dismissal(Strict):
    """A dismissed loophole; it stays visible."""

    key_result_id = identifier()
    loophole = fields.String()
    reason = fields.String()
    dismissed_by = fields.String(allow_none=True)
    dismissed_at = fields.AwareDateTime(allow_none=True)


class ChallengeAnswer(Strict):
    """A loophole and what was made of it."""

    loophole = fields.Nested(Loophole)
    guardrails = fields.List(fields.Nested(Guardrail))
    dismissal = fields.Nested(Dismissal, allow_none=True)
    is_open = fields.Boolean()


class Guarded(Strict):
    """A score before (`raw`) and after (`score`) the guardrails, by the doctrine's rule; null means no data."""

    raw = share(allow_none=True)
    score = share(allow_none=True)
    policy = word(POLICIES)
    broken = fields.List(fields.Nested(Guardrail))
    unmeasured = fields.List(fields.Nested(Guardrail))
    words = fields.String()


class AnsweredChallenge(Strict):
    """A key result challenged: its loopholes with their answers, every guardrail and dismissal, and the guarded score."""

    challenge = fields.Nested(Challenge)
    answers = fields.List(fields.Nested(ChallengeAnswer))
    guardrails = fields.List(fields.Nested(Guardrail))
    dismissals = fields.List(fields.Nested(Dismissal))
    guarded = fields.Nested(Guarded)
