"""Sufficiency in the API: driver formulas, their verdict, the coverage matrix and votes."""

from marshmallow import fields, validate

from schemas.api.base import LONG_TEXT, Strict, identifier, number, text, word

SUFFICIENCY_VERDICTS = ("sufficient", "counter_example", "cannot_tell")
ASPECTS = ("quantity", "quality", "cost", "speed", "customer", "risk")
MOST_DRIVERS = 50


class Driver(Strict):
    """What is known of a name in the formula: held by a key result, its lowest and highest value, or a baseline.

    Units: figures in `unit` (a percentage as 0–100); in the formula itself a percentage is a share, 5 % is 0.05.
    """

    name = text(at_least=1, at_most=64, required=True)
    key_result_id = identifier(load_default=None, allow_none=True)
    baseline = number(load_default=None, allow_none=True)
    lowest = number(load_default=None, allow_none=True)
    highest = number(load_default=None, allow_none=True)
    unit = text(at_most=64, load_default="")


class SuccessStatement(Strict):
    """When the objective counts as reached: steps and conditions parted by `;`. Null takes the formula back."""

    formula = text(at_most=2000, required=True, allow_none=True)
    drivers = fields.List(fields.Nested(Driver), load_default=list, validate=validate.Length(max=MOST_DRIVERS))


class SuccessCondition(Strict):
    """The stated formula."""

    formula = fields.String()
    drivers = fields.List(fields.Nested(Driver))
    stated_by = fields.String(allow_none=True)
    stated_at = fields.AwareDateTime(allow_none=True)


class Setting(Strict):
    """A driver's value in a counter-example; `held_by` is the title of the key result that holds it."""

    name = fields.String()
    value = fields.Float()
    unit = fields.String()
    held_by = fields.String(allow_none=True)
    words = fields.String()


class CounterExample(Strict):
    """Values with which every key result is reached and `condition` fails."""

    settings = fields.List(fields.Nested(Setting))
    condition = fields.String()
    words = fields.String()


class Proof(Strict):
    """What the formula says. `missing` names the drivers nothing is known of."""

    verdict = word(SUFFICIENCY_VERDICTS)
    words = fields.String()
    counter_example = fields.Nested(CounterExample, allow_none=True)
    missing = fields.List(fields.String())
    assumptions = fields.List(fields.String())


class CoverageCell(Strict):
    """The key results that look at one side of the objective."""

    aspect = word(ASPECTS)
    is_leading = fields.Boolean()
    key_result_ids = fields.List(fields.String())


class Coverage(Strict):
    """Which sides are looked at. `basis` is always `judgement`: this proves nothing."""

    basis = fields.String()
    cells = fields.List(fields.Nested(CoverageCell))
    uncovered = fields.List(fields.String())
    remarks = fields.List(fields.String())
    can_fail = fields.Integer()
    cannot_fail = fields.Integer()
    is_insufficient = fields.Boolean()


class NewSufficiencyVote(Strict):
    """Can all key results be reached while the objective fails?"""

    can_fail = fields.Boolean(required=True)
    reason = text(at_most=LONG_TEXT, load_default="")


class SufficiencyVote(Strict):
    """One person's answer."""

    by = fields.String()
    can_fail = fields.Boolean()
    reason = fields.String()
    at = fields.AwareDateTime(allow_none=True)


class Sufficiency(Strict):
    """Whether an objective's key results suffice: `proof` from a formula (null without one), `coverage` as a judgement."""

    condition = fields.Nested(SuccessCondition, allow_none=True)
    proof = fields.Nested(Proof, attribute="sufficiency", allow_none=True)
    coverage = fields.Nested(Coverage)
    votes = fields.List(fields.Nested(SufficiencyVote))
