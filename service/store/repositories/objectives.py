"""Aims and the epics they are mapped to."""

from collections.abc import Collection

from sqlalchemy import ColumnElement, func, select

from service.domain.model import Objective, ObjectiveState
from service.store.repositories.revisions import Published
from service.store.tables import objectives

LIVING = (ObjectiveState.DRAFT, ObjectiveState.ACTIVE)


class Objectives(Published[Objective]):
    """Objectives of a site, in their order on the board."""

    table = objectives
    made_of = Objective
    noun = "objective"
    order = ("position", "id")

    def cycles_of_teams(self, *, site_id: str, team_ids: Collection[str]) -> frozenset[str]:
        """Return the ids of the cycles in which any of these teams has objectives."""
        row = objectives.c
        query = select(row.cycle_id).where(row.site_id == site_id, row.team_id.in_(list(team_ids))).distinct()
        return frozenset(self._connection.execute(query).scalars())

    def of_cycle(self, *, site_id: str, cycle_id: str) -> tuple[Objective, ...]:
        """Return the objectives of a cycle, cancelled ones included."""
        return self._all(self._select(site_id).where(objectives.c.cycle_id == cycle_id))

    def of_team(self, *, site_id: str, team_id: str) -> tuple[Objective, ...]:
        """Return the objectives of a team in all cycles."""
        return self._all(self._select(site_id).where(objectives.c.team_id == team_id))

    def children(self, *, site_id: str, parent_id: str) -> tuple[Objective, ...]:
        """Return the objectives that contribute to one."""
        return self._all(self._select(site_id).where(objectives.c.parent_id == parent_id))

    def find_by_epic(self, *, site_id: str, epic_id: str) -> Objective | None:
        """Return the living objective mapped to an epic, or None."""
        mapped = (objectives.c.epic_id == epic_id, objectives.c.state.in_(LIVING))
        return self._first(self._select(site_id).where(*mapped))

    def mapped(self, *, site_id: str) -> tuple[Objective, ...]:
        """Return the living objectives that have an epic."""
        living = (objectives.c.epic_id.is_not(None), objectives.c.state.in_(LIVING))
        return self._all(self._select(site_id).where(*living))

    def publishing(self, *, site_id: str) -> tuple[object, ...]:
        """Return a handful of numbers and texts that differ once an objective was changed, published or failed to be."""
        row = objectives.c
        counted = select(func.count(), func.sum(row.changed_rev), func.sum(row.published_rev))
        failed = select(row.id, row.publish_error).where(row.publish_error.is_not(None))
        totals = self._connection.execute(counted.where(row.site_id == site_id)).one()
        failures = self._connection.execute(failed.where(row.site_id == site_id).order_by(row.id))
        return (*totals, *(tuple(failure) for failure in failures))

    def next_position(self, *, site_id: str, cycle_id: str) -> int:
        """Return the position behind the last objective of a cycle."""
        last = select(func.max(objectives.c.position)).where(
            objectives.c.site_id == site_id, objectives.c.cycle_id == cycle_id
        )
        highest = self._connection.execute(last).scalar()
        return 0 if highest is None else highest + 1

    def _publishable(self) -> tuple[ColumnElement[bool], ...]:
        return (objectives.c.epic_id.is_not(None), objectives.c.epic_gone.is_(False))
