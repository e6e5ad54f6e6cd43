"""Ask for a run of the Synthesizer: it walks Jira's links, so a worker does it."""

from service.jobs import RUN_SYNTHESIS
from service.usecases.asked import ask_once, synthesis_wish
from service.usecases.needs import Needs


def ask_for_synthesis(*, parts: Needs, site_id: str, cycle_id: str) -> None:
    """Enqueue the run; while one is under way nothing is added. Raises: NotThere."""
    with parts.store.reading() as tx:
        tx.cycles.get(site_id=site_id, id=cycle_id)
    if ask_once(parts=parts, site_id=site_id, name=synthesis_wish(cycle_id)):
        parts.enqueue(RUN_SYNTHESIS, site_id, cycle_id)
