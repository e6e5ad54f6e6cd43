"""Read one key result as it is defined, without its numbers."""

from service.domain.model import KeyResult
from service.usecases.needs import Needs


def read_key_result(*, parts: Needs, site_id: str, key_result_id: str) -> KeyResult:
    """Return a key result. Raises: NotThere."""
    with parts.store.reading() as tx:
        return tx.key_results.get(site_id=site_id, id=key_result_id)
