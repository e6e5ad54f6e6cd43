"""The blueprint of the forms and the decorator that registers one pair of views."""

from collections.abc import Callable

from flask import Blueprint
from flask.typing import ResponseReturnValue

from connect.inbound.guards import accepts
from connect.site import TokenKind

forms = Blueprint("forms", __name__, url_prefix="/ui/fragments/forms")

View = Callable[..., ResponseReturnValue]


def form_view(rule: str, method: str) -> Callable[[View], View]:
    """Register a view of a form; a person's context token opens it."""

    def register(view: View) -> View:
        forms.add_url_rule(rule, view_func=accepts(TokenKind.CONTEXT_TOKEN)(view), methods=[method])
        return view

    return register
