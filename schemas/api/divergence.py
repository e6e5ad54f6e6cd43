"""Effort beside outcome in the API. Units: effort, share and allowance 0.0–1.0; values, moved and noise in the key result's unit."""

from marshmallow import fields

from schemas.api.base import Strict, identifier, number


class Divergence(Strict):
    """The quadrant of a key result, in words too."""

    quadrant = fields.String()
    sentence = fields.String()
    effort = fields.Float()
    moved = fields.Float(allow_none=True)
    noise = fields.Float(allow_none=True)


class Curves(Strict):
    """Both curves at the same instants."""

    key_result_id = fields.Function(lambda curves: curves.key_result.id)
    instants = fields.List(fields.AwareDateTime())
    effort = fields.List(fields.Float())
    values = fields.List(fields.Float(allow_none=True))
    divergence = fields.Nested(Divergence)


class OrphanIssue(Strict):
    """A finished issue that serves no key result."""

    id = fields.String()
    key = fields.String()
    summary = fields.String()


class OrphanWork(Strict):
    """Finished work beside what was declared for running the business; `share` is null while nothing is finished."""

    finished = fields.Integer()
    orphans = fields.List(fields.Nested(OrphanIssue))
    share = fields.Float(allow_none=True)
    allowance = fields.Float()
    is_within = fields.Boolean()
    sentence = fields.String()


class TeamDivergence(Strict):
    """A team's view of a cycle; `is_complete` is false when more was finished than is read."""

    key_results = fields.List(fields.Nested(Curves))
    orphan_work = fields.Nested(OrphanWork)
    is_complete = fields.Boolean()


class DivergenceQuery(Strict):
    """Which cycle to look at."""

    cycle_id = identifier(required=True)


class NewAllowance(Strict):
    """The share of finished work that runs the business."""

    share = number(required=True)


class Allowance(Strict):
    """What a team declared."""

    team_id = identifier()
    share = fields.Float()
    declared_at = fields.AwareDateTime()
