"""For operators: alive, ready, metrics. Anybody may ask; nothing of a site is in the answers."""

import logging

from flask import Blueprint, Response, jsonify
from flask.typing import ResponseReturnValue
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from connect.inbound.guards import accepts
from connect.site import TokenKind
from service.usecases.check_ready import check_ready
from service.web.call import parts

log = logging.getLogger(__name__)
health = Blueprint("health", __name__)


@health.get("/health/live")
@accepts(TokenKind.PUBLIC)
def alive() -> ResponseReturnValue:
    """Say that the process answers."""
    return jsonify(status="ok")


@health.get("/health/ready")
@accepts(TokenKind.PUBLIC)
def ready() -> ResponseReturnValue:
    """Say whether the database answers too."""
    try:
        check_ready(parts=parts())
    except Exception:
        log.exception("not ready")
        return jsonify(status="unavailable", database="no answer"), 503
    return jsonify(status="ok", database="ok")


@health.get("/metrics")
@accepts(TokenKind.PUBLIC)
def metrics() -> ResponseReturnValue:
    """Return the process's metrics in Prometheus' text format."""
    return Response(generate_latest(), content_type=CONTENT_TYPE_LATEST)
