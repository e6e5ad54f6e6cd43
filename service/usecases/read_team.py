"""Read one team."""

from service.domain.model import Team
from service.usecases.needs import Needs


def read_team(*, parts: Needs, site_id: str, team_id: str) -> Team:
    """Return a team. Raises: NotThere."""
    with parts.store.reading() as tx:
        return tx.teams.get(site_id=site_id, id=team_id)
