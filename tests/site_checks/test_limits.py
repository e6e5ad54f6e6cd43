"""Points, bursts and writes per issue, with the headers an app must read. Source: platform.md section 4."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from tests.site.buckets import HourlyPoints, IssueWrites, TokenBucket
from tests.site_checks.conftest import Wired

_NOON = datetime(2026, 11, 22, 12, 30, tzinfo=UTC)


def _spent(wired: Wired, method: str, path: str, body: Any = None) -> int:
    before = wired.site.limits.points.total
    assert wired.call(method, path, body=body).status_code < 400
    return wired.site.limits.points.total - before


@pytest.mark.parametrize(
    ("method", "path", "body", "points"),
    [
        ("GET", "/rest/api/3/issue/DEMO-1", None, 2),
        ("PUT", "/rest/api/3/issue/DEMO-1", {"fields": {"summary": "x"}}, 1),
        ("GET", "/rest/api/3/user?accountId=5f-ben", None, 3),
        ("POST", "/rest/api/3/search/jql", {"jql": "key in (DEMO-1, DEMO-2, DEMO-3)"}, 4),
        ("POST", "/rest/api/3/issue/bulkfetch", {"issueIdsOrKeys": ["DEMO-1", "DEMO-2"]}, 3),
        ("GET", "/rest/api/3/project/search", None, 2),
    ],
)
def test_points(wired: Wired, method: str, path: str, body: Any, points: int) -> None:
    assert _spent(wired, method, path, body) == points


def test_the_quota_is_a_wall_until_the_top_of_the_hour(wired: Wired) -> None:
    wired.control("limits", {"points_per_hour": 100, "used": 70})
    reply = wired.call("GET", "/rest/api/3/myself")
    assert reply.headers["RateLimit-Policy"] == '"global-app-quota";q=100;w=3600'
    assert "RateLimit" not in reply.headers
    wired.control("limits", {"used": 90})
    reply = wired.call("GET", "/rest/api/3/myself")
    assert reply.headers["RateLimit"].startswith('"global-app-quota";r=7;t=')
    assert reply.headers["X-RateLimit-NearLimit"] == "true"
    wired.control("limits", {"used": 100})
    reply = wired.call("GET", "/rest/api/3/myself")
    assert reply.status_code == 429
    assert reply.headers["RateLimit-Reason"] == "jira-quota-global-based"
    assert 0 < int(reply.headers["Retry-After"]) <= 3600


def test_headers_carry_beta_until_enforced(wire: Any) -> None:
    reply = wire(beta_headers=True).call("GET", "/rest/api/3/myself")
    assert "Beta-RateLimit-Policy" in reply.headers
    assert "RateLimit-Policy" not in reply.headers


def test_twenty_writes_of_one_issue_in_two_seconds(wired: Wired) -> None:
    paths = ["/rest/api/3/issue/DEMO-1/properties/p", "/rest/api/3/issue/10000/properties/p"]
    statuses = [wired.call("PUT", paths[n % 2], body={"n": n}).status_code for n in range(21)]
    assert statuses[:20] == [201] + [200] * 19
    assert statuses[20] == 429
    assert wired.call("PUT", "/rest/api/3/issue/DEMO-2/properties/p", body=1).status_code == 201
    wired.control("clock", {"seconds": 3})
    assert wired.call("PUT", paths[0], body=1).status_code == 200


def test_bursts_are_per_method_and_endpoint(wire: Any) -> None:
    wired: Wired = wire(burst_read_per_s=3)
    replies = [wired.call("GET", "/rest/api/3/serverInfo") for _ in range(30)]
    refused = [reply for reply in replies if reply.status_code == 429]
    assert refused
    assert refused[0].headers["RateLimit-Reason"] == "jira-burst-based"
    assert refused[0].headers["Retry-After"] == "1"
    assert wired.call("GET", "/rest/api/3/myself").status_code == 200


@pytest.mark.parametrize(
    ("fault", "status", "reason"),
    [
        ("429-burst:1", 429, "jira-burst-based"),
        ("429-quota:1", 429, "jira-quota-global-based"),
        ("503:1", 503, None),
        ("html-200:1", 200, None),
    ],
)
def test_faults_strike_the_given_number_of_times(wired: Wired, fault: str, status: int, reason: str | None) -> None:
    wired.control("faults", {"add": [fault]})
    first, second = (wired.call("GET", "/rest/api/3/myself") for _ in range(2))
    assert (first.status_code, first.headers.get("RateLimit-Reason")) == (status, reason)
    assert "application/json" not in first.headers["Content-Type"] or status == 429
    assert second.json()["accountType"] == "app"


def test_the_counters_alone() -> None:
    points = HourlyPoints(100)
    points.add(60, _NOON)
    assert points.at(_NOON.replace(minute=59)) == 60
    assert points.at(_NOON.replace(hour=13, minute=0)) == 0
    bucket = TokenBucket(2, 2.0, 0.0)
    assert [bucket.take(0.0) for _ in range(3)] == [True, True, False]
    assert bucket.take(0.5)
    writes = IssueWrites()
    assert all(writes.wait_s("1", n * 0.05) == 0 for n in range(20))
    assert writes.wait_s("1", 1.0) == pytest.approx(1.0)
    assert writes.wait_s("1", 2.0) == 0
    slow = IssueWrites()
    assert sum(slow.wait_s("1", n * 0.2) == 0 for n in range(150)) == 100
