"""Find the objective a person means: by our id or by the key of its epic."""

from service.domain.errors import NotThere
from service.usecases.needs import Needs


def find_objective(*, parts: Needs, site_id: str, named: str) -> str:
    """Return the id of the objective that `named` (an objective id or an epic key) means.

    Raises: NotThere.
    """
    wanted = named.strip()
    with parts.store.reading() as tx:
        found = tx.objectives.find(site_id=site_id, id=wanted)
        if found is not None:
            return found.id
        for objective in tx.objectives.mapped(site_id=site_id):
            if objective.epic_key == wanted.upper():
                return objective.id
    raise NotThere(
        f"No objective is called “{wanted}” here. Give the key of an epic that carries one, e.g. GROW-12.",
        field="objective",
    )
