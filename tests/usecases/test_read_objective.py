"""One objective read alone is the objective on its cycle's board."""

from dataclasses import replace
from datetime import timedelta

import pytest

from service.domain.model import ParentLink, RollupMode
from service.usecases.read_board import read_board
from service.usecases.read_objective import read_objective
from service.usecases.record_checkin import record_checkin
from tests.usecases.test_cost import Watch
from tests.usecases.world import World


@pytest.fixture
def tree(world: World) -> World:
    """A company objective made of its own and its children's numbers, three levels deep, and one contributing by a link."""
    cycle, team = world.cycle(), world.team()
    top = world.objective(cycle, team, title="Top")
    middle = world.objective(cycle, team, title="Middle", parent_id=top.id)
    low = world.objective(cycle, team, title="Low", parent_id=middle.id)
    aside = world.objective(cycle, team, title="Aside")
    for number, objective in enumerate((top, middle, low, aside)):
        key_result = world.key_result(objective)
        world.later(days=1)
        record_checkin(**world.by_ada, key_result_id=key_result.id, value=120.0 + 10 * number, confidence=0.5)  # type: ignore[arg-type]
    with world.store.transaction() as tx:
        tx.parent_links.replace(
            site_id=world.site_id, child_id=aside.id, links=[ParentLink(child_id=aside.id, parent_id=top.id, share=0.5)]
        )
    return world


@pytest.mark.parametrize("of_top", RollupMode)
@pytest.mark.parametrize("of_middle", RollupMode)
def test_it_is_what_the_board_shows(tree: World, of_top: RollupMode, of_middle: RollupMode) -> None:
    """Requirements 3.2: whatever a number is made of, both ways of reading agree."""
    with tree.store.transaction() as tx:
        for objective in tx.objectives.list(site_id=tree.site_id):
            rollup = {"Top": of_top, "Middle": of_middle}.get(objective.title, objective.rollup)
            tx.objectives.save(site_id=tree.site_id, item=replace(objective, rollup=rollup))
    tree.at += timedelta(hours=1)
    board = read_board(**tree.here, forecasts=True)  # type: ignore[arg-type]
    assert board is not None
    assert len(board.objectives()) == 4
    for view in board.objectives():
        alone = read_objective(**tree.here, objective_id=view.objective.id, forecasts=True)  # type: ignore[arg-type]
        assert alone == view


def test_its_cost_is_its_own(tree: World) -> None:
    """Design section 7: an objective that counts its own key results does not read its neighbours' check-ins."""
    watch = Watch(tree)
    with tree.store.reading() as tx:
        low = next(each for each in tx.objectives.list(site_id=tree.site_id) if each.title == "Low")
    watch.statements.clear()
    read_objective(**tree.here, objective_id=low.id)  # type: ignore[arg-type]
    assert len(watch.statements) < 15
