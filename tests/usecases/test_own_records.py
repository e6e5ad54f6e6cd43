"""A team's own record takes over from the public one in its owner's projections. Requirements 3.7, 2.8."""

from datetime import UTC, datetime

from service.domain.forecast import Forecast, Method
from service.domain.model import CycleState
from service.usecases.move_cycle import move_cycle
from service.usecases.read_board import read_board
from service.usecases.read_objective import read_objective
from service.usecases.record_checkin import record_checkin
from tests.usecases.world import World


def by_owner(world: World, objective_id: str) -> Forecast:
    view = read_objective(**world.here, objective_id=objective_id, forecasts=True)  # type: ignore[arg-type]
    outlook = view.key_results[0].outlook
    assert outlook is not None
    (found,) = (each for each in outlook.answers if each.method is Method.OWNER)
    assert isinstance(found, Forecast)
    return found


def test_forecasts_lean_on_what_the_team_projected_before(world: World) -> None:
    """Projected 1.0 at mid-cycle, landed at 0.3: of 24 public and one own (10 * 0.86 + 0) / 11 are good."""
    world.at = datetime(2026, 10, 20, 12, 0, tzinfo=UTC)
    past, team, other = world.cycle(), world.team(), world.team(name="Others")
    running = world.cycle(key="2026-H2", name="H2")
    told = [world.key_result(world.objective(past, team, title=f"O{n}")) for n in range(3)]
    ahead = [world.objective(running, each, title=each.name) for each in (team, other)]
    for objective in ahead:
        record_checkin(**world.by_ada, key_result_id=world.key_result(objective).id, value=110.0, projection=200.0)  # type: ignore[arg-type]
    record_checkin(**world.by_ada, key_result_id=told[0].id, value=110.0, projection=200.0)  # type: ignore[arg-type]
    record_checkin(**world.by_ada, key_result_id=told[1].id, value=110.0)  # type: ignore[arg-type]
    world.at = datetime(2026, 12, 20, 12, 0, tzinfo=UTC)
    for key_result in told:  # too late to be a projection of mid-cycle
        record_checkin(**world.by_ada, key_result_id=key_result.id, value=130.0, projection=130.0)  # type: ignore[arg-type]
    public = by_owner(world, ahead[0].id)
    assert (round(public.probability, 2), public.basis) == (0.86, 24)
    for state in (CycleState.REVIEW, CycleState.CLOSED):
        move_cycle(**world.by_ada, cycle_id=past.id, state=state, regardless=True)  # type: ignore[arg-type]
    own = by_owner(world, ahead[0].id)
    assert (round(own.probability, 3), own.basis) == (0.782, 25)
    assert by_owner(world, ahead[1].id) == public, "another team has no part in it"
    board = read_board(**world.here, cycle_id=running.id, forecasts=True)  # type: ignore[arg-type]
    assert board is not None
    shown = {view.objective.id: view.key_results[0].outlook for view in board.objectives()}[ahead[0].id]
    assert shown is not None
    assert own in shown.answers
