"""Jira's webhooks become hints: which issue to read again. Whether a hint was seen before is the receiver's business."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from flask import Blueprint, Response, request
from marshmallow import ValidationError

from connect.inbound.guards import accepts, principal
from connect.inbound.presented import request_json
from connect.inbound.problems import invalid_body, token_refused
from connect.site import Product, TokenKind
from schemas.webhooks import JiraWebhookBody

_MAX_IDENTIFIER_CHARS = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class WebhookHint:
    """Something happened to an issue. `delivery_id` is stable across retries and unique within the installation."""

    site_id: str
    installation_id: str
    delivery_id: str
    event: str
    issue_id: str
    issue_key: str


def webhook_blueprint(*, receive: Callable[[WebhookHint], None]) -> Blueprint:
    """Build the webhook route; events that are not about an issue are acknowledged and dropped."""
    blueprint = Blueprint("webhooks", __name__, url_prefix="/connect/webhooks")

    @blueprint.post("/jira")
    @accepts(TokenKind.SITE_REQUEST)
    def jira() -> Response:
        caller = principal()
        if caller.product is not Product.JIRA or caller.site_id is None or caller.installation_id is None:
            return token_refused()
        try:
            body = JiraWebhookBody().load(request_json())
        except ValidationError as error:
            return invalid_body(error)
        if body["issue"] is not None:
            receive(
                WebhookHint(
                    site_id=caller.site_id,
                    installation_id=caller.installation_id,
                    delivery_id=_delivery_id(),
                    event=body["event"],
                    issue_id=body["issue"]["id"],
                    issue_key=body["issue"]["key"],
                )
            )
        return Response(status=204)

    return blueprint


def _delivery_id() -> str:
    """Return Jira's identifier, else a hash of the body. Source: platform 3.1 (X-Atlassian-Webhook-Identifier)."""
    identifier = request.headers.get("X-Atlassian-Webhook-Identifier", "")
    if 0 < len(identifier) <= _MAX_IDENTIFIER_CHARS:
        return identifier
    return f"sha256:{hashlib.sha256(request.get_data()).hexdigest()}"
