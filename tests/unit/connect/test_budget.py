"""The hour's points: who may still spend, and what the product's own word changes."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest

from connect.errors import Lane, RateLimited
from connect.outbound.budget import Budget, Urgency, spending
from connect.outbound.counters import MemoryCounters
from connect.site import Product


@dataclass
class Clock:
    """An instant that a test moves."""

    at: datetime = datetime(2026, 11, 22, 9, 59, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.at


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def budget(clock: Clock) -> Budget:
    """A thousand points an hour, at most half of them for one site."""
    return Budget(counters=MemoryCounters(), points_per_hour=1000, site_share=0.5, now=clock)


def reserve(budget: Budget, points: int, *, site: str = "s1", product: Product = Product.JIRA) -> None:
    budget.reserve(product=product, site_id=site, points=points)


def refused(action: Callable[[], None]) -> tuple[Lane, float]:
    """Return lane and wait of a refusal."""
    with pytest.raises(RateLimited) as caught:
        action()
    return caught.value.lane, caught.value.retry_after_s


@pytest.mark.parametrize(
    ("urgency", "ceiling"), [(Urgency.BACKGROUND, 600), (Urgency.NORMAL, 850), (Urgency.INTERACTIVE, 1000)]
)
def test_the_last_points_are_kept_for_people_who_wait(budget: Budget, urgency: Urgency, ceiling: int) -> None:
    with spending(urgency):
        for site in range(10):
            reserve(budget, ceiling // 10, site=f"s{site}")
        assert refused(lambda: reserve(budget, 1, site="s-last")) == ("app", 60)


def test_one_site_cannot_starve_the_others(budget: Budget) -> None:
    with spending(Urgency.INTERACTIVE):
        reserve(budget, 500)
        assert refused(lambda: reserve(budget, 1)) == ("site", 60)
        reserve(budget, 500, site="s2")


def test_a_refused_reservation_takes_nothing(budget: Budget) -> None:
    with spending(Urgency.INTERACTIVE):
        refused(lambda: reserve(budget, 501))
        reserve(budget, 500)


def test_the_next_hour_starts_afresh(budget: Budget, clock: Clock) -> None:
    reserve(budget, 400)
    refused(lambda: reserve(budget, 400))
    clock.at += timedelta(minutes=1)
    reserve(budget, 400)


def test_products_have_points_of_their_own(budget: Budget) -> None:
    reserve(budget, 400)
    reserve(budget, 400, product=Product.CONFLUENCE)


def test_what_a_call_really_cost_counts(budget: Budget) -> None:
    reserve(budget, 400)
    budget.settle(product=Product.JIRA, site_id="s1", reserved=400, spent=3)
    reserve(budget, 400)


def test_the_products_word_counts_when_it_is_less(budget: Budget) -> None:
    budget.observe(product=Product.JIRA, site_id="s1", scope="app", left=100)
    with spending(Urgency.INTERACTIVE):
        reserve(budget, 100)
        assert refused(lambda: reserve(budget, 1, site="s2"))[0] == "app"


def test_the_products_word_does_not_count_when_we_know_of_more(budget: Budget) -> None:
    reserve(budget, 400)
    budget.observe(product=Product.JIRA, site_id="s1", scope="app", left=900)
    assert refused(lambda: reserve(budget, 451, site="s2"))[0] == "app"


@pytest.mark.parametrize(("lane", "others_wait"), [("app", True), ("site", False)])
def test_a_closed_lane_makes_no_call_until_its_time(
    budget: Budget, clock: Clock, lane: Lane, others_wait: bool
) -> None:
    budget.close(product=Product.JIRA, site_id="s1", lane=lane, wait_s=90)
    assert refused(lambda: reserve(budget, 1)) == (lane, 90)
    assert not budget.allows(product=Product.JIRA, site_id="s1", points=1)
    assert budget.allows(product=Product.JIRA, site_id="s2", points=1) is not others_wait
    assert budget.allows(product=Product.CONFLUENCE, site_id="s1", points=1)
    clock.at += timedelta(seconds=90)
    reserve(budget, 1)


@pytest.mark.parametrize("lane", ["issue", "endpoint"])
def test_narrow_lanes_do_not_stop_a_site(budget: Budget, lane: Lane) -> None:
    budget.close(product=Product.JIRA, site_id="s1", lane=lane, wait_s=90)
    reserve(budget, 1)


def test_asking_takes_nothing(budget: Budget) -> None:
    assert budget.allows(product=Product.JIRA, site_id="s1", points=425)
    assert not budget.allows(product=Product.JIRA, site_id="s1", points=426)
    reserve(budget, 425)
