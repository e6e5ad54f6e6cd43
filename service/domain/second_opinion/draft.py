"""A set of drafts as the doctrines see it: one team's objectives and key results before the cycle. Values only."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from service.domain.model import Commitment, TeamKind


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftKeyResult:
    """A key result on the table. `is_waived`: admitted, or asked to be, as a vital enabler.

    Units: `baseline`, `target` in `unit`; `confidence` 0.0–1.0.
    """

    id: str
    text: str
    baseline: float | None = None
    target: float | None = None
    unit: str = ""
    due_on: date | None = None
    owner: str | None = None
    confidence: float | None = None
    commitment: Commitment | None = None
    is_waived: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftObjective:
    """An objective on the table, with its key results."""

    id: str
    text: str
    owner: str | None = None
    key_results: tuple[DraftKeyResult, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftSet:
    """What one team wants to commit to. `has_objective_owners` is False where nobody was asked who owns an objective."""

    kind: TeamKind = TeamKind.TEAM
    objectives: tuple[DraftObjective, ...] = ()
    has_objective_owners: bool = True

    def key_results(self) -> Iterator[DraftKeyResult]:
        """Yield every key result."""
        for objective in self.objectives:
            yield from objective.key_results
