"""Find the installation that a token claims to come from."""

from connect.site import Installation
from service.usecases.needs import Needs


def find_installation(*, parts: Needs, client_key: str) -> Installation | None:
    """Return the installation with that client key, live or not; None if there never was one."""
    with parts.store.reading() as tx:
        return tx.installations.find_by_client_key(client_key=client_key)
