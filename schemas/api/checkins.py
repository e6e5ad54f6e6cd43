"""Check-ins in the API."""

from typing import Any

from marshmallow import ValidationError, fields, validate, validates_schema

from schemas.api.base import LONG_TEXT, Strict, identifier, number, share, text, word
from schemas.api.shapes import MILESTONE_ID, MOST_PARTS

SOURCES = ("human", "field", "tracker", "push", "import")
HUMAN_STATUSES = ("on_track", "behind", "at_risk", "done", "missed")
IDEMPOTENCY_KEY = validate.Regexp(
    r"^[\x21-\x7e]{1,200}$", error="Use 1 to 200 printable ASCII characters without spaces."
)
SCALES = ("unit", "percent", "ten", "one_to_ten", "traffic")
LIGHTS = ("red", "yellow", "green")


class NewCheckin(Strict):
    """A value at an instant; `at` (default now) lies within the cycle and not in the future.

    `confidence` is 0 to 1, or a number or light on its `confidence_scale`: a seven of `one_to_ten` is kept as 0.7.
    `status` is the person's own judgement and counts over the computed one. A ratio is given by `numerator` and
    `denominator`; its value follows. A `push` comes with an Idempotency-Key, because machines repeat themselves.
    """

    value = number(load_default=None, allow_none=True)
    confidence = fields.Raw(
        load_default=None,
        allow_none=True,
        metadata={"oneOf": [{"type": "number"}, {"type": "string", "enum": list(LIGHTS)}, {"type": "null"}]},
    )
    confidence_scale = word(SCALES, load_default=None, allow_none=True)
    projection = number(load_default=None, allow_none=True)
    note = text(at_most=LONG_TEXT, load_default="")
    at = fields.AwareDateTime(load_default=None, allow_none=True)
    source = word(("human", "push", "import"), load_default="human")
    status = word(HUMAN_STATUSES, load_default=None, allow_none=True)
    numerator = number(load_default=None, allow_none=True)
    denominator = number(load_default=None, allow_none=True)

    @validates_schema
    def confidence_is_on_its_scale(self, data: dict[str, Any], **_: Any) -> None:
        """Refuse what is no share where no scale is named; on a scale the domain says what fits."""
        given, scale = data.get("confidence"), data.get("confidence_scale")
        if given is not None and scale in (None, "unit"):
            try:
                data["confidence"] = share().deserialize(given)
            except ValidationError as refused:
                raise ValidationError(refused.messages, "confidence") from refused
        elif isinstance(given, bool) or not isinstance(given, int | float | str | None):
            raise ValidationError("Give a number on the scale, or a light.", "confidence")


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
    confidence_scale = word(SCALES, allow_none=True)
    projection = number(allow_none=True)
    note = fields.String()
    author = fields.String(allow_none=True)
    source = word(SOURCES)
    status = word(HUMAN_STATUSES, allow_none=True)
    numerator = number(allow_none=True)
    denominator = number(allow_none=True)
    provenance = fields.String(allow_none=True)
    recorded_at = fields.AwareDateTime(allow_none=True)
