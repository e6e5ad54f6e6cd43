"""Which view an address begins with. An unknown tab begins with the first one."""

from service.usecases.current_cycle import current_cycle
from service.usecases.find_objective import find_objective
from service.web.call import Call
from service.web.fragments.judged.alignment import alignment_view
from service.web.fragments.judged.challenge import challenge_view
from service.web.fragments.judged.effort import effort_view
from service.web.fragments.judged.second_opinion import second_opinion_view
from service.web.fragments.judged.sufficiency import sufficiency_view
from service.web.fragments.region import View
from service.web.fragments.views import board_view, objective_view


def objective_tab(call: Call, *, named: str, tab: str) -> View:
    """Return a view of the objective called `named`. Raises: NotThere."""
    found = find_objective(parts=call.parts, site_id=call.site_id, named=named)
    match tab:
        case "challenge":
            return challenge_view(call, objective_id=found)
        case "sufficiency":
            return sufficiency_view(call, objective_id=found)
        case "effort":
            return effort_view(call, objective_id=found)
    return objective_view(call, objective_id=found)


def cycle_tab(call: Call, *, tab: str) -> View:
    """Return a view of the current cycle; the board while there is none."""
    cycle = current_cycle(parts=call.parts, site_id=call.site_id)
    if cycle is not None and tab == "alignment":
        return alignment_view(call, cycle_id=cycle.id)
    if cycle is not None and tab == "second-opinion":
        return second_opinion_view(call, cycle_id=cycle.id)
    return board_view(call)
