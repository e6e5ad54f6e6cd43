"""Check-ins in the API."""

from marshmallow import fields, validate

from schemas.api.base import LONG_TEXT, Strict, identifier, number, share, text, word
from schemas.api.shapes import MILESTONE_ID, MOST_PARTS

SOURCES = ("human", "field", "tracker", "push", "import")
HUMAN_STATUSES = ("on_track", "behind", "at_risk", "done", "missed")
IDEMPOTENCY_KEY = validate.Regexp(
    r"^[\x21-\x7e]{1,200}$", error="Use 1 to 200 printable ASCII characters without spaces."
)


class NewCheckin(Strict):
    """A value at an instant; `at` (default now) lies within the cycle and not in the future.

    `status` is the person's own judgement and counts over the computed one. A ratio is given by `numerator` and
    `denominator`; its value follows. A `push` comes with an Idempotency-Key, because machines repeat themselves.
    """

    value = number(load_default=None, allow_none=True)
    confidence = share(load_default=None, allow_none=True)
    projection = number(load_default=None, allow_none=True)
    note = text(at_most=LONG_TEXT, load_default="")
    at = fields.AwareDateTime(load_default=None, allow_none=True)
    source = word(("human", "push", "import"), load_default="human")
    status = word(HUMAN_STATUSES, load_default=None, allow_none=True)
    numerator = number(load_default=None, allow_none=True)
    denominator = number(load_default=None, allow_none=True)


class MilestonesDone(Strict):
    """Which milestones are done now, by id; those not named are not."""

    done = fields.List(fields.String(validate=MILESTONE_ID), required=True, validate=validate.Length(max=MOST_PARTS))
    confidence = share(load_default=None, allow_none=True)
    note = text(at_most=LONG_TEXT, load_default="")


class IdempotencyKey(Strict):
    """The header that makes a repeated call answer with the first result."""

    idempotency_key = fields.String(data_key="Idempotency-Key", load_default=None, validate=IDEMPOTENCY_KEY)


class Checkin(Strict):
    """A recorded check-in; never changed afterwards."""

    id = identifier()
    key_result_id = identifier()
    at = fields.AwareDateTime()
    value = number(allow_none=True)
    confidence = share(allow_none=True)
    projection = number(allow_none=True)
    note = fields.String()
    author = fields.String(allow_none=True)
    source = word(SOURCES)
    status = word(HUMAN_STATUSES, allow_none=True)
    numerator = number(allow_none=True)
    denominator = number(allow_none=True)
    provenance = fields.String(allow_none=True)
    recorded_at = fields.AwareDateTime(allow_none=True)
