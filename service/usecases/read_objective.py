"""Read one objective with its numbers."""

from service.domain.board import ObjectiveView
from service.domain.errors import NotThere
from service.usecases.needs import Needs
from service.usecases.read_board import read_board


def read_objective(*, parts: Needs, site_id: str, objective_id: str, forecasts: bool = False) -> ObjectiveView:
    """Return an objective as it stands on its cycle's board: its number may come from its children.

    `forecasts` adds where its key results will land. Raises: NotThere.
    """
    with parts.store.reading() as tx:
        objective = tx.objectives.get(site_id=site_id, id=objective_id)
    board = read_board(parts=parts, site_id=site_id, cycle_id=objective.cycle_id, forecasts=forecasts)
    views = board.objectives() if board is not None else ()
    for view in views:
        if view.objective.id == objective_id:
            return view
    raise NotThere(f"the objective {objective_id!r} was removed a moment ago; reload the list")
