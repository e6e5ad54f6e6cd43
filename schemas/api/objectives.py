"""Objectives in the API."""

from marshmallow import fields, validate

from schemas.api.base import LONG_TEXT, Strict, identifier, text, word

STATES = ("draft", "active", "cancelled", "closed")
ROLLUPS = ("own", "children", "both")
EPIC = validate.Regexp(r"^([A-Z][A-Z0-9_]+-\d+|\d+)$", error="Give the key of an epic, e.g. GROW-12.")


class NewObjective(Strict):
    """What creates an objective."""

    cycle_id = identifier(required=True)
    team_id = identifier(required=True)
    title = text(at_least=1, required=True)
    why = text(at_most=LONG_TEXT, load_default="")
    parent_id = identifier(load_default=None, allow_none=True)
    position = fields.Integer(load_default=None, allow_none=True, strict=True)


class ObjectiveChange(Strict):
    """What may change about an objective; absent fields stay."""

    title = text(at_least=1)
    why = text(at_most=LONG_TEXT)
    parent_id = identifier(allow_none=True)


class ObjectiveQuery(Strict):
    """Which objectives to list."""

    cycle_id = identifier(required=True)


class Mapping(Strict):
    """How an objective gets its epic: `adopt` names an existing one, null creates one."""

    adopt = fields.String(load_default=None, allow_none=True, validate=EPIC)


class Carry(Strict):
    """Into which cycle an unfinished objective goes on."""

    cycle_id = identifier(required=True)


class Objective(Strict):
    """An aim with a why. `epic_key` is null until it is mapped; `carried_from_id` is what it goes on with."""

    id = identifier()
    cycle_id = identifier()
    team_id = identifier()
    title = fields.String()
    why = fields.String()
    parent_id = identifier(allow_none=True)
    rollup = word(ROLLUPS)
    state = word(STATES)
    epic_id = fields.String(allow_none=True)
    epic_key = fields.String(allow_none=True)
    epic_gone = fields.Boolean()
    publish_error = fields.String(allow_none=True)
    position = fields.Integer()
    carried_from_id = identifier(allow_none=True)
