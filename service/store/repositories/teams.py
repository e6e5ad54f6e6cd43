"""Who owns objectives."""

from service.domain.model import Team
from service.store.repositories.base import Repository
from service.store.tables import teams


class Teams(Repository[Team]):
    """Teams of a site, by name."""

    table = teams
    made_of = Team
    noun = "team"
    order = ("name", "id")

    def find_by_name(self, *, site_id: str, name: str) -> Team | None:
        """Return the team of that name, or None."""
        return self._first(self._select(site_id).where(teams.c.name == name))
