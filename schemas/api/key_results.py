"""Key results in the API."""

from marshmallow import fields, validate

from schemas.api.base import LONG_TEXT, Strict, account, finite, identifier, number, share, text, word
from schemas.api.because import Because
from schemas.api.initiatives import ISSUE
from schemas.api.shapes import COMMITMENTS, Shape, Waypoint, path

DIRECTIONS = (
    "increase",
    "decrease",
    "stay_above",
    "stay_below",
    "between",
    "binary",
    "milestones",
    "ratio",
    "zone",
)
TRACKERS = ("field", "jql", "initiatives", "push", "manual")
OWNER_STATES = ("unchecked", "ok", "missing", "inactive", "unknown", "cannot_see")
STATES = ("active", "cancelled")
FIELD = validate.Regexp(r"^customfield_\d+$", error="Give the id of a number field, e.g. customfield_10042.")
METHODS = ("count", "points", "category_weights", "sum", "average", "min", "max", "share")


def _weight(**options: object) -> fields.Float:
    positive = validate.Range(min=0, min_inclusive=False, error="Give a weight above 0.")
    return fields.Float(validate=[finite, positive], **options)  # type: ignore[arg-type]


class Tracked(Strict):
    """Where a value comes from.

    `field` binds an existing number field of the epic instead of the next free slot. `tracker_method` is `count`, `points` or
    `category_weights` of initiatives; `count`, `sum`, `average`, `min`, `max` (of `jql_field`) or `share` (of `jql_denominator`)
    of a query. `issue` and `issue_field` read a number of another issue.
    """

    tracker_kind = word(TRACKERS, load_default="field")
    tracker_method = word(METHODS, load_default=None, allow_none=True)
    jql = text(at_least=1, at_most=LONG_TEXT, load_default=None, allow_none=True)
    jql_field = fields.String(load_default=None, allow_none=True, validate=FIELD)
    jql_denominator = text(at_least=1, at_most=LONG_TEXT, load_default=None, allow_none=True)
    issue = fields.String(load_default=None, allow_none=True, validate=ISSUE)
    issue_field = fields.String(load_default=None, allow_none=True, validate=FIELD)
    field = fields.String(load_default=None, allow_none=True, validate=FIELD)


class NewKeyResult(Tracked):
    """What adds a key result. Numbers are in `unit`; a percentage is 0–100; `confidence` 0.0–1.0."""

    title = text(at_least=1, required=True)
    direction = word(DIRECTIONS, load_default="increase")
    baseline = number(load_default=None, allow_none=True)
    target = number(load_default=None, allow_none=True)
    unit = text(at_most=32, load_default="")
    lower = number(load_default=None, allow_none=True)
    upper = number(load_default=None, allow_none=True)
    weight = _weight(load_default=1.0)
    owner = account(load_default=None, allow_none=True)
    confidence = share(load_default=None, allow_none=True)
    starts_on = fields.Date(load_default=None, allow_none=True)
    due_on = fields.Date(load_default=None, allow_none=True)
    shape = fields.Nested(Shape, load_default=None, allow_none=True)
    path = path(load_default=list)
    commitment = word(COMMITMENTS, load_default=None, allow_none=True)


class KeyResultChange(Because):
    """What may change about a key result; absent fields stay. A promise of a running cycle changes only with a reason."""

    title = text(at_least=1)
    direction = word(DIRECTIONS)
    baseline = number(allow_none=True)
    target = number(allow_none=True)
    unit = text(at_most=32)
    lower = number(allow_none=True)
    upper = number(allow_none=True)
    weight = _weight()
    confidence = share(allow_none=True)
    starts_on = fields.Date(allow_none=True)
    due_on = fields.Date(allow_none=True)
    shape = fields.Nested(Shape, allow_none=True)
    path = path()
    commitment = word(COMMITMENTS, allow_none=True)


class TrackerChange(Tracked, Because):
    """The whole tracker anew: what is left out, it no longer has. In a running cycle it changes only with a reason."""

    tracker_kind = word(TRACKERS, required=True)


class Owner(Because):
    """The one accountable person. Another one in a running cycle needs a reason."""

    account_id = account(required=True)


class Tracker(Strict):
    """Where the value comes from and which Jira field shows it."""

    kind = word(TRACKERS)
    slot = fields.Integer(allow_none=True)
    field_id = fields.String(allow_none=True)
    method = fields.String(allow_none=True)
    jql = fields.String(allow_none=True)
    jql_field = fields.String(allow_none=True)
    jql_denominator = fields.String(allow_none=True)
    issue_id = fields.String(allow_none=True)
    issue_field_id = fields.String(allow_none=True)


class KeyResult(Strict):
    """A measurable outcome."""

    id = identifier()
    objective_id = identifier()
    title = fields.String()
    direction = word(DIRECTIONS)
    baseline = number(allow_none=True)
    target = number(allow_none=True)
    unit = fields.String()
    lower = number(allow_none=True)
    upper = number(allow_none=True)
    weight = fields.Float()
    owner = fields.String(allow_none=True)
    owner_state = word(OWNER_STATES)
    confidence = share(allow_none=True)
    starts_on = fields.Date(allow_none=True)
    due_on = fields.Date(allow_none=True)
    tracker = fields.Nested(Tracker)
    shape = fields.Nested(Shape, allow_none=True)
    path = fields.List(fields.Nested(Waypoint))
    commitment = word(COMMITMENTS, allow_none=True)
    is_enabler = fields.Boolean()
    state = word(STATES)
    position = fields.Integer()
