"""Serves the descriptor that a product reads before it installs us."""

from flask import Blueprint, Response, json

from connect.descriptor import build_descriptor
from connect.inbound.guards import accepts
from connect.site import TokenKind


def descriptor_blueprint(*, base_url: str) -> Blueprint:
    """Build the public descriptor route for the address we are configured to be reached under."""
    blueprint = Blueprint("descriptor", __name__)

    @blueprint.get("/atlassian-connect.json")
    @accepts(TokenKind.PUBLIC)
    def descriptor() -> Response:
        return Response(json.dumps(build_descriptor(base_url=base_url)), mimetype="application/json")

    return blueprint
