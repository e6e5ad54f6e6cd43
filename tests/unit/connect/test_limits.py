"""What refusals say about waiting, as documented and as seen live. Source: platform 4."""

from datetime import UTC, datetime

import pytest

from connect.errors import Lane
from connect.outbound.limits import lane, points_left, wait_s

NOW = datetime(2026, 3, 26, 15, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"Retry-After": "17"}, 17),
        ({"Retry-After": "17", "X-RateLimit-Reset": "2026-03-26T16:00Z"}, 17),
        ({"Retry-After": "Thu, 26 Mar 2026 15:31:00 GMT"}, 60),
        ({"Retry-After": "soon", "X-RateLimit-Reset": "2026-03-26T15:32:00Z"}, 120),
        ({"X-RateLimit-Reset": "2026-03-26T16:00Z"}, 1800),
        ({"X-RateLimit-Reset": "2026-03-26T16:00:00.000+01:00"}, 1),
        ({"RateLimit": '"global-app-quota";r=0;t=600'}, 600),
        ({"Beta-RateLimit": '"jira-burst-based";r=5;t=1, "global-app-quota";r=0;t=90'}, 90),
        ({"Retry-After": "0"}, 1),
        ({"Retry-After": "-5"}, 1),
        ({"Retry-After": "nan"}, 5),
        ({"Retry-After": "86400"}, 3600),
        ({"X-RateLimit-Reset": "later"}, 5),
        ({}, 5),
    ],
)
def test_how_long_to_wait(headers: dict[str, str], seconds: float) -> None:
    assert wait_s(headers, now=NOW) == seconds


@pytest.mark.parametrize(
    ("reason", "waiting_s", "closed"),
    [
        ("jira-per-issue-on-write", 2, "issue"),
        ("jira-burst-based", 1, "endpoint"),
        ("jira-max-concurrent-threads-per-tenant", 1, "endpoint"),
        ("jira-quota-tenant-based", 900, "site"),
        ("confluence-quota-tenant-based", 900, "site"),
        ("jira-quota-global-based", 900, "app"),
        ("confluence-quota-global-based", 900, "app"),
        ("conf-global-based", 900, "app"),
        ("jira-cost-based", 900, "app"),
        ("something-new", 5, "endpoint"),
        ("something-new", 900, "site"),
        ("", 5, "endpoint"),
    ],
)
def test_which_lane_waits(reason: str, waiting_s: float, closed: Lane) -> None:
    assert lane({"RateLimit-Reason": reason} if reason else {}, wait_s=waiting_s) == closed


@pytest.mark.parametrize(
    ("headers", "left"),
    [
        ({"RateLimit": '"global-app-quota";r=11000;t=600'}, {"app": 11000}),
        ({"Beta-RateLimit": '"jira-burst";r=3;t=1,"tenant-app-quota";r=70;t=9'}, {"site": 70}),
        ({"RateLimit": '"global-app-quota";r=9, "global-app-quota";r=8'}, {"app": 8}),
        ({"RateLimit-Policy": '"global-app-quota";q=65000;w=3600'}, {}),
        ({"RateLimit": "nonsense"}, {}),
        ({}, {}),
    ],
)
def test_what_is_left(headers: dict[str, str], left: dict[str, int]) -> None:
    assert points_left(headers) == left
