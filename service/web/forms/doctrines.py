"""Forms that choose a doctrine: a team's own, and the one of the site for every team without."""

from flask import Response

from schemas.api.settings import PresetChoice
from schemas.api.teams import TeamChange
from service.domain.model import Team
from service.usecases.choose_preset import choose_preset
from service.usecases.edit_team import edit_team
from service.usecases.read_settings import read_settings
from service.usecases.read_team import read_team
from service.web.call import Call, this_call
from service.web.doctrines import doctrine_names
from service.web.forms.form import show, submit
from service.web.forms.routes import form_view


@form_view("/doctrine", "GET")
def show_site_doctrine() -> str:
    """Show what the site plans by."""
    call = this_call()
    site = read_settings(parts=call.parts, site_id=call.site_id)
    return show("forms/doctrine.html", {"presets": doctrine_names(call).items()}, values={"preset": site.preset})


@form_view("/doctrine", "POST")
def choose_site_doctrine() -> Response:
    """Choose it; the ledger keeps which one held until then."""
    call = this_call()
    return submit(
        "forms/doctrine.html",
        {"presets": doctrine_names(call).items()},
        schema=PresetChoice,
        act=lambda new: choose_preset(parts=call.parts, site_id=call.site_id, by=call.person(), **new),
        said="Doctrine chosen for the site",
    )


@form_view("/teams/<team_id>/doctrine", "GET")
def show_doctrine(team_id: str) -> str:
    """Show what a team plans by."""
    call = this_call()
    team = read_team(parts=call.parts, site_id=call.site_id, team_id=team_id)
    return show("forms/doctrine.html", _choices(call, team), values={"preset": team.preset or ""})


@form_view("/teams/<team_id>/doctrine", "POST")
def choose_doctrine(team_id: str) -> Response:
    """Choose the one that binds the team. Source: requirements 2.1."""
    call = this_call()
    return submit(
        "forms/doctrine.html",
        _choices(call, read_team(parts=call.parts, site_id=call.site_id, team_id=team_id)),
        schema=TeamChange,
        act=lambda new: edit_team(
            parts=call.parts, site_id=call.site_id, by=call.person(), team_id=team_id, changes=new
        ),
        read=lambda typed: {"preset": typed.get("preset")},
        said="Doctrine chosen",
    )


def _choices(call: Call, team: Team) -> dict[str, object]:
    names = doctrine_names(call)
    site = names.get(read_settings(parts=call.parts, site_id=call.site_id).preset, "")
    return {"team": team, "presets": [("", f"The site’s: {site}"), *names.items()]}
