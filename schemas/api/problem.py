"""The shape of every refusal: application/problem+json (RFC 9457) with a stable `code`."""

from marshmallow import fields

from schemas.api.base import Strict


class Problem(Strict):
    """What went wrong and what to do.

    Shape: `errors` maps field names to messages; `request_id` finds the log line of a 500.
    """

    type = fields.String(dump_default="about:blank")
    title = fields.String()
    status = fields.Integer()
    code = fields.String()
    detail = fields.String()
    field = fields.String()
    errors = fields.Dict(keys=fields.String(), values=fields.List(fields.String()))
    request_id = fields.String()
