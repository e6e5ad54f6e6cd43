"""Measured histories and the do-nothing test in the API. Units: numbers in the key result's unit, probabilities 0.0–1.0."""

from marshmallow import fields

from schemas.api.base import Strict


class HistoryPoint(Strict):
    """The number at the end of a week."""

    at = fields.AwareDateTime()
    value = fields.Float()


class History(Strict):
    """A number week by week, rebuilt from changelogs, with its proof. `notes` say what is taken as it stands today."""

    points = fields.List(fields.Nested(HistoryPoint))
    asked = fields.String()
    measured_at = fields.AwareDateTime()
    issue_count = fields.Integer()
    digest = fields.String()
    provenance = fields.String()
    notes = fields.List(fields.String())


class DoNothing(Strict):
    """What becomes of the key result if nobody does anything special; `low` to `high` is an 80 % interval."""

    verdict = fields.String()
    sentence = fields.String()
    weeks = fields.Integer()
    probability = fields.Float(allow_none=True)
    expected = fields.Float(allow_none=True)
    low = fields.Float(allow_none=True)
    high = fields.Float(allow_none=True)
    times_best_quarter = fields.Float(allow_none=True)
