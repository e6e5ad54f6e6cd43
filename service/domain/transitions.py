"""What stands in the way of a cycle's next step. The step itself is `cycles.move`; whoever goes on regardless is recorded."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from service.domain.model import Cycle, CycleState, KeyResult, KeyResultState, Objective, ObjectiveState, Team
from service.domain.presets import Limits, Preset
from service.domain.waivers import Waiver, WaiverState, waiver_state


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocker:
    """One reason not to move on yet. `is_hard` ones cannot be overruled. `subject_id` is what it is about."""

    code: str
    message: str
    subject_id: str
    is_hard: bool = True


def blockers(
    *,
    cycle: Cycle,
    to: CycleState,
    objectives: Iterable[Objective],
    key_results: Sequence[KeyResult],
    teams: Iterable[Team],
    preset: Preset,
    today: date,
    waivers: Sequence[Waiver] = (),
    retrospected: Collection[str] = (),
) -> tuple[Blocker, ...]:
    """Return what stands in the way of moving the cycle to `to`; `retrospected` are teams whose look back is complete.

    To active: numbers, owners, limits. To review: the time must be over (overrulable). To closed: expired enablers replaced,
    the look back done. Source: M-15, M-17, O-12, T-14; 2.9; T-02.
    """
    live = [row for row in objectives if row.state is ObjectiveState.ACTIVE]
    rows = [row for row in key_results if row.state is KeyResultState.ACTIVE]
    if to is CycleState.ACTIVE:
        return _to_active(live, rows, tuple(teams), preset)
    if to is CycleState.REVIEW and today <= cycle.ends_on:
        text = f"The cycle {cycle.key} runs until {cycle.ends_on}."
        return (Blocker(code="cycle_still_runs", message=text, subject_id=cycle.id, is_hard=False),)
    if to is CycleState.CLOSED:
        return _to_closed(live, rows, tuple(teams), waivers, retrospected, today)
    return ()


def _to_active(
    objectives: Sequence[Objective], rows: Sequence[KeyResult], teams: Sequence[Team], preset: Preset
) -> tuple[Blocker, ...]:
    found: list[Blocker] = []
    for row in rows:
        if not row.owner:
            found.append(_blocker("owner_missing", f"“{row.title}” has no owner.", row.id))
        has_number = row.target is not None or row.upper is not None or row.shape is not None
        if not has_number and preset.number_required:
            found.append(_blocker("number_missing", f"“{row.title}” has no number to reach.", row.id))
    for objective in objectives:
        number = sum(row.objective_id == objective.id and not row.is_enabler for row in rows)
        name = f"“{objective.title}” has {number} key results"
        found += _limit(number, preset.key_results, name, objective.id, "key_results", preset)
    for team in teams:
        number = sum(objective.team_id == team.id for objective in objectives)
        limits = preset.company_objectives if team.kind.value == "company" else preset.team_objectives
        if number:
            found += _limit(number, limits, f"{team.name} has {number} objectives", team.id, "objectives", preset)
    return tuple(found)


def _to_closed(
    objectives: Sequence[Objective],
    rows: Sequence[KeyResult],
    teams: Sequence[Team],
    waivers: Sequence[Waiver],
    retrospected: Collection[str],
    today: date,
) -> tuple[Blocker, ...]:
    titles = {row.id: row.title for row in rows}
    due = [each for each in waivers if waiver_state(waiver=each, today=today) is WaiverState.DUE]
    found = [
        _blocker("enabler_not_replaced", f"“{titles[each.key_result_id]}” ended without an outcome in its place.", id_)
        for each in due
        if (id_ := each.key_result_id) in titles
    ]
    planned = {objective.team_id for objective in objectives}
    found += [
        _blocker("retrospective_missing", f"{team.name} has not looked back yet.", team.id, is_hard=False)
        for team in teams
        if team.id in planned and team.id not in retrospected
    ]
    return tuple(found)


def _limit(number: int, limits: Limits, name: str, subject_id: str, noun: str, preset: Preset) -> list[Blocker]:
    if limits.maximum is not None and number > limits.maximum:
        text = f"{name}; {preset.name} allows {limits.maximum}."
        return [_blocker(f"too_many_{noun}", text, subject_id, is_hard=limits.is_hard)]
    if limits.minimum is not None and number < limits.minimum:
        text = f"{name}; {preset.name} asks for {limits.minimum} at least."
        return [_blocker(f"too_few_{noun}", text, subject_id, is_hard=False)]
    return []


def _blocker(code: str, message: str, subject_id: str, *, is_hard: bool = True) -> Blocker:
    return Blocker(code=code, message=message, subject_id=subject_id, is_hard=is_hard)
