"""Read one guardrail with its latest value."""

from service.domain.challenge import Guardrail
from service.usecases.needs import Needs


def read_guardrail(*, parts: Needs, site_id: str, guardrail_id: str) -> Guardrail:
    """Return a guardrail. Raises: NotThere."""
    with parts.store.reading() as tx:
        return tx.guardrails.get(site_id=site_id, id=guardrail_id)
