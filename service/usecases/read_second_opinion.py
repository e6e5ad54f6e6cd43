"""Grade a team's objectives of a cycle under every doctrine, and find the edits that would satisfy them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from service.domain.model import KeyResult, KeyResultState, Objective, ObjectiveState, Team
from service.domain.presets import PRESETS, Preset
from service.domain.second_opinion import (
    Disagreement,
    DraftKeyResult,
    DraftObjective,
    DraftSet,
    Flip,
    Opinion,
    disagreements,
    dissents,
    flip,
    opinions,
)
from service.usecases.cycle_plan import read_doctrines
from service.usecases.needs import Needs


@dataclass(frozen=True, slots=True, kw_only=True)
class SecondOpinion:
    """The verdict matrix of a set. `flips` holds one list a failing doctrine; `flip_all` satisfies every one at once.

    `binding` is the doctrine the team plans by; `dissents` those that see it otherwise.
    """

    draft: DraftSet
    binding: str
    opinions: tuple[Opinion, ...]
    disagreements: tuple[Disagreement, ...]
    dissents: tuple[Opinion, ...]
    flips: tuple[Flip, ...]
    flip_all: Flip | None


def read_second_opinion(*, parts: Needs, site_id: str, cycle_id: str, team_id: str) -> SecondOpinion:
    """Return what the seven doctrines, and the team's own one, say of its living objectives. Raises: NotThere."""
    with parts.store.reading() as tx:
        tx.cycles.get(site_id=site_id, id=cycle_id)
        team = tx.teams.get(site_id=site_id, id=team_id)
        objectives = tx.objectives.of_cycle(site_id=site_id, cycle_id=cycle_id)
        key_results = tx.key_results.of_cycle(site_id=site_id, cycle_id=cycle_id)
        waived = {each.key_result_id for each in tx.waivers.of_cycle(site_id=site_id, cycle_id=cycle_id)}
        doctrines = read_doctrines(tx=tx, site_id=site_id)
    binding = doctrines.of_team(team)
    draft = _draft(team, objectives, key_results, waived)
    return grade(draft=draft, presets={**PRESETS, binding.key: binding}.values(), binding=binding.key)


def grade(*, draft: DraftSet, presets: Iterable[Preset], binding: str) -> SecondOpinion:
    """Grade any draft under the given doctrines."""
    chosen = tuple(presets)
    found = opinions(draft=draft, presets=chosen)
    failed = {each.preset for each in found if not each.passes}
    flips = (flip(draft=draft, presets=(preset,)) for preset in chosen if preset.key in failed)
    return SecondOpinion(
        draft=draft,
        binding=binding,
        opinions=found,
        disagreements=disagreements(opinions=found),
        dissents=dissents(opinions=found, binding=binding),
        flips=tuple(each for each in flips if each is not None),
        flip_all=flip(draft=draft, presets=chosen),
    )


def _draft(team: Team, objectives: Sequence[Objective], key_results: Sequence[KeyResult], waived: set[str]) -> DraftSet:
    """Put the living rows of a team together. Nobody is asked who owns an objective: the team does, so that is left open."""
    return DraftSet(
        kind=team.kind,
        has_objective_owners=False,
        objectives=tuple(
            DraftObjective(
                id=objective.id,
                text=objective.title,
                key_results=tuple(
                    _drafted(row, waived)
                    for row in key_results
                    if row.objective_id == objective.id and row.state is KeyResultState.ACTIVE
                ),
            )
            for objective in objectives
            if objective.team_id == team.id and objective.state is not ObjectiveState.CANCELLED
        ),
    )


def _drafted(row: KeyResult, waived: set[str]) -> DraftKeyResult:
    return DraftKeyResult(
        id=row.id,
        text=row.title,
        baseline=row.baseline,
        target=row.target,
        unit=row.unit,
        due_on=row.due_on,
        owner=row.owner,
        confidence=row.confidence,
        commitment=row.commitment,
        is_waived=row.id in waived or row.is_enabler,
    )
