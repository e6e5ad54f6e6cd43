"""Rate limits on the wire: the three refusals, their headers, and faults that imitate them.

Not here: the counting (`buckets.py`). Browser calls are free; API tokens know bursts only. Source: platform.md 4.
"""

from __future__ import annotations

import math
import time
from datetime import timedelta
from typing import TYPE_CHECKING

from flask import Flask, Response, g, make_response, request

from tests.site.auth import is_rest, product_of
from tests.site.buckets import HourlyPoints, IssueWrites, TokenBucket, next_hour
from tests.site.wire import Refused

if TYPE_CHECKING:
    from tests.site.state import Site

# Endpoints with half as much again as the common 100 a second.
_FASTER = ("/issue/<issue_ref>", "/issue/<issue_ref>/changelog", "/search/approximate-count")
_WRITES = ("POST", "PUT", "DELETE")


class Limits:
    """Hold the site's counters."""

    def __init__(self, *, points_per_hour: int) -> None:
        self.points = HourlyPoints(points_per_hour)
        self.bursts: dict[tuple[str, str], TokenBucket] = {}
        self.issue_writes = IssueWrites()
        self.refused: dict[str, int] = {}


def install(app: Flask, site: Site) -> None:
    """Refuse calls beyond a limit, charge the others, and tell the state in headers."""

    @app.before_request
    def _check() -> Response | None:
        if site.config.latency_ms and is_rest(request.path):
            time.sleep(site.config.latency_ms / 1000)
        if g.get("caller") not in ("app", "token"):
            return None
        if site.faults.strikes("slow"):
            time.sleep(2.0)
        if site.faults.strikes("503"):
            return make_response("upstream connect error or disconnect/reset before headers", 503)
        if site.faults.strikes("html-200"):
            return make_response("<!doctype html><title>Log in</title><p>We are checking your browser.", 200)
        _check_burst(site)
        if g.caller == "app":
            _check_points(site)
        _check_issue(site)
        return None

    @app.after_request
    def _charge(response: Response) -> Response:
        if g.get("caller") in ("app", "token"):
            with site.lock:
                if g.caller == "app" and response.status_code != 429:
                    # Views that read say how many objects they gave; a write is one flat point.
                    site.limits.points.add(1 + g.get("points", 0), site.clock.now())
                _headers(site, response)
        return response


def _endpoint() -> str:
    return str(request.url_rule) if request.url_rule else request.path


def _bucket(site: Site) -> TokenBucket:
    rate = site.config.burst_read_per_s
    if request.method in ("PUT", "DELETE"):
        rate = site.config.burst_write_per_s
    elif _endpoint().endswith(_FASTER):
        rate = rate * 3 // 2
    key = (request.method, _endpoint())
    return site.limits.bursts.setdefault(key, TokenBucket(rate, float(rate), time.monotonic()))


def _check_burst(site: Site) -> None:
    with site.lock:
        allowed = _bucket(site).take(time.monotonic())
    if not allowed or site.faults.strikes("429-burst"):
        raise _too_many(site, f"{product_of(request.path)}-burst-based", 1.0)


def _check_points(site: Site) -> None:
    now = site.clock.now()
    with site.lock:
        spent = site.limits.points.at(now) >= site.limits.points.quota
    if spent or site.faults.strikes("429-quota"):
        # A fault must not stop a demo for the rest of the hour.
        wait_s = (next_hour(now) - now).total_seconds() if spent else 5.0
        prefix = "confluence" if product_of(request.path) == "confluence" else "jira"
        raise _too_many(site, f"{prefix}-quota-global-based", wait_s)


def _check_issue(site: Site) -> None:
    written = (request.view_args or {}).get("issue_ref")
    if written is None or request.method not in _WRITES:
        return
    with site.lock:
        issue = site.jira.find(str(written))
        wait_s = site.limits.issue_writes.wait_s(issue.id, site.clock.epoch_s()) if issue else 0.0
    if wait_s or site.faults.strikes("429-issue"):
        raise _too_many(site, "jira-per-issue-on-write", wait_s or 2.0)


def _too_many(site: Site, reason: str, wait_s: float) -> Refused:
    site.limits.refused[reason] = site.limits.refused.get(reason, 0) + 1
    reset = site.clock.now() + timedelta(seconds=wait_s)
    return Refused(
        429,
        "Rate limit exceeded.",
        headers={
            "Retry-After": str(max(1, math.ceil(wait_s))),
            "RateLimit-Reason": reason,
            "X-RateLimit-Remaining": "0",
            "X-RateLimit-Reset": _reset_text(reset),
        },
    )


def _headers(site: Site, response: Response) -> None:
    now = site.clock.now()
    prefix = "Beta-" if site.config.beta_headers else ""
    bucket = _bucket(site)
    response.headers.setdefault("X-RateLimit-Limit", str(bucket.rate))
    response.headers.setdefault("X-RateLimit-Remaining", str(int(bucket.left)))
    response.headers.setdefault("X-RateLimit-Reset", _reset_text(now + timedelta(seconds=1)))
    if g.caller != "app":
        return
    points = site.limits.points
    left, seconds = points.quota - points.at(now), int((next_hour(now) - now).total_seconds())
    response.headers[f"{prefix}RateLimit-Policy"] = f'"global-app-quota";q={points.quota};w=3600'
    if left < points.quota / 5:
        # Below four fifths of the quota an app cannot see its own consumption.
        response.headers[f"{prefix}RateLimit"] = f'"global-app-quota";r={max(0, left)};t={seconds}'
        response.headers["X-RateLimit-NearLimit"] = "true"
    elif bucket.left < bucket.rate / 5:
        response.headers["X-RateLimit-NearLimit"] = "true"


def _reset_text(moment: object) -> str:
    # Atlassian leaves the seconds out now and then; so does this site when they are zero.
    text = f"{moment:%Y-%m-%dT%H:%M:%SZ}"
    return text.replace(":00Z", "Z") if text.endswith(":00Z") else text
