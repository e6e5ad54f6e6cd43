"""A strict order of a team's objectives: if everything is a priority, nothing is. Source: M-27."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from service.domain.errors import DomainError
from service.domain.room.act import Act, Stamp, between
from service.domain.room.drafts.objectives import FROM, require_objective
from service.domain.room.running import require_reached
from service.domain.room.seats import require_part

if TYPE_CHECKING:
    from collections.abc import Iterable

    from service.domain.room.drafts.shapes import Drafts
    from service.domain.room.facts import Facts
    from service.domain.room.room import Room


class EqualRanks(DomainError):
    """Two objectives are to have the same rank."""

    code: ClassVar[str] = "equal_ranks"


class RanksIncomplete(DomainError):
    """An order leaves objectives out, or names others."""

    code: ClassVar[str] = "ranks_incomplete"
    status: ClassVar[int] = 409


def is_strict(drafts: Drafts, team_id: str) -> bool:
    """Tell whether every living objective of a team has a rank of its own. A single one needs none."""
    ranks = [each.rank for each in drafts.objectives(team_id=team_id)]
    return len(ranks) < 2 or (None not in ranks and len(set(ranks)) == len(ranks))


def ranked(drafts: Drafts, ids: Iterable[str]) -> Drafts:
    """Return the drafts with these objectives ranked 1, 2, 3 … in this order."""
    for rank, objective_id in enumerate(ids, 1):
        draft = drafts.objective(objective_id)
        if draft is not None:
            drafts = drafts.with_objective(replace(draft, rank=rank))
    return drafts


def _may_rank(room: Room, by: str) -> None:
    require_part(room=room, by=by)
    require_reached(room=room, kinds=FROM, doing="Objectives are ranked")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rank:
    """One objective's place; 1 is first."""

    objective_id: str
    rank: int = between(1, 1000)


@dataclass(frozen=True, slots=True, kw_only=True)
class RankObjectives(Act):
    """Put all objectives of a team in an order."""

    kind: ClassVar[str] = "rank_objectives"
    summary: ClassVar[str] = "Rank a team's objectives, each with a rank of its own"
    said: ClassVar[str] = "Order kept"
    team_id: str
    ranks: tuple[Rank, ...]

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:  # noqa: ARG002
        """Raises: NotInRoom, ObserversWatch, RoomNotOpen, WrongStep, EqualRanks, RanksIncomplete."""
        _may_rank(room, stamp.by)
        if len({each.rank for each in self.ranks}) != len(self.ranks):
            raise EqualRanks("Two objectives share a rank. Say which of them comes first.", field="ranks")
        living = {each.id for each in room.drafts.objectives(team_id=self.team_id)}
        if {each.objective_id for each in self.ranks} != living or len(self.ranks) != len(living):
            raise RanksIncomplete(
                "Rank every objective on the table once; somebody may have changed the table.", field="ranks"
            )

    def apply(self, *, room: Room, stamp: Stamp) -> Room:  # noqa: ARG002
        """Number them anew, without gaps."""
        order = [each.objective_id for each in sorted(self.ranks, key=lambda each: each.rank)]
        return replace(room, drafts=ranked(room.drafts, order), ranked_teams=room.ranked_teams | {self.team_id})


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveObjective(Act):
    """Move an objective up (-1) or down (+1) among its team's; all of them are numbered then."""

    kind: ClassVar[str] = "move_objective"
    summary: ClassVar[str] = "Move an objective up or down"
    objective_id: str
    places: int = between(-20, 20)

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:  # noqa: ARG002
        """Raises: NotInRoom, ObserversWatch, RoomNotOpen, WrongStep, NotThere."""
        _may_rank(room, stamp.by)
        require_objective(room=room, objective_id=self.objective_id)

    def apply(self, *, room: Room, stamp: Stamp) -> Room:  # noqa: ARG002
        """Move it as far as the list goes."""
        draft = room.drafts.objective(self.objective_id)
        if draft is None:
            return room
        order = [each.id for each in room.drafts.objectives(team_id=draft.team_id)]
        here = order.index(draft.id)
        order.insert(min(len(order) - 1, max(0, here + self.places)), order.pop(here))
        return replace(room, drafts=ranked(room.drafts, order), ranked_teams=room.ranked_teams | {draft.team_id})


ACTS = (RankObjectives, MoveObjective)
