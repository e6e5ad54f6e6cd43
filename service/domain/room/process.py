"""How the planning itself went, in figures, beside what vendors say of others. Pure.

A vendor's number is a benchmark with its source, never a promise. Source: T-03, T-04, T-11, T-13, T-16, T-17.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from service.domain.room.drafts.judged import judge_key_result
from service.domain.wording import percent

if TYPE_CHECKING:
    from datetime import datetime

    from service.domain.presets import Preset
    from service.domain.room.facts import Facts
    from service.domain.room.room import Room

SLOW_DAYS: Final = 7
"""Source: T-17, ≥ 7 days from first draft to launch warns."""
SHORTEST_MINUTES: Final = 20
LONGEST_DAYS: Final = 21
"""Source: T-16, < 20 minutes or > 3 weeks warns."""
VENDOR: Final = "OKRs Tool, “OKR planning”, 330 organisations"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One figure with what it is compared to. `benchmark` is a vendor's claim and says whose."""

    key: str
    name: str
    value: str
    warns: bool = False
    says: str = ""
    benchmark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetQuality:
    """How many key results are daily business or tasks. Source: T-13, T-10d."""

    key_results: int
    kpis: int
    tasks: int

    @property
    def share(self) -> float | None:
        """Return the share that is no outcome. Units: 0.0–1.0."""
        return (self.kpis + self.tasks) / self.key_results if self.key_results else None


def set_quality(*, room: Room, preset: Preset) -> SetQuality:
    """Count what the auditor takes for daily business or for a task, waived enablers apart."""
    rows = [each for each in room.drafts.key_results() if each.waiver is None]
    verdicts = [judge_key_result(each, preset=preset).verdict for each in rows]
    return SetQuality(key_results=len(rows), kpis=verdicts.count("kpi"), tasks=verdicts.count("task"))


def link_coverage(room: Room) -> float | None:
    """Return the share of all teams' objectives with a way up, as last reviewed. Units: 0.0–1.0. Source: T-11."""
    units = room.alignment.review.units if room.alignment.review else ()
    total = sum(each.objectives for each in units)
    return sum(each.linked for each in units) / total if total else None


def figures(*, room: Room, facts: Facts) -> tuple[Figure, ...]:
    """Return the figures of a session that has something to count."""
    made = (
        _launch(room, facts),
        _length(room, facts),
        _looked_back(facts),
        _maturity(facts),
        _links(room),
        _quality(room, facts),
    )
    return tuple(each for each in made if each is not None)


def first_draft_at(room: Room) -> datetime | None:
    """Return when the first objective was put on the table, whether it stayed there or not. Source: T-17."""
    return min((each.drafted_at for each in room.drafts.all_objectives if each.drafted_at), default=None)


def _launch(room: Room, facts: Facts) -> Figure | None:
    began, launched = first_draft_at(room), room.commits.first_at
    if began is None:
        return None
    days = ((launched or facts.now) - began) / timedelta(days=1)
    return Figure(
        key="launch",
        name="First draft to launch",
        value=f"{days:.0f} days" if days >= 1 else "the same day",
        warns=days >= SLOW_DAYS,
        says="Seven days or more: what was drafted is going stale. Commit, or book a shorter session."
        if days >= SLOW_DAYS
        else "",
        benchmark=f"Up to 50 % better in under a week ({VENDOR}; T-17)",
    )


def _length(room: Room, facts: Facts) -> Figure | None:
    used = sum(run.used_s(now=facts.now) for run in room.agenda.runs) / 60
    if not room.agenda.runs:
        return None
    span = (room.agenda.runs[-1].ended_at or facts.now) - room.agenda.runs[0].started_at
    too_short = bool(room.agenda.is_over and used < SHORTEST_MINUTES)
    too_long = span > timedelta(days=LONGEST_DAYS)
    says = (
        "Under 20 minutes nobody can have argued."
        if too_short
        else "Over three weeks the process is the work."
        if too_long
        else ""
    )
    return Figure(
        key="length",
        name="Time used",
        value=f"{used:.0f} of {room.agenda.planned_minutes} min",
        warns=too_short or too_long,
        says=says,
        benchmark=f"Teams 60–90 min, leadership 2–3 h ({VENDOR}; T-16)",
    )


def _looked_back(facts: Facts) -> Figure:
    return Figure(
        key="looked_back",
        name="Looked back before planning",
        value="yes" if facts.has_looked_back else "no",
        warns=not facts.has_looked_back and facts.cycles_before > 0,
        says=""
        if facts.has_looked_back or not facts.cycles_before
        else "Write the retrospective of the last cycle; it takes ten minutes.",
        benchmark=f"Next cycle's completion +30–45 % with one ({VENDOR}; T-03)",
    )


def _maturity(facts: Facts) -> Figure:
    return Figure(
        key="maturity",
        name="Cycles planned before",
        value=str(facts.cycles_before),
        benchmark=f"By cycle five +20.3 % over the first two ({VENDOR}; T-04)",
    )


def _links(room: Room) -> Figure | None:
    share = link_coverage(room)
    if share is None:
        return None
    return Figure(
        key="links",
        name="Objectives with a way up",
        value=percent(share),
        warns=share < 1,
        says="" if share == 1 else "Propose what the others contribute to, or say why they stand by themselves.",
        benchmark=f"65 % of teams are not linked ({VENDOR}; T-11)",
    )


def _quality(room: Room, facts: Facts) -> Figure | None:
    quality = set_quality(room=room, preset=facts.preset)
    if quality.share is None:
        return None
    return Figure(
        key="quality",
        name="Key results that are daily business or tasks",
        value=f"{percent(quality.share)} ({quality.kpis} + {quality.tasks} of {quality.key_results})",
        warns=quality.share > 0,
        says=""
        if quality.share == 0
        else "Rewrite them as what changes for somebody, or move them to the health list.",
        benchmark=f"52 % of 7,857 key results ({VENDOR}; T-13)",
    )
