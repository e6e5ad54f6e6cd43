"""A site's settings over HTTP."""

from flask import Blueprint

from schemas.api.settings import PresetChoice, SiteSettings, SpaceChoice
from service.usecases.choose_preset import choose_preset as adopt
from service.usecases.choose_space import choose_space as choose
from service.usecases.read_settings import read_settings as read
from service.web.api.routing import Operation, Request, route

settings = Blueprint("api_settings", __name__)


@route(settings, "/settings", Operation(method="GET", summary="Read the site's settings", gives=SiteSettings))
def read_settings(request: Request) -> object:
    """Return what an admin decided for this site."""
    return read(**request.scope)


@route(
    settings,
    "/settings/space",
    Operation(method="PUT", summary="Choose the Confluence space", takes=SpaceChoice, gives=SiteSettings),
)
def choose_space(request: Request) -> object:
    """Choose the space the pages go to."""
    choose(**request.authored, space_key=request.body["space_key"])
    return read(**request.scope)


@route(
    settings,
    "/settings/preset",
    Operation(method="PUT", summary="Choose the site's preset", takes=PresetChoice, gives=SiteSettings),
)
def choose_preset(request: Request) -> object:
    """Choose what teams plan by that chose no preset of their own; closed cycles keep theirs."""
    return adopt(**request.authored, preset=request.body["preset"])
