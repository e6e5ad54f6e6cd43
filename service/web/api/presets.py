"""Presets over HTTP. A team chooses one with PATCH /teams/{team_id}."""

from flask import Blueprint

from schemas.api.presets import NewPreset, Preset
from service.domain.presets import Preset as Doctrine
from service.domain.presets.own import preset_data
from service.usecases.derive_preset import derive_preset as derive
from service.usecases.list_presets import list_presets as every
from service.web.api.routing import Operation, Request, route

presets = Blueprint("api_presets", __name__)


@route(
    presets, "/presets", Operation(method="GET", summary="List the presets with their sources", gives=Preset, many=True)
)
def list_presets(request: Request) -> object:
    """Return the seven presets and the site's own."""
    return [_shown(each) for each in every(**request.scope)]


@route(
    presets,
    "/presets",
    Operation(method="POST", summary="Derive a preset of one's own", takes=NewPreset, gives=Preset, status=201),
)
def derive_preset(request: Request) -> object:
    """Add a preset of the site; it never changes afterwards."""
    return _shown(derive(**request.authored, **request.body))


def _shown(doctrine: Doctrine) -> dict[str, object]:
    data = preset_data(of=doctrine)
    told = {name: data.pop(name) for name in ("key", "name", "derived_from", "sources")}
    return {**told, "values": data}
