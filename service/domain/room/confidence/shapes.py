"""The sealed votes of a room, one ballot a key result. A changed wording begins a new ballot. No acts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from service.domain.calibration import RoundState, SealedVote, Summary, Vote, summary
from service.domain.room.drafts.shapes import KeyResultDraft


@dataclass(frozen=True, slots=True, kw_only=True)
class Ballot:
    """The votes on one key result. Nobody's own vote may leave this but as part of a summary."""

    key_result_id: str
    about: str
    state: RoundState = RoundState.SEALING
    seals: tuple[SealedVote, ...] = ()
    votes: tuple[Vote, ...] = ()

    def seal_of(self, voter: str) -> SealedVote | None:
        """Return somebody's seal, or None."""
        return next((each for each in self.seals if each.voter == voter), None)

    def has_revealed(self, voter: str) -> bool:
        """Tell whether somebody's seal is open."""
        return any(each.voter == voter for each in self.votes)

    @property
    def summary(self) -> Summary | None:
        """Return what may be shown: nothing before the count, no values below three votes."""
        return summary(votes=self.votes) if self.state is RoundState.CLOSED else None

    @property
    def median(self) -> float | None:
        """Return the middle of the counted votes where it may be shown. Units: 0.0–1.0."""
        return None if self.summary is None else self.summary.median

    def with_seal(self, sealed: SealedVote) -> Ballot:
        """Return the ballot with somebody's seal, a new one in the place of an old one."""
        others = tuple(each for each in self.seals if each.voter != sealed.voter)
        return replace(self, seals=(*others, sealed))

    def with_vote(self, vote: Vote) -> Ballot:
        """Return the ballot with one more vote open; when the last one is, it is counted."""
        if self.has_revealed(vote.voter):
            return self
        votes = (*self.votes, vote)
        is_last = len(votes) >= len(self.seals)
        return replace(self, votes=votes, state=RoundState.CLOSED if is_last else self.state)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ballots:
    """All ballots by key result."""

    by_key_result: Mapping[str, Ballot] = field(default_factory=lambda: MappingProxyType({}))

    def of(self, draft: KeyResultDraft) -> Ballot:
        """Return the ballot on a key result as it is worded now; an empty one where nobody voted on this wording."""
        found = self.by_key_result.get(draft.id)
        if found is None or found.about != draft.wording:
            return Ballot(key_result_id=draft.id, about=draft.wording)
        return found

    def put(self, ballot: Ballot) -> Ballots:
        """Return the ballots with one changed."""
        return replace(self, by_key_result=MappingProxyType({**self.by_key_result, ballot.key_result_id: ballot}))
