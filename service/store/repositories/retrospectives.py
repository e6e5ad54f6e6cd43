"""What teams said when they looked back."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select

from service.domain.retrospective import Question, Retrospective
from service.store.repositories.base import Rows
from service.store.tables import retrospectives


class Retrospectives(Rows):
    """Retrospectives of a site, one a team and cycle."""

    def put(self, *, site_id: str, retrospective: Retrospective) -> None:
        """Insert a team's retrospective of a cycle or overwrite it."""
        self._put(
            retrospectives,
            {
                "site_id": site_id,
                "cycle_id": retrospective.cycle_id,
                "team_id": retrospective.team_id,
                "answers": {question.value: answer for question, answer in retrospective.answers.items()},
                "author": retrospective.author,
                "at": retrospective.at,
            },
        )

    def list(self, *, site_id: str, cycle_id: str | None = None) -> tuple[Retrospective, ...]:
        """Return the retrospectives of a cycle, or of all; oldest first."""
        row = retrospectives.c
        query = select(retrospectives).where(row.site_id == site_id).order_by(row.at, row.team_id)
        if cycle_id is not None:
            query = query.where(row.cycle_id == cycle_id)
        return tuple(_object(found) for found in self._connection.execute(query).mappings())


def _object(row: Mapping[Any, Any]) -> Retrospective:
    return Retrospective(
        cycle_id=row["cycle_id"],
        team_id=row["team_id"],
        answers={Question(name): answer for name, answer in row["answers"].items()},
        author=row["author"],
        at=row["at"],
    )
