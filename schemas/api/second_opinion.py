"""The second opinion in the API: verdicts of all doctrines and the edits that flip them."""

from marshmallow import fields

from schemas.api.base import Strict, identifier, word

SEVERITIES = ("error", "warning", "info")
EDITS = (
    "add_owner", "state_confidence", "mark_committed", "mark_moonshot", "request_waiver", "drop_key_result", "drop_objective",
)  # fmt: skip


class SecondOpinionQuery(Strict):
    """Whose set: a team's in a cycle."""

    cycle_id = identifier(required=True)
    team_id = identifier(required=True)


class SetFinding(Strict):
    """What a rule says; `subject_id` is an objective or key result, empty for the whole set. An error fails the doctrine."""

    rule = fields.String()
    severity = word(SEVERITIES)
    message = fields.String()
    way_out = fields.String()
    source = fields.String()
    subject_id = fields.String()


class Opinion(Strict):
    """One doctrine's verdict."""

    preset = fields.String()
    name = fields.String()
    passes = fields.Boolean()
    words = fields.String()
    findings = fields.List(fields.Nested(SetFinding))


class Disagreement(Strict):
    """A rule over which the doctrines part."""

    rule = fields.String()
    subject_id = fields.String()
    fails = fields.List(fields.String())
    passes = fields.List(fields.String())


class Edit(Strict):
    """One edit to an objective or key result."""

    kind = word(EDITS)
    subject_id = fields.String()


class Flip(Strict):
    """The fewest edits after which the set passes `presets`."""

    presets = fields.List(fields.String())
    edits = fields.List(fields.Nested(Edit))
    words = fields.String()


class SecondOpinion(Strict):
    """The verdict matrix. `flip_all` satisfies every doctrine, null where three edits are not enough."""

    binding = fields.String()
    opinions = fields.List(fields.Nested(Opinion))
    disagreements = fields.List(fields.Nested(Disagreement))
    dissents = fields.List(fields.Nested(Opinion))
    flips = fields.List(fields.Nested(Flip))
    flip_all = fields.Nested(Flip, allow_none=True)
