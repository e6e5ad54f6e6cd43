"""List the number fields of a site, so that people choose them by name."""

from connect.outbound.shapes import Field
from service.usecases.needs import Needs


def list_number_fields(*, parts: Needs, site_id: str) -> tuple[Field, ...]:
    """Return every number field, the site's own before the app's, by name. Raises: NoInstallation, ProductError."""
    numbers = (each for each in parts.jira(site_id).fields() if each.kind == "number")
    return tuple(sorted(numbers, key=lambda each: (each.is_app_field, each.name.casefold(), each.id)))
