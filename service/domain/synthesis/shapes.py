"""What the Synthesizer is given and what it says. Shapes only."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from service.domain.audit.model import Severity
from service.domain.model import Cycle, Initiative, KeyResult, Objective, Team


class Kind(StrEnum):
    """What two plans do to each other. Source: requirements 2.5; T-10."""

    UNRECOGNISED_DEPENDENCY = "unrecognised_dependency"
    DOUBLE_COUNT = "double_count"
    OPPOSED = "opposed"
    TENSION = "tension"
    SHARED_INITIATIVE = "shared_initiative"
    DATE_CONFLICT = "date_conflict"
    OVERLOAD = "overload"
    CYCLE = "cycle"
    NEAR_DUPLICATE = "near_duplicate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """An issue of the link graph. `needs` are the ids of issues it waits for; `parent_id` is what it is part of."""

    id: str
    key: str
    project_key: str
    is_done: bool = False
    due_on: date | None = None
    parent_id: str | None = None
    needs: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Plans:
    """The plans of all teams for one cycle, and the work behind them.

    `key_results` and `objectives` are the living ones. `field_ids` is as in `queries.canonical`; `accepted` are ids of
    findings whose request was accepted; `most_owned` is how many key results one person may own.
    """

    cycle: Cycle
    teams: tuple[Team, ...]
    objectives: tuple[Objective, ...]
    key_results: tuple[KeyResult, ...]
    initiatives: tuple[Initiative, ...] = ()
    work: Mapping[str, Work] = field(default_factory=dict)
    field_ids: Mapping[str, str] = field(default_factory=dict)
    accepted: frozenset[str] = frozenset()
    most_owned: int = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class SetFinding:
    """One finding over the set. `id` stays the same as long as the same things conflict.

    `team_id` asks, `other_team_id` is asked (None: the matter is the team's own). `path` are issue keys from the initiative
    to the evidence. `measure` says how it was found. Units: `slack_days` from the due date to the day it is needed, negative
    when late.
    """

    id: str
    kind: Kind
    severity: Severity
    message: str
    measure: str
    team_id: str
    other_team_id: str | None = None
    key_result_ids: tuple[str, ...] = ()
    objective_ids: tuple[str, ...] = ()
    issue_id: str | None = None
    path: tuple[str, ...] = ()
    slack_days: int | None = None


def finding_id(kind: Kind, *parts: str) -> str:
    """Return the id of a finding about these things, 32 hexadecimal digits."""
    return hashlib.sha256("|".join((kind, *parts)).encode()).hexdigest()[:32]
