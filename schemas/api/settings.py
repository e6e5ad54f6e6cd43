"""Settings of a site in the API."""

from marshmallow import fields, validate

from schemas.api.base import Strict

SPACE_KEY = validate.Regexp(r"^~?[A-Za-z0-9._-]{1,255}$", error="Give the key of a Confluence space, e.g. OKR.")


class SpaceChoice(Strict):
    """Where the pages go."""

    space_key = fields.String(required=True, validate=SPACE_KEY)


class PresetChoice(Strict):
    """Which doctrine teams plan by that chose none of their own."""

    preset = fields.String(required=True, validate=validate.Length(min=1, max=64))


class SiteSettings(Strict):
    """What an admin decided for the site."""

    host = fields.String()
    space_key = fields.String(allow_none=True)
    preset = fields.String()
