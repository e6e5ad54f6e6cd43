"""When a pass is due on a site. Platform 4, a well-behaved client, 5."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from service.usecases.sweep import PASSES, next_due

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


@given(st.integers(min_value=0, max_value=10**9), st.text(max_size=40))
def test_the_next_instant_is_ahead_and_within_one_interval(later_s: int, key: str) -> None:
    now = NOW + timedelta(seconds=later_s)
    due = next_due(now=now, every=HOUR, key=key)
    assert now < due <= now + HOUR
    assert next_due(now=due, every=HOUR, key=key) == due + HOUR, "the rhythm keeps its phase"


def test_sites_are_spread_over_the_interval() -> None:
    phases = [(next_due(now=NOW, every=HOUR, key=f"site-{i}:full") - NOW) // timedelta(minutes=6) for i in range(400)]
    assert all(20 <= phases.count(tenth) <= 70 for tenth in range(10)), "no tenth of the hour is empty or crowded"


def test_each_pass_has_its_own_name() -> None:
    assert len({each.name for each in PASSES}) == len(PASSES)
