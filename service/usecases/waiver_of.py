"""Find the waiver of a key result, inside the caller's transaction."""

from service.domain.errors import NotThere
from service.domain.waivers import Waiver
from service.store import Transaction


def waiver_of(*, tx: Transaction, site_id: str, key_result_id: str) -> Waiver:
    """Return the waiver. Raises: NotThere."""
    found = tx.waivers.find(site_id=site_id, key_result_id=key_result_id)
    if found is None:
        raise NotThere("This key result has no waiver: it is no enabler. Ask for one first.", field="key_result_id")
    return found
