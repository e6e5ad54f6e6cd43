"""List the Confluence spaces that OKR pages could go to."""

from connect.outbound.shapes import Space
from service.usecases.needs import Needs


def list_spaces(*, parts: Needs, site_id: str) -> tuple[Space, ...]:
    """Return the spaces the app may see, by name. Raises: NoInstallation, ProductError."""
    return tuple(sorted(parts.confluence(site_id).spaces(), key=lambda space: space.name.casefold()))
