"""List the check-ins of a key result."""

from service.domain.model import Checkin
from service.usecases.needs import Needs


def list_checkins(*, parts: Needs, site_id: str, key_result_id: str, limit: int | None = None) -> tuple[Checkin, ...]:
    """Return the history of a key result, oldest first; with `limit` only the newest so many. Raises: NotThere."""
    with parts.store.reading() as tx:
        tx.key_results.get(site_id=site_id, id=key_result_id)
        return tx.checkins.of_key_result(site_id=site_id, key_result_id=key_result_id, limit=limit)
