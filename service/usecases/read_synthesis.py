"""Read what the Synthesizer found last."""

from dataclasses import replace

from service.domain.synthesis import RequestState
from service.usecases.needs import Needs
from service.usecases.run_synthesis import Synthesis


def read_synthesis(*, parts: Needs, site_id: str, cycle_id: str) -> Synthesis:
    """Return the last run without the findings that were accepted since, and every request of the cycle. Raises: NotThere."""
    with parts.store.reading() as tx:
        tx.cycles.get(site_id=site_id, id=cycle_id)
        run = tx.syntheses.find(site_id=site_id, cycle_id=cycle_id)
        requests = tx.requests.of_cycle(site_id=site_id, cycle_id=cycle_id)
    accepted = {each.id for each in requests if each.state is RequestState.ACCEPTED}
    if run is not None:
        run = replace(run, findings=tuple(each for each in run.findings if each.id not in accepted))
    return Synthesis(run=run, requests=requests)
