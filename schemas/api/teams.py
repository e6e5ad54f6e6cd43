"""Teams in the API."""

from marshmallow import fields, validate

from schemas.api.base import Strict, identifier, text, word

KINDS = ("company", "department", "team")
PROJECT_KEY = validate.Regexp(r"^[A-Z][A-Z0-9_]{1,19}$", error="Give the key of a Jira project, e.g. GROW.")


class NewTeam(Strict):
    """What creates a team."""

    name = text(at_least=1, required=True)
    kind = word(KINDS, load_default="team")
    project_key = fields.String(required=True, validate=PROJECT_KEY)
    parent_id = identifier(load_default=None, allow_none=True)
    preset = text(load_default=None, allow_none=True)


class TeamChange(Strict):
    """What may change about a team; absent fields stay."""

    name = text(at_least=1)
    kind = word(KINDS)
    project_key = fields.String(validate=PROJECT_KEY)
    parent_id = identifier(allow_none=True)
    preset = text(allow_none=True)


class Team(Strict):
    """Who owns objectives. `preset` null means the site's."""

    id = identifier()
    name = fields.String()
    kind = word(KINDS)
    project_key = fields.String()
    parent_id = identifier(allow_none=True)
    preset = fields.String(allow_none=True)
