"""What a key result needs beyond baseline and target, in the API: one object whose `type` says which parts it has."""

from typing import Any

from marshmallow import fields, pre_dump, validate

from schemas.api.base import Strict, number, share, text, word

TYPES = ("hold", "band", "milestones", "ratio", "zone")
HOLD_METHODS = ("now", "share", "distance", "average", "sum", "minimum")
COMMITMENTS = ("moonshot", "committed")
MILESTONE_ID = validate.Regexp(r"^[A-Za-z0-9_.-]{1,64}$", error="Use 1 to 64 letters, digits, dots or dashes.")
MOST_PARTS = 100


class Milestone(Strict):
    """One step; `weight` counts, an undated one is due at the end."""

    id = fields.String(required=True, validate=MILESTONE_ID)
    title = text(at_least=1, required=True)
    weight = number(load_default=1.0)
    due_on = fields.Date(load_default=None, allow_none=True)
    done_on = fields.Date(load_default=None, allow_none=True)


class Shape(Strict):
    """`hold` has `method`; `band` has `tolerance`; `milestones` the list; `ratio` `least_denominator` and `factor`;
    `zone` has `stretch` and may have `commit` and `target`.
    """

    type = word(TYPES, required=True)
    method = word(HOLD_METHODS)
    tolerance = number()
    milestones = fields.List(fields.Nested(Milestone), validate=validate.Length(min=1, max=MOST_PARTS))
    least_denominator = number(allow_none=True)
    factor = number()
    stretch = number()
    commit = number(allow_none=True)
    target = number(allow_none=True)

    @pre_dump
    def name_type(self, shape: Any, **_: Any) -> dict[str, Any]:
        """Return the parts that this kind of shape has, and what it is called."""
        parts = {name: getattr(shape, name) for name in self.fields if hasattr(shape, name)}
        return {"type": type(shape).__name__.removesuffix("Shape").lower().replace("milestone", "milestones"), **parts}


class Waypoint(Strict):
    """By the end of `on` the progress should be `progress` (0.0–1.0)."""

    on = fields.Date(required=True)
    progress = share(required=True)


def path(**options: Any) -> fields.List[Any]:
    """Return a field for a planned course; an empty list is the straight line."""
    return fields.List(fields.Nested(Waypoint), validate=validate.Length(max=MOST_PARTS), **options)
