"""Tell whether this process can do its work."""

from service.usecases.needs import Needs


def check_ready(*, parts: Needs) -> None:
    """Ask the database for a row; whatever it raises means "not ready"."""
    parts.store.ping()
