"""List the teams of a site."""

from service.domain.model import Team
from service.usecases.needs import Needs


def list_teams(*, parts: Needs, site_id: str) -> tuple[Team, ...]:
    """Return every team by name."""
    with parts.store.reading() as tx:
        return tx.teams.list(site_id=site_id)
