"""What a person says instead of a value: two numbers of a ratio, milestones that are done. Requirements 3.1."""

from datetime import date

import pytest

from service.domain.model import Direction, Milestone, MilestoneShape
from service.domain.said_values import MilestoneUnknown, RatioIncomplete, milestones_done, with_ratio
from tests.unit.domain.make import checkin, key_result

RATIO = key_result(direction=Direction.RATIO, baseline=0, target=100)
STEPS = key_result(
    direction=Direction.MILESTONES,
    baseline=None,
    target=None,
    shape=MilestoneShape(
        milestones=(Milestone(id="a", title="Draft", weight=1), Milestone(id="b", title="Launch", weight=3))
    ),
)
TODAY = date(2026, 11, 1)


def test_two_numbers_make_the_value():
    assert with_ratio(checkin=checkin(value=None, numerator=30, denominator=40), key_result=RATIO).value == 75
    assert with_ratio(checkin=checkin(value=75.0, numerator=30, denominator=40), key_result=RATIO).value == 75


def test_what_is_no_ratio_stays():
    said = checkin(value=5.0, numerator=30, denominator=None)
    assert with_ratio(checkin=said, key_result=key_result()) is said
    plain = checkin(value=5.0)
    assert with_ratio(checkin=plain, key_result=RATIO) is plain


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ({"numerator": 30}, "denominator"),
        ({"denominator": 40}, "numerator"),
        ({"numerator": 30, "denominator": 0}, "denominator"),
        ({"numerator": 30, "denominator": 40, "value": 80.0}, "value"),
    ],
)
def test_half_a_ratio_is_refused_by_name(words, field):
    with pytest.raises(RatioIncomplete) as refused:
        with_ratio(checkin=checkin(**{"value": None, **words}), key_result=RATIO)
    assert refused.value.field == field


@pytest.mark.parametrize(
    ("done", "value", "words"),
    [((), 0.0, "none"), (("a",), 25.0, "Draft"), (("b", "a"), 100.0, "Draft, Launch")],
)
def test_milestones_that_are_done_make_the_value(done, value, words):
    assert milestones_done(key_result=STEPS, done=done, on=TODAY) == (value, f"milestones done: {words}")


@pytest.mark.parametrize(("row", "said"), [(STEPS, "There are: a, b"), (RATIO, "not measured by milestones")])
def test_an_unknown_milestone_is_refused(row, said):
    with pytest.raises(MilestoneUnknown, match=said):
        milestones_done(key_result=row, done=("z",), on=TODAY)
