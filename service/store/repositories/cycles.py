"""Planning periods."""

from service.domain.model import Cycle
from service.store.repositories.base import Repository
from service.store.tables import cycles


class Cycles(Repository[Cycle]):
    """Cycles of a site, earliest first."""

    table = cycles
    made_of = Cycle
    noun = "cycle"
    order = ("starts_on", "ends_on", "key")

    def find_by_key(self, *, site_id: str, key: str) -> Cycle | None:
        """Return the cycle with that short name, or None."""
        return self._first(self._select(site_id).where(cycles.c.key == key))
