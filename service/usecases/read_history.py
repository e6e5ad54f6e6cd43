"""Read the measured history of a key result."""

from service.domain.history import History
from service.usecases.needs import Needs


def read_history(*, parts: Needs, site_id: str, key_result_id: str) -> History | None:
    """Return the history measured last; None if nobody asked for one. Raises: NotThere."""
    with parts.store.reading() as tx:
        tx.key_results.get(site_id=site_id, id=key_result_id)
        return tx.histories.find(site_id=site_id, key_result_id=key_result_id)
