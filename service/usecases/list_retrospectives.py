"""List how teams looked back: on a cycle, or before it."""

from service.domain.retrospective import Retrospective, last_look_back
from service.usecases.needs import Needs


def list_retrospectives(*, parts: Needs, site_id: str, cycle_id: str) -> tuple[Retrospective, ...]:
    """Return what the teams said about a cycle. Raises: NotThere."""
    with parts.store.reading() as tx:
        tx.cycles.get(site_id=site_id, id=cycle_id)
        return tx.retrospectives.list(site_id=site_id, cycle_id=cycle_id)


def list_learnings(*, parts: Needs, site_id: str, cycle_id: str) -> tuple[Retrospective, ...]:
    """Return what each team said last before a cycle, to plan it with. Raises: NotThere. Source: T-02, G-15."""
    with parts.store.reading() as tx:
        cycle = tx.cycles.get(site_id=site_id, id=cycle_id)
        return last_look_back(
            retrospectives=tx.retrospectives.list(site_id=site_id),
            cycles=tx.cycles.list(site_id=site_id),
            cycle=cycle,
        )
