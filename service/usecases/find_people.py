"""Find people by a few letters of their name, to choose an owner from."""

from connect.outbound.shapes import Person
from service.usecases.needs import Needs


def find_people(
    *, parts: Needs, site_id: str, query: str, issue_key: str | None = None, project_key: str | None = None
) -> tuple[Person, ...]:
    """Return active people whom Jira lets somebody assign there; nothing is stored.

    Raises: ValueError unless exactly one of `issue_key` and `project_key` is given; NoInstallation, ProductError.
    """
    found = parts.jira(site_id).find_people(query=query, issue_key=issue_key, project_key=project_key)
    return tuple(person for person in found if person.active)
