"""Forms about teams."""

from flask import Response

from schemas.api.teams import NewTeam, TeamChange
from service.domain.model import Team, TeamKind
from service.usecases.create_team import create_team
from service.usecases.edit_team import edit_team
from service.usecases.list_teams import list_teams
from service.usecases.read_team import read_team
from service.web.api.teams import with_kind
from service.web.call import Call, this_call
from service.web.doctrines import doctrine_names
from service.web.forms.form import show, submit
from service.web.forms.routes import form_view
from service.web.texts.states import kind_word

KINDS = tuple((kind.value, kind_word(kind)) for kind in TeamKind)


@form_view("/team", "GET")
def show_team() -> str:
    """Show the form that adds a team; the first one is the company."""
    call = this_call()
    choices = _choices(call)
    kind = "company" if len(choices["parents"]) == 1 else "team"
    return show("forms/team.html", choices, values={"kind": kind})


@form_view("/team", "POST")
def add_a_team() -> Response:
    """Add a team."""
    call = this_call()

    return submit(
        "forms/team.html",
        _choices(call),
        schema=NewTeam,
        act=lambda new: create_team(parts=call.parts, site_id=call.site_id, by=call.person(), **with_kind(new)),
        read=_typed,
        said="Team added",
    )


@form_view("/teams/<team_id>", "GET")
def show_team_edit(team_id: str) -> str:
    """Show a team as it is: its name, level, project, doctrine and what it is part of."""
    call = this_call()
    team = read_team(parts=call.parts, site_id=call.site_id, team_id=team_id)
    choices = _choices(call, besides=team) | {"team": team}
    return show("forms/team.html", choices, values={name: getattr(team, name) or "" for name in _FIELDS})


@form_view("/teams/<team_id>", "POST")
def change_team(team_id: str) -> Response:
    """Change a team."""
    call = this_call()
    team = read_team(parts=call.parts, site_id=call.site_id, team_id=team_id)

    return submit(
        "forms/team.html",
        _choices(call, besides=team) | {"team": team},
        schema=TeamChange,
        act=lambda new: edit_team(
            parts=call.parts, site_id=call.site_id, by=call.person(), team_id=team_id, changes=with_kind(new)
        ),
        read=lambda typed: {**_typed(typed), "name": typed.get("name", "")},
        said="Team changed",
    )


_FIELDS = ("name", "kind", "project_key", "preset", "parent_id")


def _typed(typed: dict[str, str]) -> dict[str, object]:
    """Return what was typed; a choice left at nothing says so, it is not absent."""
    return {"preset": None, "parent_id": None, **typed, "project_key": typed.get("project_key", "").strip().upper()}


def _choices(call: Call, *, besides: Team | None = None) -> dict[str, list[tuple[str, str]]]:
    teams = [each for each in list_teams(parts=call.parts, site_id=call.site_id) if each != besides]
    return {
        "kinds": list(KINDS),
        "parents": [("", "None"), *((each.id, each.name) for each in teams)],
        "presets": [("", "The site’s doctrine"), *doctrine_names(call).items()],
    }
