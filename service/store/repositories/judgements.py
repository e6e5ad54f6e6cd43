"""When anything was last said beside the plans: dismissals, formulas, votes, histories, runs, answers, allowances."""

from typing import Final

from sqlalchemy import func, select

from service.store.repositories.base import Rows
from service.store.tables import (
    allowances,
    dismissals,
    histories,
    requests,
    success_conditions,
    sufficiency_votes,
    synthesis_runs,
)

_TOLD: Final = (
    dismissals.c.dismissed_at,
    success_conditions.c.stated_at,
    sufficiency_votes.c.at,
    histories.c.measured_at,
    synthesis_runs.c.run_at,
    requests.c.answered_at,
    allowances.c.declared_at,
)


class Judgements(Rows):
    """What pages of judgements depend on beside the plans themselves."""

    def stamp(self, *, site_id: str) -> tuple[object, ...]:
        """Return how many there are of each and the newest instant of each, in one statement."""
        asked = [
            select(told).where(at.table.c.site_id == site_id).scalar_subquery()
            for at in _TOLD
            for told in (func.count(), func.max(at))
        ]
        return tuple(self._connection.execute(select(*asked)).one())
