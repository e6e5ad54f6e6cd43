"""List the initiatives of a key result."""

from service.domain.model import Issue
from service.usecases.needs import Needs


def list_initiatives(*, parts: Needs, site_id: str, key_result_id: str) -> tuple[Issue, ...]:
    """Return the issues linked to a key result by key, gone ones included. Raises: NotThere."""
    with parts.store.reading() as tx:
        tx.key_results.get(site_id=site_id, id=key_result_id)
        return tx.issues.of_key_result(site_id=site_id, key_result_id=key_result_id)
