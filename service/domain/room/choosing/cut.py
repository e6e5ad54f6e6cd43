"""The forced cut: more objectives than the limit, so everybody picks from pairs, and the line is drawn. Source: M-23, O-14.

Picks are sealed until the cut is closed. What was dropped stays, with the picks as the evidence.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import combinations
from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar

from service.domain.errors import DomainError, NotThere
from service.domain.room.act import Act, Stamp, between
from service.domain.room.choosing.kemeny import Counts, Decision, decide
from service.domain.room.choosing.ranking import ranked
from service.domain.room.drafts.objectives import FROM
from service.domain.room.limits import MOST_OBJECTIVES
from service.domain.room.running import require_reached
from service.domain.room.seats import require_console, require_part

if TYPE_CHECKING:
    from service.domain.room.facts import Facts
    from service.domain.room.room import Room


class NothingToCut(DomainError):
    """The objectives are few enough."""

    code: ClassVar[str] = "nothing_to_cut"
    status: ClassVar[int] = 409


class CutRunning(DomainError):
    """A cut of the team runs already."""

    code: ClassVar[str] = "cut_running"
    status: ClassVar[int] = 409


class KeepsTooMany(DomainError):
    """A cut would leave more than the limit. Source: O-14."""

    code: ClassVar[str] = "keeps_too_many"


class NothingPicked(DomainError):
    """Nobody has picked anything, so nothing can be decided."""

    code: ClassVar[str] = "nothing_picked"
    status: ClassVar[int] = 409


@dataclass(frozen=True, slots=True, kw_only=True)
class Pick:
    """Which of two somebody would keep."""

    winner_id: str
    loser_id: str

    @property
    def pair(self) -> frozenset[str]:
        """Return the two without an order."""
        return frozenset((self.winner_id, self.loser_id))


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """One cut of one team's objectives. `candidates` stand in the order that decides between equals: dots, then place on the table."""

    id: str
    team_id: str
    candidates: tuple[str, ...]
    keep: int
    picks: Mapping[str, tuple[Pick, ...]] = field(default_factory=lambda: MappingProxyType({}))
    decision: Decision | None = None
    closed_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        """Tell whether people still pick."""
        return self.closed_at is None

    @property
    def pairs(self) -> tuple[frozenset[str], ...]:
        """Return every pair of candidates."""
        return tuple(frozenset(pair) for pair in combinations(self.candidates, 2))

    def left_for(self, account_id: str) -> tuple[tuple[str, str], ...]:
        """Return the pairs a person has not picked from. Everybody sees them in another order, so that none always comes first."""
        done = {pick.pair for pick in self.picks.get(account_id, ())}
        pairs = [pair for pair in combinations(self.candidates, 2) if frozenset(pair) not in done]
        shuffled = sorted(pairs, key=lambda pair: _shuffle(account_id, *pair))
        return tuple(pair if int(_shuffle(account_id, *pair)[-1], 16) % 2 else pair[::-1] for pair in shuffled)

    def counts(self) -> Counts:
        """Return how many prefer one to another: the evidence."""
        return Counter((pick.winner_id, pick.loser_id) for picks in self.picks.values() for pick in picks)

    def picked(self, account_id: str, pick: Pick) -> Cut:
        """Return the cut with one pick more; picking again from a pair changes one's mind."""
        others = tuple(each for each in self.picks.get(account_id, ()) if each.pair != pick.pair)
        return replace(self, picks=MappingProxyType({**self.picks, account_id: (*others, pick)}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Cuts:
    """All cuts in the order in which they were opened."""

    all: tuple[Cut, ...] = ()

    def __iter__(self) -> Iterator[Cut]:
        return iter(self.all)

    def find(self, cut_id: str) -> Cut | None:
        """Return a cut, or None."""
        return next((cut for cut in self.all if cut.id == cut_id), None)

    def running(self, team_id: str) -> Cut | None:
        """Return the open cut of a team, or None."""
        return next((cut for cut in self.all if cut.team_id == team_id and cut.is_open), None)

    def put(self, cut: Cut) -> Cuts:
        """Return the cuts with one more or changed."""
        if self.find(cut.id) is None:
            return replace(self, all=(*self.all, cut))
        return replace(self, all=tuple(cut if each.id == cut.id else each for each in self.all))


def _shuffle(*words: str) -> str:
    return hashlib.sha256(" ".join(words).encode()).hexdigest()


def _require_running(*, room: Room, cut_id: str) -> Cut:
    cut = room.cuts.find(cut_id)
    if cut is None or not cut.is_open:
        raise NotThere("This cut is over; its result is on the stage.", field="cut_id")
    return cut


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenCut(Act):
    """Let everybody pick from pairs until only `keep` objectives of a team stay."""

    kind: ClassVar[str] = "open_cut"
    summary: ClassVar[str] = "Begin the forced cut of a team's objectives"
    said: ClassVar[str] = "The cut begins: pick from each pair"
    team_id: str
    keep: int = between(1, MOST_OBJECTIVES)

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:
        """Raises: NotFacilitating, RoomNotOpen, WrongStep, NotThere, NothingToCut, CutRunning, KeepsTooMany."""
        require_console(room=room, by=stamp.by)
        require_reached(room=room, kinds=FROM, doing="Objectives are cut")
        team = facts.team(self.team_id)
        if team is None:
            raise NotThere("This team does not take part in the session.", field="team_id")
        if room.cuts.running(team.id) is not None:
            raise CutRunning("The cut runs already; everybody picks on the stage.")
        limit = room.limits.of(team, preset=facts.preset)
        if self.keep > limit:
            raise KeepsTooMany(f"The limit is {limit}, so keep {limit} or fewer.", field="keep")
        if len(room.drafts.objectives(team_id=team.id)) <= self.keep:
            raise NothingToCut(f"{team.name} has no more than {self.keep} on the table. Nothing needs to go.")

    def apply(self, *, room: Room, stamp: Stamp) -> Room:
        """Open it over what is on the table."""
        dots = room.dots.totals()
        living = room.drafts.objectives(team_id=self.team_id)
        candidates = sorted(living, key=lambda each: -dots.get(each.came_from, 0))
        cut = Cut(
            id=stamp.act_id, team_id=self.team_id, candidates=tuple(each.id for each in candidates), keep=self.keep
        )
        return replace(room, cuts=room.cuts.put(cut))


@dataclass(frozen=True, slots=True, kw_only=True)
class PickObjective(Act):
    """Of two objectives, say which to keep if only one could stay."""

    kind: ClassVar[str] = "pick_objective"
    summary: ClassVar[str] = "Pick the one of two objectives to keep"
    cut_id: str
    winner_id: str
    loser_id: str

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:  # noqa: ARG002
        """Raises: NotInRoom, ObserversWatch, RoomNotOpen, WrongStep, NotThere."""
        require_part(room=room, by=stamp.by)
        require_reached(room=room, kinds=FROM, doing="Objectives are cut")
        cut = _require_running(room=room, cut_id=self.cut_id)
        if frozenset((self.winner_id, self.loser_id)) not in cut.pairs:
            raise NotThere("These two do not stand in the cut.", field="winner_id")

    def apply(self, *, room: Room, stamp: Stamp) -> Room:
        """Keep the pick."""
        cut = room.cuts.find(self.cut_id)
        if cut is None or not cut.is_open:
            return room
        pick = Pick(winner_id=self.winner_id, loser_id=self.loser_id)
        return replace(room, cuts=room.cuts.put(cut.picked(stamp.by, pick)))


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseCut(Act):
    """Draw the line: the first ones of the common order stay, ranked; the others go, with the evidence."""

    kind: ClassVar[str] = "close_cut"
    summary: ClassVar[str] = "End the forced cut"
    said: ClassVar[str] = "The line is drawn"
    cut_id: str

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:  # noqa: ARG002
        """Raises: NotFacilitating, RoomNotOpen, NotThere, NothingPicked."""
        require_console(room=room, by=stamp.by)
        require_reached(room=room, kinds=FROM, doing="Objectives are cut")
        if not _require_running(room=room, cut_id=self.cut_id).counts():
            raise NothingPicked("Nobody has picked from a pair yet. Give people a minute.")

    def apply(self, *, room: Room, stamp: Stamp) -> Room:
        """Decide among the candidates that are still on the table."""
        cut = room.cuts.find(self.cut_id)
        if cut is None or not cut.is_open:
            return room
        living = tuple(each for each in cut.candidates if room.drafts.objective(each))
        counts = cut.counts()
        decision = decide(candidates=living, counts=counts, keep=cut.keep)
        drafts = room.drafts
        for draft in room.drafts.objectives(team_id=cut.team_id):
            if draft.id in decision.dropped:
                why = _evidence(draft.id, decision, counts)
                drafts = drafts.with_objective(replace(draft, dropped_because=why))
        others = [each.id for each in drafts.objectives(team_id=cut.team_id) if each.id not in decision.kept]
        closed = replace(cut, decision=decision, closed_at=stamp.at)
        return replace(
            room,
            cuts=room.cuts.put(closed),
            drafts=ranked(drafts, (*decision.kept, *others)),
            ranked_teams=room.ranked_teams | {cut.team_id},
        )


def _evidence(objective_id: str, decision: Decision, counts: Counts) -> str:
    place = decision.order.index(objective_id) + 1
    won = sum(count for (winner, _), count in counts.items() if winner == objective_id)
    lost = sum(count for (_, loser), count in counts.items() if loser == objective_id)
    return (
        f"Forced cut: place {place} of {len(decision.order)} where {len(decision.kept)} stay; "
        f"picked {won} of {won + lost} times."
    )


ACTS = (OpenCut, PickObjective, CloseCut)
