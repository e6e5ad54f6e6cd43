"""Shapes of planning sessions: what is booked, and what a room looks like to a program."""

from marshmallow import fields, validate

from schemas.api.base import Strict, account, identifier, text, word

KINDS = ("strategy", "workshop", "planning", "retrospective", "mid_cycle")
SCOPES = ("company", "team", "both")
TRIGGERS = ("quarterly_planning", "annual_translation", "team_alignment", "scaling", "nothing_changed")


class NewSession(Strict):
    """A session to book. `starts_at` carries its time zone."""

    kind = word(KINDS, load_default="planning")
    scope = word(SCOPES, load_default="team")
    trigger = word(TRIGGERS, load_default="quarterly_planning")
    team_ids = fields.List(
        identifier(), required=True, validate=validate.Length(min=1, max=50, error="Choose between 1 and 50 teams.")
    )
    starts_at = fields.AwareDateTime(format="iso", required=True)
    title = text(load_default="")
    preset = text(load_default=None, allow_none=True)
    follows_id = identifier(load_default=None, allow_none=True)
    facilitator = account(load_default=None, allow_none=True)


class PlanningSession(Strict):
    """A booked session."""

    id = identifier(required=True)
    cycle_id = identifier(required=True)
    kind = word(KINDS, required=True)
    scope = word(SCOPES, required=True)
    trigger = word(TRIGGERS, required=True)
    state = word(("booked", "open", "closed", "called_off"), required=True)
    team_ids = fields.List(identifier(), required=True)
    preset = text(required=True)
    title = text(required=True)
    starts_at = fields.AwareDateTime(format="iso", required=True)
    booked_by = account(required=True)
    booked_at = fields.AwareDateTime(format="iso", required=True)
    follows_id = identifier(allow_none=True)
    seq = fields.Integer(required=True)


class RoomDocument(Strict):
    """A session's room as the caller may see it. Units: `left_s` and `used_s` in seconds.

    `confidence` tells how many sealed and, once counted and from three votes on, the middle and the range; never a single vote.
    `closing` holds the commit, the weekly check-in, the review of all plans, the record, the checklists, and the output test
    without who failed what.
    """

    session = fields.Nested(PlanningSession, required=True)
    step = text(allow_none=True)
    left_s = fields.Float(required=True)
    agenda = fields.List(fields.Dict(), required=True)
    seats = fields.List(fields.Dict(), required=True)
    blockers = fields.List(fields.Dict(), required=True)
    advice = fields.List(fields.Dict(), required=True)
    decisions = fields.List(fields.Dict(), required=True)
    baselines = fields.List(fields.Dict(), required=True)
    inputs = fields.Dict(required=True)
    priorities = fields.List(fields.Dict(), required=True)
    look_back = fields.Dict(required=True)
    reviewed = fields.List(fields.Dict(), required=True)
    notes = fields.List(fields.Dict(), required=True)
    objective_limits = fields.Dict(keys=fields.String(), values=fields.Integer(), required=True)
    themes = fields.List(fields.Dict(), required=True)
    dots = fields.Dict(required=True)
    cuts = fields.List(fields.Dict(), required=True)
    objectives = fields.List(fields.Dict(), required=True)
    key_results = fields.List(fields.Dict(), required=True)
    health = fields.List(fields.Dict(), required=True)
    answers = fields.List(fields.Dict(), required=True)
    guardrails = fields.List(fields.Dict(), required=True)
    seventy = fields.List(fields.Dict(), required=True)
    closing = fields.Dict(required=True)
    confidence = fields.List(fields.Dict(), required=True)


class TemplateStep(Strict):
    """A step of a kept agenda. Units: `minutes`."""

    id = fields.String(required=True)
    kind = fields.String(required=True)
    title = fields.String(required=True)
    minutes = fields.Integer(required=True)
    cue = fields.String(required=True)
    source = fields.String(required=True)


class AgendaTemplateDocument(Strict):
    """An agenda that a site keeps under a name."""

    id = identifier(required=True)
    name = text(required=True)
    steps = fields.List(fields.Nested(TemplateStep), required=True)
    author = account(required=True)
    at = fields.AwareDateTime(format="iso", required=True)


class NewTemplate(Strict):
    """The name under which a session's agenda is kept; one of that name is replaced."""

    name = text(required=True)


class GatheredPack(Strict):
    """The facts that were gathered for a session."""

    pack = fields.Dict(required=True)
