"""How time passes in an agenda: which step runs, since when, how long it was paused, what each step has used. No acts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from service.domain.room.steps import Step


@dataclass(frozen=True, slots=True, kw_only=True)
class StepRun:
    """One time that a step ran; a step that was gone back to has several. Units: `paused_s`, `extended_s` in seconds."""

    step_id: str
    started_at: datetime
    ended_at: datetime | None = None
    paused_s: float = 0.0
    extended_s: float = 0.0
    paused_at: datetime | None = None

    def used_s(self, *, now: datetime) -> float:
        """Return how long the step ran without the pauses. Units: seconds. Source: M-11."""
        until = self.ended_at or self.paused_at or now
        return max(0.0, (until - self.started_at).total_seconds() - self.paused_s)

    def resumed(self, *, at: datetime) -> StepRun:
        """Return the run with its pause over."""
        if self.paused_at is None:
            return self
        pause_s = (at - self.paused_at).total_seconds()
        return replace(self, paused_at=None, paused_s=self.paused_s + max(0.0, pause_s))

    def ended(self, *, at: datetime) -> StepRun:
        """Return the run as over; a pause that was on counts as pause."""
        return replace(self.resumed(at=at), ended_at=at)


@dataclass(frozen=True, slots=True, kw_only=True)
class WayBack:
    """Somebody went back to an earlier step. Source: M-12."""

    from_id: str
    to_id: str
    reason: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """The steps in order and how far the room has come. The running step is that of the last run, while it has no end."""

    steps: tuple[Step, ...] = ()
    runs: tuple[StepRun, ...] = ()
    ways_back: tuple[WayBack, ...] = ()

    @property
    def run(self) -> StepRun | None:
        """Return the run that goes on now, or None before the first and after the last."""
        return self.runs[-1] if self.runs and self.runs[-1].ended_at is None else None

    @property
    def step(self) -> Step | None:
        """Return the step that runs now, or None."""
        return self.find(self.run.step_id) if self.run else None

    @property
    def is_paused(self) -> bool:
        """Tell whether the clock stands still."""
        return self.run is not None and self.run.paused_at is not None

    @property
    def is_over(self) -> bool:
        """Tell whether every step is behind us."""
        return bool(self.runs) and self.run is None

    @property
    def planned_minutes(self) -> int:
        """Return what all steps together should take. Units: minutes. Source: M-11."""
        return sum(step.minutes for step in self.steps)

    def find(self, step_id: str) -> Step | None:
        """Return a step, or None."""
        return next((step for step in self.steps if step.id == step_id), None)

    def after(self, step_id: str) -> Step | None:
        """Return the step that comes next, or None after the last."""
        ids = [step.id for step in self.steps]
        here = ids.index(step_id) if step_id in ids else len(ids)
        return self.steps[here + 1] if here + 1 < len(ids) else None

    def has_run(self, step_id: str) -> bool:
        """Tell whether a step was ever begun."""
        return any(run.step_id == step_id for run in self.runs)

    def used_s(self, *, step_id: str, now: datetime) -> float:
        """Return what a step has used over all its runs. Units: seconds."""
        return sum(run.used_s(now=now) for run in self.runs if run.step_id == step_id)

    def left_s(self, *, now: datetime) -> float:
        """Return what is left of the running step; negative when it overruns. Units: seconds."""
        if self.run is None or self.step is None:
            return 0.0
        extended = sum(run.extended_s for run in self.runs if run.step_id == self.step.id)
        return self.step.minutes * 60 + extended - self.used_s(step_id=self.step.id, now=now)

    def begin(self, *, step_id: str, at: datetime) -> Agenda:
        """Return the agenda with another step running; the one before ends."""
        ended = self.end(at=at)
        return replace(ended, runs=(*ended.runs, StepRun(step_id=step_id, started_at=at)))

    def end(self, *, at: datetime) -> Agenda:
        """Return the agenda with nothing running."""
        return self if self.run is None else self.with_run(self.run.ended(at=at))

    def with_run(self, run: StepRun) -> Agenda:
        """Return the agenda with the last run replaced."""
        return replace(self, runs=(*self.runs[:-1], run))
