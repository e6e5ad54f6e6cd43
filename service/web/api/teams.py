"""Teams over HTTP."""

from collections.abc import Mapping
from typing import Any

from flask import Blueprint

from schemas.api.teams import NewTeam, Team, TeamChange
from service.domain.model import TeamKind
from service.usecases.create_team import create_team as create
from service.usecases.edit_team import edit_team as edit
from service.usecases.list_teams import list_teams as every
from service.web.api.routing import Operation, Request, route

teams = Blueprint("api_teams", __name__)


@route(teams, "/teams", Operation(method="GET", summary="List the teams", gives=Team, many=True))
def list_teams(request: Request) -> object:
    """Return every team of the site."""
    return every(**request.scope)


@route(teams, "/teams", Operation(method="POST", summary="Create a team", takes=NewTeam, gives=Team, status=201))
def create_team(request: Request) -> object:
    """Create a team."""
    return create(**request.authored, **with_kind(request.body))


@route(teams, "/teams/<team_id>", Operation(method="PATCH", summary="Change a team", takes=TeamChange, gives=Team))
def edit_team(request: Request, team_id: str) -> object:
    """Change what is named; leave the rest."""
    return edit(**request.authored, team_id=team_id, changes=with_kind(request.body))


def with_kind(body: Mapping[str, Any]) -> dict[str, Any]:
    """Return a body with the level of the team as the domain says it, where it names one."""
    return {**body, "kind": TeamKind(body["kind"])} if "kind" in body else dict(body)
