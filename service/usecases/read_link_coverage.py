"""Read how much of a cycle's plans contributes to something above and is served by work."""

from service.domain.synthesis import LinkCoverage, link_coverage
from service.usecases.needs import Needs


def read_link_coverage(*, parts: Needs, site_id: str, cycle_id: str) -> LinkCoverage:
    """Return the link coverage of every unit. Source: T-11. Raises: NotThere."""
    with parts.store.reading() as tx:
        tx.cycles.get(site_id=site_id, id=cycle_id)
        initiatives = tx.initiatives.of_cycle(site_id=site_id, cycle_id=cycle_id)
        return link_coverage(
            teams=tx.teams.list(site_id=site_id),
            objectives=tx.objectives.of_cycle(site_id=site_id, cycle_id=cycle_id),
            key_results=tx.key_results.of_cycle(site_id=site_id, cycle_id=cycle_id),
            links=tx.parent_links.of_cycle(site_id=site_id, cycle_id=cycle_id),
            served=frozenset(each.key_result_id for each in initiatives),
        )
