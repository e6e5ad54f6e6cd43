"""What the last checks found and a person must put right (missing screens, permissions, spaces)."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import delete, select

from service.domain.board import Problem
from service.store.repositories.base import Rows
from service.store.tables import problems


class Problems(Rows):
    """Problems by scope: a check owns a scope and replaces all of it (`setup`, `screens:OKR`, `objective:<id>`)."""

    def replace(self, *, site_id: str, scope: str, problems_found: Iterable[Problem], at: datetime) -> None:
        """Store what a check found; whatever it found before is forgotten."""
        row = problems.c
        self._connection.execute(delete(problems).where(row.site_id == site_id, row.scope == scope))
        for position, found in enumerate(problems_found):
            self._connection.execute(
                problems.insert().values(
                    site_id=site_id,
                    scope=scope,
                    position=position,
                    code=found.code,
                    message=found.message,
                    way_out=found.way_out,
                    key_result_id=found.key_result_id,
                    found_at=at,
                )
            )

    def list(self, *, site_id: str, scope: str | None = None) -> tuple[Problem, ...]:
        """Return the problems of a scope, or of the whole site."""
        row = problems.c
        query = select(row.code, row.message, row.way_out, row.key_result_id).where(row.site_id == site_id)
        if scope is not None:
            query = query.where(row.scope == scope)
        found = self._connection.execute(query.order_by(row.scope, row.position)).mappings()
        return tuple(Problem(**values) for values in found)
