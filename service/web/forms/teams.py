"""Forms about teams."""

from flask import Response

from schemas.api.teams import NewTeam
from service.domain.model import TeamKind
from service.usecases.create_team import create_team
from service.usecases.list_presets import list_presets
from service.usecases.list_teams import list_teams
from service.web.call import Call, this_call
from service.web.forms.form import show, submit
from service.web.forms.routes import form_view
from service.web.texts.states import kind_word

KINDS = tuple((kind.value, kind_word(kind)) for kind in TeamKind)


@form_view("/team", "GET")
def show_team() -> str:
    """Show the form that adds a team; the first one is the company."""
    call = this_call()
    parents = _parents(call)
    kind = "company" if len(parents) == 1 else "team"
    return show("forms/team.html", _choices(call, parents), values={"kind": kind})


@form_view("/team", "POST")
def add_a_team() -> Response:
    """Add a team."""
    call = this_call()

    def act(new: dict[str, object]) -> None:
        words = {"kind": TeamKind(str(new["kind"]))}
        create_team(parts=call.parts, site_id=call.site_id, by=call.person(), **{**new, **words})  # type: ignore[arg-type]

    return submit(
        "forms/team.html",
        _choices(call, _parents(call)),
        schema=NewTeam,
        act=act,
        read=lambda typed: {**typed, "project_key": typed.get("project_key", "").upper() or None},
        said="Team added",
    )


def _parents(call: Call) -> list[tuple[str, str]]:
    return [("", "None"), *((team.id, team.name) for team in list_teams(parts=call.parts, site_id=call.site_id))]


def _choices(call: Call, parents: list[tuple[str, str]]) -> dict[str, object]:
    known = list_presets(parts=call.parts, site_id=call.site_id)
    presets = (("", "The site's preset"), *((each.key, each.name) for each in known))
    return {"kinds": KINDS, "parents": parents, "presets": presets}
