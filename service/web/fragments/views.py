"""The live regions: what each reads and which template shows it. Pages show the same regions in their first answer."""

from collections import Counter

from flask import url_for

from service.domain.board.shapes import Board
from service.domain.errors import NotThere
from service.domain.model import KeyResultState, Status
from service.usecases.find_objective import find_objective
from service.usecases.list_changes import list_changes
from service.usecases.list_checkins import list_checkins
from service.usecases.list_cycles import list_cycles
from service.usecases.list_objective_problems import list_objective_problems
from service.usecases.list_teams import list_teams
from service.usecases.read_board import read_board
from service.usecases.read_cycle import read_cycle
from service.usecases.read_cycle_page import read_cycle_page
from service.usecases.read_objective import read_objective
from service.usecases.read_panel import read_panel
from service.usecases.read_settings import read_settings
from service.web.call import Call
from service.web.doctrines import doctrine_names
from service.web.fragments.region import View
from service.web.texts.states import status_tone, status_word

Context = dict[str, object]


def board_view(call: Call, *, cycle_id: str | None = None) -> View:
    """Show a whole cycle, the current one unless another is named."""

    def read() -> Context:
        board = read_board(parts=call.parts, site_id=call.site_id, cycle_id=cycle_id)
        cycles = sorted(list_cycles(parts=call.parts, site_id=call.site_id), key=lambda cycle: cycle.starts_on)
        if board is None:
            return {"board": None}
        return {
            "board": board,
            "tab": "board",
            "cycles": cycles,
            "counts": _counts(board),
            "actions": board.cycle.state != "closed",
            "page": read_cycle_page(parts=call.parts, site_id=call.site_id, cycle_id=board.cycle.id),
            "space_key": read_settings(parts=call.parts, site_id=call.site_id).space_key,
        }

    return View(
        url=url_for("live.board", cycle=cycle_id),
        template="fragments/board.html",
        read=read,
        cycle_id=cycle_id,
    )


def objective_view(call: Call, *, objective_id: str) -> View:
    """Show one objective with its history and initiatives."""
    scope = {"parts": call.parts, "site_id": call.site_id}

    def read() -> Context:
        view = read_objective(**scope, objective_id=objective_id, forecasts=True)  # type: ignore[arg-type]
        cycle = read_cycle(**scope, cycle_id=view.objective.cycle_id)  # type: ignore[arg-type]
        histories = {
            one.key_result.id: list_checkins(**scope, key_result_id=one.key_result.id)  # type: ignore[arg-type]
            for one in view.key_results
        }
        return {
            "view": view,
            "cycle": cycle,
            "histories": histories,
            "changes": list_changes(**scope, objective_id=objective_id),  # type: ignore[arg-type]
            "titles": {one.key_result.id: one.key_result.title for one in view.key_results},
            "found": list_objective_problems(**scope, objective_id=objective_id),  # type: ignore[arg-type]
            "now": call.parts.now(),
            "tab": "numbers",
            "actions": cycle.state != "closed" and view.objective.state == "active",
        }

    return View(
        url=url_for("live.objective", objective_id=objective_id), template="fragments/objective.html", read=read
    )


def panel_view(call: Call, *, issue_id: str, issue_key: str) -> View:
    """Show what an issue has to do with key results: its objective if it is an epic that carries one, else whom it serves."""

    def read() -> Context:
        panel = read_panel(parts=call.parts, site_id=call.site_id, issue_id=issue_id)
        found = (
            list_objective_problems(parts=call.parts, site_id=call.site_id, objective_id=panel.objective.objective.id)
            if panel.objective
            else ()
        )
        return {"panel": panel, "issue_id": issue_id, "issue_key": issue_key, "found": found}

    return View(
        url=url_for("live.panel", issue_id=issue_id, issue_key=issue_key), template="fragments/panel.html", read=read
    )


def macro_view(call: Call, *, named: str) -> View:
    """Show one objective, named by its epic's key or its id; say so if there is none."""

    def read() -> Context:
        try:
            objective_id = find_objective(parts=call.parts, site_id=call.site_id, named=named)
            view = read_objective(parts=call.parts, site_id=call.site_id, objective_id=objective_id)
        except NotThere as error:
            return {"view": None, "refused": error.message}
        return {"view": view, "refused": ""}

    return View(url=url_for("live.macro", objective=named), template="fragments/macro.html", read=read)


def setup_view(call: Call) -> View:
    """Show the shell of the set-up page; the checks themselves ask Jira and come as a fragment."""
    return View(
        url=url_for("live.setup"),
        template="fragments/setup.html",
        read=lambda: {
            "site": read_settings(parts=call.parts, site_id=call.site_id),
            "teams": list_teams(parts=call.parts, site_id=call.site_id),
            "names": doctrine_names(call),
        },
    )


def _counts(board: Board) -> tuple[tuple[str, str, int], ...]:
    """Return word, colour family and number of key results for every status that occurs."""
    found = Counter(
        one.status
        for view in board.objectives()
        for one in view.key_results
        if one.key_result.state is KeyResultState.ACTIVE
    )
    return tuple((status_word(status), status_tone(status), found[status]) for status in Status if found[status])
