"""The board in the API: a whole cycle with what follows from its check-ins.

Units: shares 0.0–1.0; null means no data, never zero.
"""

from marshmallow import fields

from schemas.api.base import Strict, identifier, share, word
from schemas.api.challenge import Guarded
from schemas.api.cycles import Cycle
from schemas.api.initiatives import Issue
from schemas.api.key_results import KeyResult
from schemas.api.objectives import Objective
from schemas.api.teams import Team

STATUSES = ("not_started", "on_track", "behind", "at_risk", "outdated", "done", "missed", "cancelled")
FORECASTS = ("owner", "theil_sen", "last_speed")


class BoardQuery(Strict):
    """Which cycle; the current one if absent."""

    cycle_id = identifier(load_default=None)


class Problem(Strict):
    """Something a person must put right."""

    code = fields.String()
    message = fields.String()
    way_out = fields.String()
    key_result_id = identifier(allow_none=True)


class Point(Strict):
    """One instant of a series."""

    at = fields.AwareDateTime()
    value = fields.Float(allow_none=True)
    progress = share(allow_none=True)
    confidence = share(allow_none=True)
    note = fields.String()


class Forecast(Strict):
    """A final score: `low` to `high` holds it four times in five, `probability` is that of the good score (0.7 or the doctrine's)."""

    method = word(FORECASTS)
    final = share()
    low = share()
    high = share()
    probability = share()
    basis = fields.Integer()


class ForecastAnswer(Strict):
    """What one method says: the numbers, or `reason` why there are none (not enough data)."""

    method = word(FORECASTS)
    final = share()
    low = share()
    high = share()
    probability = share()
    basis = fields.Integer()
    reason = fields.String()


class Outlook(Strict):
    """Where a key result will land: the forecast to show first (null: not enough data), and every method's answer."""

    best = fields.Nested(Forecast, allow_none=True)
    answers = fields.List(fields.Nested(ForecastAnswer))


class KeyResultView(Strict):
    """A key result with its numbers. `raw_progress` is unclamped.

    `measured_value` is what the tracker said last, at `measured_at`; a person who checked in later counts (`value`).
    `guarded` is the score with its guardrails, null without any; a broken one never changes `progress`.
    """

    key_result = fields.Nested(KeyResult)
    value = fields.Float(allow_none=True)
    progress = share(allow_none=True)
    raw_progress = fields.Float(allow_none=True)
    expected = share(allow_none=True)
    status = word(STATUSES)
    computed_status = word(STATUSES)
    confidence = share(allow_none=True)
    last_checkin_at = fields.AwareDateTime(allow_none=True)
    series = fields.List(fields.Nested(Point))
    initiatives = fields.List(fields.Nested(Issue))
    effort = share(allow_none=True)
    measured_value = fields.Float(allow_none=True)
    measured_at = fields.AwareDateTime(allow_none=True)
    outlook = fields.Nested(Outlook, allow_none=True)
    guarded = fields.Nested(Guarded, allow_none=True)
    problems = fields.List(fields.Nested(Problem))


class ObjectiveView(Strict):
    """An objective with its rolled-up numbers."""

    objective = fields.Nested(Objective)
    team = fields.Nested(Team)
    progress = share(allow_none=True)
    expected = share(allow_none=True)
    confidence = share(allow_none=True)
    status = word(STATUSES)
    key_results = fields.List(fields.Nested(KeyResultView))
    series = fields.List(fields.Nested(Point))
    child_ids = fields.List(fields.String())
    problems = fields.List(fields.Nested(Problem))


class TeamView(Strict):
    """A team's objectives in their order."""

    team = fields.Nested(Team)
    progress = share(allow_none=True)
    objectives = fields.List(fields.Nested(ObjectiveView))


class Board(Strict):
    """A whole cycle."""

    cycle = fields.Nested(Cycle)
    as_of = fields.AwareDateTime()
    elapsed = share()
    progress = share(allow_none=True)
    north_star = fields.Nested(ObjectiveView, allow_none=True)
    teams = fields.List(fields.Nested(TeamView))
