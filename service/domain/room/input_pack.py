"""The facts a session stands on, gathered without anybody typing them. Shapes only. Source: O-06, M-04, G-12, T-03, T-04."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

COMPLETION_BENCHMARK = (
    "Teams that look back regularly complete 30–45 % more in the next cycle, says OKRs Tool (330 organisations)."
)
"""A vendor's claim, shown as such. Source: T-03."""
MATURITY_BENCHMARK = (
    "From the fifth cycle on teams complete 20.3 % more than in their first two, says OKRs Tool (330 organisations)."
)
"""A vendor's claim, shown as such. Source: T-04."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PastKeyResult:
    """How a key result of the last cycle ended. Units: `score` 0.0–1.0, None without data."""

    id: str
    title: str
    score: float | None = None
    band: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PastObjective:
    """How an objective of the last cycle ended. Units: `score` 0.0–1.0, None without data."""

    id: str
    team_id: str
    title: str
    key_results: tuple[PastKeyResult, ...] = ()
    score: float | None = None
    band: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """What a team said when it looked back. `question` is one of the four."""

    team_id: str
    question: str
    answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamPast:
    """What a team brings along: how many cycles it has run, and whether it looked back on the last one. Source: T-03, T-04."""

    team_id: str
    cycles: int
    has_looked_back: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkGap:
    """A team's work that leads to no objective: of the open issues (M-04), and of those finished in the cycle (G-12).

    `is_complete` is False when there were more issues than are read. `examples` are keys and summaries of open ones.
    """

    team_id: str
    open_issues: int
    open_adrift: int
    finished_issues: int
    finished_adrift: int
    allowance: float
    examples: tuple[str, ...] = ()
    is_complete: bool = True

    @property
    def open_share(self) -> float | None:
        """Return the alignment gap. Units: 0.0–1.0, None without open issues. Source: M-04."""
        return self.open_adrift / self.open_issues if self.open_issues else None

    @property
    def finished_share(self) -> float | None:
        """Return the orphan share. Units: 0.0–1.0, None while nothing is finished. Source: G-12."""
        return self.finished_adrift / self.finished_issues if self.finished_issues else None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasuredBaseline:
    """Where a key result's number stood last when it was measured in Jira. Units: `value` in `unit`."""

    key_result_id: str
    title: str
    value: float
    unit: str
    asked: str
    measured_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class LivingKeyResult:
    """A key result under way. Units: `value`, `target` in `unit`; `progress`, `expected` and `confidence` 0.0–1.0."""

    id: str
    team_id: str
    objective: str
    title: str
    status: str
    unit: str = ""
    owner: str | None = None
    value: float | None = None
    target: float | None = None
    progress: float | None = None
    expected: float | None = None
    confidence: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """Everything that was gathered, as of `gathered_at`. `not_read` says what could not be read, and why."""

    gathered_at: datetime
    last_cycle: str = ""
    objectives: tuple[PastObjective, ...] = ()
    lessons: tuple[Lesson, ...] = ()
    pasts: tuple[TeamPast, ...] = ()
    gaps: tuple[WorkGap, ...] = ()
    baselines: tuple[MeasuredBaseline, ...] = ()
    living: tuple[LivingKeyResult, ...] = ()
    not_read: tuple[str, ...] = ()
