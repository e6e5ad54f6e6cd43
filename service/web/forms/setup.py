"""The one choice of the set-up page: where the pages go."""

from flask import Response

from connect.errors import ProductError
from schemas.api.settings import SpaceChoice
from service.usecases.choose_space import choose_space
from service.usecases.list_spaces import list_spaces
from service.usecases.needs import NoInstallation
from service.usecases.read_settings import read_settings
from service.web.call import Call, this_call
from service.web.forms.form import show, submit
from service.web.forms.routes import form_view


@form_view("/space", "GET")
def show_space() -> str:
    """Show the choice of a Confluence space."""
    call = this_call()
    site = read_settings(parts=call.parts, site_id=call.site_id)
    return show("forms/space.html", {"spaces": _spaces(call)}, values={"space_key": site.space_key or ""})


@form_view("/space", "POST")
def choose_the_space() -> Response:
    """Choose the Confluence space."""
    call = this_call()
    return submit(
        "forms/space.html",
        {"spaces": _spaces(call)},
        schema=SpaceChoice,
        act=lambda new: choose_space(parts=call.parts, site_id=call.site_id, by=call.person(), **new),
        said="Space chosen; the page is being written",
    )


def _spaces(call: Call) -> list[tuple[str, str]]:
    """Return the spaces to choose from; none when Confluence cannot say, then the key is typed."""
    try:
        found = list_spaces(parts=call.parts, site_id=call.site_id)
    except (NoInstallation, ProductError):
        return []
    return [(space.key, f"{space.name} ({space.key})") for space in found]
