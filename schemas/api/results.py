"""How a cycle ended, in the API. Units: scores 0.0–1.0, null for no data; a drift is amended minus original."""

from marshmallow import fields

from schemas.api.base import Strict, identifier, word


def _score() -> fields.Float:
    return fields.Float(allow_none=True)


class Drift(Strict):
    """How far amendments moved the scores; positive: it got easier."""

    mean = _score()
    changed = fields.Integer()
    scored = fields.Integer()


class KeyResultScore(Strict):
    """One key result, scored by what was promised and by what that became; `guarded` is `amended` after its guardrails."""

    key_result_id = identifier()
    title = fields.String()
    commitment = word(("moonshot", "committed"), allow_none=True)
    is_cancelled = fields.Boolean()
    value = fields.Float(allow_none=True)
    original = _score()
    amended = _score()
    band = fields.String(allow_none=True)
    amendments = fields.Integer()
    late_edits = fields.Integer()
    guarded = _score()
    guarded_words = fields.String()


class ObjectiveScore(Strict):
    """One objective, rolled up."""

    objective_id = identifier()
    title = fields.String()
    original = _score()
    amended = _score()
    band = fields.String(allow_none=True)
    key_results = fields.List(fields.Nested(KeyResultScore))


class ClassScore(Strict):
    """Moonshots, committed and undeclared key results apart."""

    commitment = word(("moonshot", "committed"), allow_none=True)
    mean = _score()
    number = fields.Integer()
    achieved = fields.Integer()
    expected = fields.Float()


class TeamScore(Strict):
    """One team's set by the preset it planned by."""

    team_id = identifier()
    name = fields.String()
    preset = fields.String()
    original = _score()
    amended = _score()
    drift = fields.Nested(Drift)
    late_edits = fields.Integer()
    classes = fields.List(fields.Nested(ClassScore))
    objectives = fields.List(fields.Nested(ObjectiveScore))


class CycleScore(Strict):
    """The whole cycle."""

    cycle_id = identifier()
    as_of = fields.AwareDateTime()
    original = _score()
    amended = _score()
    drift = fields.Nested(Drift)
    late_edits = fields.Integer()
    teams = fields.List(fields.Nested(TeamScore))


class LateNumber(Strict):
    """A number that came after the close and is not in the results."""

    key_result_id = fields.String(attribute="subject_id")
    at = fields.AwareDateTime()
    author = fields.String(allow_none=True)


class Results(Strict):
    """The results; sealed ones never change. `with_late` are the scores with the numbers that came after the close."""

    results = fields.Nested(CycleScore)
    is_sealed = fields.Boolean()
    late = fields.List(fields.Nested(LateNumber))
    with_late = fields.Nested(CycleScore, allow_none=True)
