"""What stands above the pieces when they are a page of their own: the objective or the cycle, and the tabs."""

from dataclasses import dataclass

from service.domain.board import ObjectiveView
from service.domain.model import Cycle
from service.usecases.read_cycle import read_cycle
from service.usecases.read_objective import read_objective
from service.web.call import Call


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectiveHead:
    """An objective with its cycle, and the tab that is shown."""

    view: ObjectiveView
    cycle: Cycle
    tab: str

    @property
    def context(self) -> dict[str, object]:
        """Return what `parts/objective_head.html` needs, and whether a person may act here."""
        is_open = self.cycle.state != "closed" and self.view.objective.state == "active"
        return {"view": self.view, "cycle": self.cycle, "tab": self.tab, "actions": is_open}


def objective_head(call: Call, *, objective_id: str, tab: str) -> ObjectiveHead:
    """Read an objective for the head of a page. Raises: NotThere."""
    view = read_objective(parts=call.parts, site_id=call.site_id, objective_id=objective_id)
    cycle = read_cycle(parts=call.parts, site_id=call.site_id, cycle_id=view.objective.cycle_id)
    return ObjectiveHead(view=view, cycle=cycle, tab=tab)
