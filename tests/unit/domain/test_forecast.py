"""Forecasts: right on courses whose end is known, and silent where too little is. Source: requirements 3.5, 3.7."""

import random
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.domain.forecast import (
    Forecast,
    Landed,
    Method,
    TooLittle,
    last_speed,
    outlook,
    owner_projection,
    theil_sen,
)
from service.domain.forecast.owner import PUBLIC_RECORD
from service.domain.model import Direction
from service.domain.pace import Span
from tests.unit.domain.make import ENDS_ON, STARTS_ON, at, checkin, key_result

SPAN = Span(STARTS_ON, ENDS_ON)
END = SPAN.ends_at


def course(*progresses, every_days=7):
    return [(SPAN.starts_at + timedelta(days=every_days * n), p) for n, p in enumerate(progresses)]


STEADY = course(0.0, 0.07, 0.14, 0.21, 0.28, 0.35)  # one percent a day: 1.0 after 100 days


@pytest.mark.parametrize("family", [theil_sen, last_speed])
def test_a_steady_course_lands_where_it_points(family):
    found = family(course=STEADY, ends_at=END, good=0.7)
    assert isinstance(found, Forecast)
    assert found.final == pytest.approx(1.0)
    assert found.low <= found.final <= found.high
    assert 0.95 < found.probability <= 0.99


@pytest.mark.parametrize("family", [theil_sen, last_speed])
def test_a_course_that_ends_at_the_good_score_is_a_toss_up(family):
    half = [(when, progress * 0.7) for when, progress in STEADY]
    assert family(course=half, ends_at=END, good=0.7).probability == pytest.approx(0.5, abs=0.01)


@pytest.mark.parametrize("family", [theil_sen, last_speed])
def test_a_course_that_stands_still_stays(family):
    found = family(course=course(0.3, 0.3, 0.3, 0.3, 0.3), ends_at=END, good=0.7)
    assert found.final == pytest.approx(0.3)
    assert found.probability == pytest.approx(0.01)


def test_one_odd_checkin_does_not_bend_the_whole_course():
    odd = [*STEADY[:2], (STEADY[2][0], 0.9), *STEADY[3:]]
    assert theil_sen(course=odd, ends_at=END, good=0.7).final == pytest.approx(1.0, abs=0.05)


def test_the_last_speed_forgets_the_beginning():
    bent = course(0.0, 0.2, 0.4, 0.4, 0.4, 0.4)
    assert last_speed(course=bent, ends_at=END, good=0.7).final == pytest.approx(0.4)
    assert theil_sen(course=bent, ends_at=END, good=0.7).final > 0.4


@pytest.mark.parametrize(
    ("family", "points"),
    [
        (theil_sen, STEADY[:4]),
        (theil_sen, []),
        (theil_sen, [(END, 0.1)] * 6),
        (last_speed, STEADY[:3]),
        (last_speed, []),
        (last_speed, [(END, 0.1)] * 6),
    ],
)
def test_too_little_data_is_said(family, points):
    found = family(course=points, ends_at=END, good=0.7)
    assert isinstance(found, TooLittle)
    assert "check-ins" in found.reason


def test_after_the_end_the_last_value_stands():
    late = [(when + timedelta(days=200), progress) for when, progress in STEADY]
    assert last_speed(course=late, ends_at=END, good=0.7).final == pytest.approx(0.35)
    assert theil_sen(course=late, ends_at=END, good=0.7).final == pytest.approx(0.35)


def test_the_interval_holds_what_it_promises():
    """Eight of ten noisy courses must end inside the 80 % interval, within what 300 draws allow."""
    draw = random.Random(7)
    inside = 0
    for _ in range(300):
        truth = draw.uniform(0.002, 0.008)
        points = [(when, truth * 7 * n + draw.gauss(0, 0.02)) for n, (when, _) in enumerate(course(*[0] * 8))]
        found = theil_sen(course=points, ends_at=END, good=0.7)
        inside += found.low <= truth * 100 + draw.gauss(0, 0.02) <= found.high
    assert 0.7 <= inside / 300 <= 0.97


@given(st.lists(st.floats(-0.5, 1.5), min_size=5, max_size=12), st.floats(0.1, 0.9), st.floats(0.1, 0.9))
def test_a_higher_bar_is_never_likelier(progresses, one, other):
    lower, higher = sorted((one, other))
    for family in (theil_sen, last_speed):
        easy = family(course=course(*progresses), ends_at=END, good=lower)
        hard = family(course=course(*progresses), ends_at=END, good=higher)
        assert hard.probability <= easy.probability
        assert 0 <= easy.low <= easy.final <= easy.high <= 1


@pytest.mark.parametrize(
    ("projected", "final", "probability"),
    [
        (1.0, 0.875, 21.5 / 25),
        (0.95, 0.875, 21.5 / 25),
        (0.8, 0.633, 9.5 / 19),
        (0.5, 0.430, 3.5 / 11),
        (0.1, 0.086, 0.5 / 15),
        (-0.2, 0.086, 0.5 / 15),
    ],
)
def test_an_owners_projection_is_worth_what_such_projections_were(projected, final, probability):
    """Requirements 3.7: 0.95-1.0 → 0.88 (n = 24), 0.65-0.95 → 0.63 (18), 0.35-0.65 → 0.43 (10), < 0.35 → 0.09 (14)."""
    found = owner_projection(projected=projected, good=0.7)
    assert (found.final, found.probability) == (pytest.approx(final), pytest.approx(probability))
    assert found.low <= found.final <= found.high


def test_the_public_record_counts_66_key_results_half_of_them_good():
    assert sum(each.number for each in PUBLIC_RECORD) == 66
    assert sum(each.good for each in PUBLIC_RECORD) == 33


def test_a_teams_own_record_takes_over_as_it_grows():
    missed = [Landed(projected=1.0, final=0.3)] * 10
    alone = owner_projection(projected=1.0, good=0.7)
    some = owner_projection(projected=1.0, good=0.7, own_record=missed[:2])
    many = owner_projection(projected=1.0, good=0.7, own_record=missed)
    assert alone.probability > some.probability > many.probability
    assert many.probability == pytest.approx(10 * (21.5 / 25) / 20)
    assert (many.low, many.high, many.basis) == (pytest.approx(0.45), pytest.approx(0.65), 34)
    assert many.final == pytest.approx((0.875 + 0.3) / 2)
    assert some.low < alone.low
    assert owner_projection(projected=0.2, good=0.7, own_record=missed).basis == 14


def steady_checkins(**last):
    rows = [checkin(at=when, value=100 * progress) for when, progress in STEADY]
    return [*rows[:-1], checkin(at=STEADY[-1][0], value=35.0, **last)]


def test_the_owner_is_heard_first_then_the_course():
    said = outlook(
        key_result=key_result(), checkins=steady_checkins(projection=80.0), span=SPAN, now=at(2, 20), good=0.7
    )
    assert [each.method for each in said.answers] == [Method.OWNER, Method.THEIL_SEN, Method.LAST_SPEED]
    assert said.best is said.answers[0]
    silent = outlook(key_result=key_result(), checkins=steady_checkins(), span=SPAN, now=at(2, 20), good=0.7)
    assert isinstance(silent.answers[0], TooLittle)
    assert silent.best is silent.answers[1]


def test_nothing_is_said_from_nothing_or_from_the_future():
    for now, rows in ((at(1, 1), steady_checkins()), (at(2, 20), [])):
        assert outlook(key_result=key_result(), checkins=rows, span=SPAN, now=now, good=0.7).best is None


@pytest.mark.parametrize("direction", [Direction.STAY_ABOVE, Direction.BETWEEN, Direction.BINARY])
def test_what_has_no_course_is_not_carried_on(direction):
    found = outlook(
        key_result=key_result(direction=direction), checkins=steady_checkins(), span=SPAN, now=at(2, 20), good=0.7
    )
    assert found.best is None
    assert all("no course" in each.reason for each in found.answers[1:])
