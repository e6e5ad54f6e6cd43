"""Forms about cycles."""

from datetime import timedelta

from flask import Response

from schemas.api.cycles import CycleMove, NewCycle
from service.domain.cycles import NEXT, last_day
from service.domain.model import CycleKind, CycleState
from service.usecases.create_cycle import create_cycle
from service.usecases.cycle_blockers import cycle_blockers
from service.usecases.list_cycles import list_cycles
from service.usecases.move_cycle import move_cycle
from service.web.call import Call, this_call
from service.web.forms.form import Values, show, submit
from service.web.forms.routes import form_view
from service.web.texts.states import cycle_word

KINDS = (("quarter", "Quarter"), ("six_weeks", "Six weeks"), ("year", "Year"), ("custom", "Other length"))
STATES = (("active", "Active: check-ins have begun"), ("planning", "Planning: objectives are being written"))
CHOICES = {"kinds": KINDS, "states": STATES}


@form_view("/cycle", "GET")
def show_cycle() -> str:
    """Show the form that creates a cycle, filled with the quarter that comes next."""
    return show("forms/cycle.html", CHOICES, values=_next_quarter(this_call()))


@form_view("/cycle", "POST")
def create_a_cycle() -> Response:
    """Create a cycle."""
    call = this_call()

    def act(new: dict[str, object]) -> None:
        words = {"kind": CycleKind(str(new["kind"])), "state": CycleState(str(new["state"]))}
        create_cycle(parts=call.parts, site_id=call.site_id, by=call.person(), **{**new, **words})  # type: ignore[arg-type]

    return submit("forms/cycle.html", CHOICES, schema=NewCycle, act=act, said="Cycle created")


@form_view("/cycles/<cycle_id>/state", "GET")
def show_cycle_state(cycle_id: str) -> str:
    """Show where the cycle can move."""
    return show("forms/cycle_state.html", _next_state(this_call(), cycle_id))


@form_view("/cycles/<cycle_id>/state", "POST")
def move_a_cycle(cycle_id: str) -> Response:
    """Move the cycle one step."""
    call = this_call()
    return submit(
        "forms/cycle_state.html",
        _next_state(call, cycle_id),
        schema=CycleMove,
        act=lambda new: move_cycle(
            parts=call.parts,
            site_id=call.site_id,
            by=call.person(),
            cycle_id=cycle_id,
            state=CycleState(new["state"]),
            regardless=new["regardless"],
        ),
        said="Cycle moved",
    )


def _next_state(call: Call, cycle_id: str) -> dict[str, object]:
    cycle = next((one for one in list_cycles(parts=call.parts, site_id=call.site_id) if one.id == cycle_id), None)
    following = NEXT.get(cycle.state) if cycle else None
    in_the_way = cycle_blockers(parts=call.parts, site_id=call.site_id, cycle_id=cycle_id) if following else ()
    return {
        "cycle": cycle,
        "following": following,
        "word": cycle_word(following).lower() if following else "",
        "hard": [each for each in in_the_way if each.is_hard],
        "soft": [each for each in in_the_way if not each.is_hard],
    }


def _next_quarter(call: Call) -> Values:
    """Return the quarter after the last one planned; the running one if there is none."""
    today = call.parts.now().date()
    starts_on = today.replace(month=3 * ((today.month - 1) // 3) + 1, day=1)
    taken = {cycle.starts_on for cycle in list_cycles(parts=call.parts, site_id=call.site_id)}
    ends_on = last_day(kind=CycleKind.QUARTER, starts_on=starts_on)
    while starts_on in taken:
        starts_on = ends_on + timedelta(days=1)
        ends_on = last_day(kind=CycleKind.QUARTER, starts_on=starts_on)
    quarter = (starts_on.month - 1) // 3 + 1
    return {
        "key": f"{starts_on.year}-Q{quarter}",
        "name": f"Quarter {quarter}, {starts_on.year}",
        "kind": "quarter",
        "state": "active" if starts_on <= today <= ends_on else "planning",
        "starts_on": starts_on.isoformat(),
        "ends_on": ends_on.isoformat(),
    }
