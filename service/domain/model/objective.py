"""What a team wants to achieve in a cycle."""

from dataclasses import dataclass
from enum import StrEnum


class ObjectiveState(StrEnum):
    """The life of an objective."""

    DRAFT = "draft"
    ACTIVE = "active"
    CANCELLED = "cancelled"
    CLOSED = "closed"


class RollupMode(StrEnum):
    """What an objective's progress is made of. Source: requirements 3.2."""

    OWN = "own"
    CHILDREN = "children"
    BOTH = "both"


@dataclass(frozen=True, slots=True, kw_only=True)
class Objective:
    """A qualitative aim with a why, mapped to at most one epic (`epic_id` is stable, `epic_key` changes when it moves).

    `seen_title` is the epic's summary as last read or written: the base of the three-way title decision.
    `parent_id` is the one objective it scores into; splitting it over several, or contributing without scoring, takes
    `ParentLink`s. `carried_from_id` is the unfinished objective of the cycle before that this one goes on with.
    `changed_rev > published_rev` means Jira has not yet been told.
    """

    id: str
    cycle_id: str
    team_id: str
    title: str
    why: str = ""
    parent_id: str | None = None
    rollup: RollupMode = RollupMode.OWN
    state: ObjectiveState = ObjectiveState.ACTIVE
    epic_id: str | None = None
    epic_key: str | None = None
    epic_gone: bool = False
    seen_title: str | None = None
    changed_rev: int = 0
    published_rev: int = 0
    publish_error: str | None = None
    position: int = 0
    carried_from_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ParentLink:
    """A further way up. `share` (0.0–1.0) of the child scores into this parent; None contributes without scoring.

    The shares of a child over all its parents sum to 1, so that nothing is counted twice. Source: requirements 3.2.
    """

    child_id: str
    parent_id: str
    share: float | None = None
