"""What a draft is made of. A draft's id becomes the id of the objective or key result when it is committed. No acts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from service.domain.model import Commitment, Direction, Tracker


@dataclass(frozen=True, slots=True, kw_only=True)
class WaiverDraft:
    """An output that asks to be admitted as a vital enabler. `unlocks` names drafts or key results. Source: O-10, 2.9."""

    unlocks: tuple[str, ...]
    owner: str
    reason: str
    expires_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class InitiativeDraft:
    """Work believed to move the number: an issue that exists (`issue_key`), or one to create (`summary`). Source: O-01, T-15."""

    id: str
    issue_key: str = ""
    summary: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyResultDraft:
    """A key result on the table.

    Units: `baseline`, `target`, `lower`, `upper` in `unit` (a percentage 0–100); `checkin_days` days between check-ins.
    `baseline_source` and `baseline_on` say where and when the baseline was measured (M-10, G-20). `challenges` counts how often
    it was entered as an output and the business value was asked for (M-02).
    """

    id: str
    objective_id: str
    title: str
    author: str
    direction: Direction = Direction.INCREASE
    baseline: float | None = None
    target: float | None = None
    unit: str = ""
    lower: float | None = None
    upper: float | None = None
    due_on: date | None = None
    baseline_source: str = ""
    baseline_on: date | None = None
    owner: str | None = None
    supporters: tuple[str, ...] = ()
    checkin_days: int | None = None
    commitment: Commitment | None = None
    tracker: Tracker | None = None
    waiver: WaiverDraft | None = None
    initiatives: tuple[InitiativeDraft, ...] = ()
    dropped_because: str | None = None
    challenges: int = 0

    @property
    def is_dropped(self) -> bool:
        """Tell whether it was taken off the table."""
        return self.dropped_because is not None

    @property
    def wording(self) -> str:
        """Return what is promised as one text: answers and votes about another wording do not count any more."""
        numbers = (self.direction.value, self.baseline, self.target, self.lower, self.upper, self.unit, self.due_on)
        return " ".join(str(each) for each in (self.title, *numbers))


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectiveDraft:
    """An objective on the table. `why` and `outcome` answer G-01; `need` names the business need (T-06).

    `rank` is its strict place among the team's (M-27), 1 is first. `came_from` names the theme or note it grew from.
    `contributors` are the people who drafted it (T-09); `carried_from_id` is the unfinished objective it goes on with.
    `proposed_parent_id` is what the team offers to contribute to; it becomes `parent_id` when the team has agreed (W-11).
    """

    id: str
    team_id: str
    title: str
    author: str
    why: str = ""
    outcome: str = ""
    need: str = ""
    owner: str | None = None
    parent_id: str | None = None
    rank: int | None = None
    came_from: str = ""
    contributors: tuple[str, ...] = ()
    carried_from_id: str | None = None
    drafted_at: datetime | None = None
    is_agreed: bool = False
    dropped_because: str | None = None
    proposed_parent_id: str | None = None
    proposed_because: str = ""
    proposed_by: str = ""
    challenges: int = 0

    @property
    def is_dropped(self) -> bool:
        """Tell whether it was taken off the table."""
        return self.dropped_because is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class HealthMetric:
    """What runs on for ever: watched, never promised. Source: M-05, T-12."""

    id: str
    team_id: str
    title: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafts:
    """Everything on the table, what was taken off it, and what went to the health list."""

    all_objectives: tuple[ObjectiveDraft, ...] = ()
    all_key_results: tuple[KeyResultDraft, ...] = ()
    health: tuple[HealthMetric, ...] = ()

    def objectives(self, *, team_id: str | None = None) -> tuple[ObjectiveDraft, ...]:
        """Return the living objectives in rank order, the unranked last; of one team if it is named."""
        living = [each for each in self.all_objectives if not each.is_dropped and team_id in {None, each.team_id}]
        return tuple(sorted(living, key=lambda each: (each.rank is None, each.rank or 0)))

    def key_results(self, *, objective_id: str | None = None) -> tuple[KeyResultDraft, ...]:
        """Return the living key results of living objectives; of one objective if it is named."""
        return tuple(each for each in self._living() if objective_id in {None, each.objective_id})

    def objective(self, objective_id: str) -> ObjectiveDraft | None:
        """Return a living objective, or None."""
        return next((each for each in self.objectives() if each.id == objective_id), None)

    def key_result(self, key_result_id: str) -> KeyResultDraft | None:
        """Return a living key result, or None."""
        return next((each for each in self._living() if each.id == key_result_id), None)

    def with_objective(self, draft: ObjectiveDraft) -> Drafts:
        """Return the drafts with one more or changed objective. A new one is its team's last, so that no two ranks are equal (M-27)."""
        if all(each.id != draft.id for each in self.all_objectives):
            ranks = [each.rank or 0 for each in self.all_objectives if each.team_id == draft.team_id]
            placed = replace(draft, rank=max(ranks, default=0) + 1) if draft.rank is None else draft
            return replace(self, all_objectives=(*self.all_objectives, placed))
        changed = tuple(draft if each.id == draft.id else each for each in self.all_objectives)
        return replace(self, all_objectives=changed)

    def with_key_result(self, draft: KeyResultDraft) -> Drafts:
        """Return the drafts with one more or changed key result."""
        if all(each.id != draft.id for each in self.all_key_results):
            return replace(self, all_key_results=(*self.all_key_results, draft))
        changed = tuple(draft if each.id == draft.id else each for each in self.all_key_results)
        return replace(self, all_key_results=changed)

    def _living(self) -> Iterator[KeyResultDraft]:
        objectives = {each.id for each in self.objectives()}
        return (each for each in self.all_key_results if not each.is_dropped and each.objective_id in objectives)
