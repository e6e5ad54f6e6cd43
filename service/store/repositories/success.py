"""When objectives count as reached, and what people answered when asked whether the key results suffice."""

from dataclasses import asdict, fields

from sqlalchemy import delete, select

from service.domain.sufficiency import Driver, SuccessCondition, Vote
from service.store.repositories.base import Rows
from service.store.tables import success_conditions, sufficiency_votes


class Success(Rows):
    """Success conditions and votes of a site by objective."""

    def find(self, *, site_id: str, objective_id: str) -> SuccessCondition | None:
        """Return the condition of an objective, or None."""
        row = success_conditions.c
        query = select(success_conditions).where(row.site_id == site_id, row.objective_id == objective_id)
        found = self._connection.execute(query).mappings().first()
        if found is None:
            return None
        known = {name: value for name, value in found.items() if name not in {"site_id", "drivers"}}
        return SuccessCondition(drivers=tuple(Driver(**each) for each in found["drivers"]), **known)

    def put(self, *, site_id: str, condition: SuccessCondition) -> None:
        """Insert a condition or overwrite the objective's."""
        values = {each.name: getattr(condition, each.name) for each in fields(SuccessCondition)}
        values["drivers"] = [asdict(driver) for driver in condition.drivers]
        self._put(success_conditions, {"site_id": site_id, **values})

    def remove(self, *, site_id: str, objective_id: str) -> None:
        """Take a condition back."""
        row = success_conditions.c
        self._connection.execute(
            delete(success_conditions).where(row.site_id == site_id, row.objective_id == objective_id)
        )

    def votes(self, *, site_id: str, objective_id: str) -> tuple[Vote, ...]:
        """Return the votes on an objective, oldest first."""
        row = sufficiency_votes.c
        named = [row[each.name] for each in fields(Vote)]
        query = select(*named).where(row.site_id == site_id, row.objective_id == objective_id)
        found = self._connection.execute(query.order_by(row.at, row.by)).mappings()
        return tuple(Vote(**each) for each in found)

    def vote(self, *, site_id: str, vote: Vote) -> None:
        """Store a vote; a person's later one replaces the earlier."""
        values = {each.name: getattr(vote, each.name) for each in fields(Vote)}
        self._put(sufficiency_votes, {"site_id": site_id, **values})
