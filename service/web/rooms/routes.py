"""The blueprint of the rooms and the decorator that registers a fragment; a person's context token opens it."""

from collections.abc import Callable

from flask import Blueprint
from flask.typing import ResponseReturnValue

from connect.inbound.guards import accepts
from connect.site import TokenKind

rooms = Blueprint("rooms", __name__, url_prefix="/ui/fragments/rooms")

View = Callable[..., ResponseReturnValue]


def fragment(rule: str, method: str = "GET") -> Callable[[View], View]:
    """Register a view of a room."""

    def register(view: View) -> View:
        rooms.add_url_rule(rule, view_func=accepts(TokenKind.CONTEXT_TOKEN)(view), methods=[method])
        return view

    return register
