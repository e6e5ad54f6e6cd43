"""Presets in the API: doctrines as data, with the source of every value."""

from marshmallow import fields, validate

from schemas.api.base import Strict, text

KEY = validate.Regexp(
    r"^[a-z][a-z0-9_]{0,31}$", error="Use up to 32 small letters, digits or underscores, e.g. our_way."
)


class NewPreset(Strict):
    """A doctrine of one's own: `base` with some values changed, each in the shape that `GET /presets` shows it in."""

    key = fields.String(required=True, validate=KEY)
    base = fields.String(required=True)
    name = text(at_least=1, required=True)
    changes = fields.Dict(keys=fields.String(), required=True)


class Preset(Strict):
    """A doctrine. `values` holds every value by its name, `sources` says for each where it was read."""

    key = fields.String()
    name = fields.String()
    derived_from = fields.String(allow_none=True)
    values = fields.Dict(keys=fields.String())
    sources = fields.Dict(keys=fields.String(), values=fields.String())
