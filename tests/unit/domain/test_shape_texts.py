"""Shapes and paths survive their text, and bad text is refused by name."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.domain.model import (
    BandShape,
    HoldMethod,
    HoldShape,
    Milestone,
    MilestoneShape,
    RatioShape,
    Waypoint,
    ZoneShape,
)
from service.domain.shape_texts import (
    ShapeInvalid,
    path_from_text,
    path_text,
    shape_from_data,
    shape_from_text,
    shape_text,
)

numbers = st.floats(allow_nan=False, allow_infinity=False)
dates = st.dates() | st.none()
steps = st.builds(Milestone, id=st.text(), title=st.text(), weight=numbers, due_on=dates, done_on=dates)
shapes = st.one_of(
    st.none(),
    st.builds(HoldShape, method=st.sampled_from(HoldMethod)),
    st.builds(BandShape, tolerance=numbers),
    st.builds(MilestoneShape, milestones=st.lists(steps, max_size=4).map(tuple)),
    st.builds(RatioShape, least_denominator=numbers | st.none(), factor=numbers),
    st.builds(ZoneShape, stretch=numbers, commit=numbers | st.none(), target=numbers | st.none()),
)


@given(shapes)
def test_a_shape_survives_its_text(shape):
    assert shape_from_text(text=shape_text(shape=shape)) == shape


@given(st.lists(st.builds(Waypoint, on=st.dates(), progress=numbers), max_size=4).map(tuple))
def test_a_path_survives_its_text(path):
    assert path_from_text(text=path_text(path=path)) == path


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "not JSON"),
        ("[]", "JSON object"),
        ('{"type": "spiral"}', "no shape 'spiral'"),
        ("{}", "hold, band, milestones, ratio, zone"),
        ('{"type": "zone"}', "'stretch'"),
        ('{"type": "hold", "method": "firmly"}', "firmly"),
        ('{"type": "band", "tolerance": "wide"}', "wide"),
        ('{"type": "milestones", "milestones": [{"id": "a"}]}', "'title'"),
        ('{"type": "milestones", "milestones": 5}', "cannot be read"),
        ('{"type": "milestones", "milestones": [{"id": 1, "title": 2, "due_on": "soon"}]}', "soon"),
    ],
)
def test_a_bad_shape_is_refused_by_name(text, message):
    with pytest.raises(ShapeInvalid, match=message) as refused:
        shape_from_text(text=text)
    assert refused.value.field == "shape"


def test_dates_may_be_left_out():
    found = shape_from_data(
        data={"type": "milestones", "milestones": [{"id": "a", "title": "b", "due_on": "2026-01-02"}]}
    )
    assert found == MilestoneShape(milestones=(Milestone(id="a", title="b", due_on=date(2026, 1, 2)),))


@pytest.mark.parametrize(
    ("shape", "text"),
    [
        (HoldShape(method=HoldMethod.MINIMUM), '{"method": "minimum", "type": "hold"}'),
        (BandShape(tolerance=0.5), '{"tolerance": 0.5, "type": "band"}'),
        (ZoneShape(stretch=9.0), '{"commit": null, "stretch": 9.0, "target": null, "type": "zone"}'),
        (RatioShape(), '{"factor": 100.0, "least_denominator": null, "type": "ratio"}'),
    ],
)
def test_the_text_of_each_kind(shape, text):
    assert shape_text(shape=shape) == text
    assert shape_from_text(text=text) == shape
