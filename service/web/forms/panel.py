"""Forms of the panel on an issue: make the epic an objective, link the issue to a key result."""

from typing import Any

from flask import Response
from marshmallow import Schema

from schemas.api.base import identifier
from schemas.api.objectives import NewObjective
from service.domain.board.shapes import Board
from service.domain.model import KeyResultState, LinkSource
from service.usecases.adopt_epic import adopt_epic
from service.usecases.link_initiative import link_initiative
from service.usecases.look_at_issue import look_at_issue
from service.usecases.read_board import read_board
from service.web.call import Call, this_call
from service.web.forms.form import show, submit
from service.web.forms.routes import form_view


class ServedKeyResult(Schema):
    """Which key result an issue shall serve."""

    key_result_id = identifier(required=True)


@form_view("/issues/<issue_id>/objective", "GET")
def show_epic_objective(issue_id: str) -> str:
    """Show the form that turns an epic into an objective, with the epic's summary as its title."""
    call = this_call()
    seen = look_at_issue(parts=call.parts, site_id=call.site_id, issue=issue_id)
    return show("forms/epic_objective.html", _teams(call), values={"title": seen.summary})


@form_view("/issues/<issue_id>/objective", "POST")
def make_epic_an_objective(issue_id: str) -> Response:
    """Create an objective and let it adopt the epic."""
    call = this_call()
    context = _teams(call)
    return submit(
        "forms/epic_objective.html",
        context,
        schema=NewObjective,
        act=lambda new: adopt_epic(parts=call.parts, site_id=call.site_id, by=call.person(), issue=issue_id, **new),
        read=lambda typed: {**typed, "cycle_id": context["cycle"].id if context["cycle"] else ""},
        said="This epic is an objective now",
    )


@form_view("/issues/<issue_id>/key-result", "GET")
def show_issue_link(issue_id: str) -> str:  # noqa: ARG001  the form posts to its own address
    """Show the key results an issue can serve."""
    return show("forms/issue_link.html", _key_results(this_call()))


@form_view("/issues/<issue_id>/key-result", "POST")
def link_this_issue(issue_id: str) -> Response:
    """Link the issue to the chosen key result."""
    call = this_call()
    return submit(
        "forms/issue_link.html",
        _key_results(call),
        schema=ServedKeyResult,
        act=lambda new: link_initiative(
            parts=call.parts,
            site_id=call.site_id,
            by=call.person(),
            key_result_id=new["key_result_id"],
            issue=issue_id,
            source=LinkSource.PANEL,
        ),
        said="Issue linked",
    )


def _teams(call: Call) -> dict[str, Any]:
    board = read_board(parts=call.parts, site_id=call.site_id)
    teams = [(unit.team.id, unit.team.name) for unit in board.teams] if board else []
    parents = [("", "None"), *((view.objective.id, view.objective.title) for view in _views(board))]
    return {"cycle": board.cycle if board else None, "teams": teams, "parents": parents}


def _key_results(call: Call) -> dict[str, Any]:
    groups = [
        (
            f"{view.team.name}: {view.objective.title}",
            [
                (one.key_result.id, one.key_result.title)
                for one in view.key_results
                if one.key_result.state is KeyResultState.ACTIVE
            ],
        )
        for view in _views(read_board(parts=call.parts, site_id=call.site_id))
    ]
    return {"groups": [group for group in groups if group[1]]}


def _views(board: Board | None) -> tuple[Any, ...]:
    return board.objectives() if board else ()
