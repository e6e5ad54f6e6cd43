"""Audit every text of a cycle, with what the tracker knows beside it, each under its own team's doctrine."""

from dataclasses import dataclass

from service.domain.audit import AUTO, Audit, Structured, audit
from service.domain.model import Cycle, Direction, KeyResult, KeyResultState, Objective, ObjectiveState
from service.domain.presets import Preset
from service.domain.presets import preset as preset_by_name
from service.usecases.needs import Needs


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditedKeyResult:
    """A key result and what the auditor says of it."""

    key_result: KeyResult
    audit: Audit


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditedObjective:
    """An objective with its live key results, each judged."""

    objective: Objective
    audit: Audit
    key_results: tuple[AuditedKeyResult, ...]


def audit_cycle(
    *,
    parts: Needs,
    site_id: str,
    cycle_id: str,
    objective_id: str | None = None,
    preset: str | None = None,
    language: str = AUTO,
    show_all: bool = False,
) -> tuple[AuditedObjective, ...]:
    """Judge the live objectives of a cycle, or one of them, in their order.

    `preset` judges all by one doctrine; without it the team's counts, else the site's.
    Raises: NotThere, PresetUnknown.
    """
    with parts.store.reading() as tx:
        site = tx.sites.get(site_id=site_id)
        cycle = tx.cycles.get(site_id=site_id, id=cycle_id)
        teams = {team.id: team for team in tx.teams.list(site_id=site_id)}
        objectives = tx.objectives.of_cycle(site_id=site_id, cycle_id=cycle_id)
        key_results = tx.key_results.of_cycle(site_id=site_id, cycle_id=cycle_id)
    audited: list[AuditedObjective] = []
    for objective in objectives:
        if objective.state is ObjectiveState.CANCELLED or objective_id not in (None, objective.id):
            continue
        team = teams.get(objective.team_id)
        doctrine = preset_by_name(preset or (team.preset if team else None) or site.preset)
        judged = tuple(
            AuditedKeyResult(
                key_result=key_result,
                audit=_judge(key_result, cycle=cycle, doctrine=doctrine, language=language, show_all=show_all),
            )
            for key_result in key_results
            if key_result.objective_id == objective.id and key_result.state is not KeyResultState.CANCELLED
        )
        found = audit(kind="objective", text=objective.title, preset=doctrine, language=language, show_all=show_all)
        audited.append(AuditedObjective(objective=objective, audit=found, key_results=judged))
    return tuple(audited)


def _judge(key_result: KeyResult, *, cycle: Cycle, doctrine: Preset, language: str, show_all: bool) -> Audit:
    return audit(
        kind="kr",
        text=key_result.title,
        fields=known_of(key_result, cycle=cycle),
        preset=doctrine,
        language=language,
        show_all=show_all,
    )


def known_of(key_result: KeyResult, *, cycle: Cycle) -> Structured:
    """Write down what the tracker knows of a key result beside its title.

    A yes-or-no key result has no scale: its stored target of 1 is no number that measures.
    """
    scaled = key_result.direction not in (Direction.BINARY, Direction.MILESTONES)
    return Structured(
        baseline=key_result.baseline if scaled else None,
        target=key_result.target if scaled else None,
        unit=key_result.unit,
        due_on=key_result.due_on or cycle.ends_on,
        in_cycle=True,
        waived=key_result.is_enabler,
    )
