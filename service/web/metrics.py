"""Counts and times every answer by route and status; addresses with ids never become labels."""

import time

from flask import Flask, Response, g, request
from prometheus_client import Histogram

SECONDS = Histogram(
    "northstar_http_seconds",
    "Time to answer, by route, method and status",
    ("route", "method", "status"),
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10),
)


def measure_answers(app: Flask) -> None:
    """Time every answer of `app`."""
    app.before_request(_begin)
    app.after_request(_end)


def _begin() -> None:
    g.began_at_s = time.perf_counter()


def _end(response: Response) -> Response:
    began = g.get("began_at_s")
    if began is not None:
        route = request.url_rule.rule if request.url_rule else "none"
        SECONDS.labels(route, request.method, str(response.status_code)).observe(time.perf_counter() - began)
    return response
