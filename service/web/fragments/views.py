"""The live regions: what each reads and which template shows it. Pages show the same regions in their first answer."""

from collections import Counter

from flask import url_for

from service.domain.board.shapes import Board
from service.domain.errors import NotThere
from service.domain.model import KeyResultState, Status
from service.usecases.find_objective import find_objective
from service.usecases.list_checkins import list_checkins
from service.usecases.list_cycles import list_cycles
from service.usecases.read_board import read_board
from service.usecases.read_objective import read_objective
from service.usecases.read_panel import read_panel
from service.usecases.read_settings import read_settings
from service.web.call import Call
from service.web.fragments.region import Region, region
from service.web.texts.states import status_tone, status_word


def board_region(call: Call, *, cycle_id: str | None = None) -> Region:
    """Render a whole cycle."""
    board = read_board(parts=call.parts, site_id=call.site_id, cycle_id=cycle_id)
    cycles = sorted(list_cycles(parts=call.parts, site_id=call.site_id), key=lambda cycle: cycle.starts_on)
    return region(
        "view",
        url_for("live.board", cycle=cycle_id),
        "fragments/board.html",
        board=board,
        cycles=cycles,
        counts=_counts(board) if board else (),
        actions=board is not None and board.cycle.state != "closed",
    )


def objective_region(call: Call, *, objective_id: str) -> Region:
    """Render one objective with its history and initiatives."""
    view = read_objective(parts=call.parts, site_id=call.site_id, objective_id=objective_id)
    cycles = {cycle.id: cycle for cycle in list_cycles(parts=call.parts, site_id=call.site_id)}
    histories = {
        one.key_result.id: list_checkins(parts=call.parts, site_id=call.site_id, key_result_id=one.key_result.id)
        for one in view.key_results
    }
    return region(
        "view",
        url_for("live.objective", objective_id=objective_id),
        "fragments/objective.html",
        view=view,
        cycle=cycles[view.objective.cycle_id],
        histories=histories,
        now=call.parts.now(),
        actions=cycles[view.objective.cycle_id].state != "closed" and view.objective.state == "active",
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


def panel_region(call: Call, *, issue_id: str, issue_key: str) -> Region:
    """Render what an issue has to do with key results: its objective if it is an epic that carries one, else whom it serves."""
    panel = read_panel(parts=call.parts, site_id=call.site_id, issue_id=issue_id)
    return region(
        "view",
        url_for("live.panel", issue_id=issue_id, issue_key=issue_key),
        "fragments/panel.html",
        panel=panel,
        issue_id=issue_id,
        issue_key=issue_key,
    )


def macro_region(call: Call, *, named: str) -> Region:
    """Render one objective, named by its epic's key or its id; say so if there is none."""
    try:
        objective_id = find_objective(parts=call.parts, site_id=call.site_id, named=named)
        view = read_objective(parts=call.parts, site_id=call.site_id, objective_id=objective_id)
        refused = ""
    except NotThere as error:
        view, refused = None, error.message
    return region("view", url_for("live.macro", objective=named), "fragments/macro.html", view=view, refused=refused)


def setup_region(call: Call) -> Region:
    """Render the shell of the set-up page; the checks themselves ask Jira and come as a fragment."""
    site = read_settings(parts=call.parts, site_id=call.site_id)
    return region("view", url_for("live.setup"), "fragments/setup.html", site=site)
