"""What teams declared for running the business."""

from dataclasses import fields

from sqlalchemy import select

from service.domain.divergence import Allowance
from service.store.repositories.base import Rows
from service.store.tables import allowances

_COLUMNS = tuple(f.name for f in fields(Allowance))


class Allowances(Rows):
    """Allowances of a site, at most one a team."""

    def find(self, *, site_id: str, team_id: str) -> Allowance | None:
        """Return what a team declared, or None."""
        row = allowances.c
        query = select(*(row[name] for name in _COLUMNS)).where(row.site_id == site_id, row.team_id == team_id)
        found = self._connection.execute(query).mappings().first()
        return None if found is None else Allowance(**found)

    def put(self, *, site_id: str, allowance: Allowance) -> None:
        """Declare an allowance instead of the one before."""
        self._put(allowances, {"site_id": site_id, **{name: getattr(allowance, name) for name in _COLUMNS}})
