"""How a cycle ended: every score twice, against the original promise and against what it was amended to.

Built once when a cycle closes and sealed as text; a later change of targets or doctrines never reaches it.
Source: requirements 2.7, 3.3, W-12.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from service.domain.board import Board, KeyResultView, ObjectiveView
from service.domain.board.build import build_board
from service.domain.challenge import Guardrail
from service.domain.ledger import (
    Drift,
    DualScore,
    Entry,
    EntryKind,
    as_promised,
    drift,
    late_edits,
    original,
)
from service.domain.model import (
    Checkin,
    Commitment,
    Cycle,
    CycleState,
    KeyResult,
    KeyResultState,
    Objective,
    ObjectiveState,
    ParentLink,
    Team,
)
from service.domain.presets import Preset, preset
from service.domain.scoring import ClassScore, band_of, class_scores


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyResultScore:
    """Units: scores 0.0–1.0, None for no data; `amended` is None for a cancelled one, whose original promise still counts.

    `late_edits` are amendments in the last quarter of the cycle. `guarded` is the amended score after its guardrails, None
    without any; `guarded_words` say which one is broken.
    """

    key_result_id: str
    title: str
    commitment: Commitment | None
    is_cancelled: bool
    value: float | None
    original: float | None
    amended: float | None
    band: str | None
    amendments: int
    late_edits: int
    guarded: float | None = None
    guarded_words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectiveScore:
    """An objective's scores, rolled up as its mode says. `band` is the amended score's."""

    objective_id: str
    title: str
    original: float | None
    amended: float | None
    band: str | None
    key_results: tuple[KeyResultScore, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamScore:
    """A team's set by the doctrine it planned by. `classes` keep moonshots and committed key results apart."""

    team_id: str
    name: str
    preset: str
    original: float | None
    amended: float | None
    drift: Drift
    late_edits: int
    classes: tuple[ClassScore, ...]
    objectives: tuple[ObjectiveScore, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CycleResults:
    """The whole cycle as of `as_of`."""

    cycle_id: str
    as_of: datetime
    original: float | None
    amended: float | None
    drift: Drift
    late_edits: int
    teams: tuple[TeamScore, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The rows of one cycle, with the ledger's entries about its key results, objectives and itself, oldest first."""

    cycle: Cycle
    teams: Sequence[Team]
    objectives: Sequence[Objective]
    key_results: Sequence[KeyResult]
    checkins: Sequence[Checkin]
    links: Sequence[ParentLink]
    entries: Sequence[Entry]
    guardrails: Sequence[Guardrail] = ()


def score_cycle(*, plan: Plan, site_preset: Preset, derived: Mapping[str, Preset], as_of: datetime) -> CycleResults:
    """Return the results of a cycle at an instant. Teams that planned nothing are left out."""
    now = _board(plan, plan.objectives, plan.key_results, site_preset, derived, as_of)
    then = _board(plan, *_promised(plan), site_preset, derived, as_of)
    promised = {view.objective.id: view for view in then.objectives()}
    scores: list[DualScore] = []
    teams = []
    for row in now.teams:
        objectives = tuple(_objective(view, promised[view.objective.id], plan) for view in row.objectives)
        if objectives:
            doctrine = preset(row.team.preset, derived=derived) if row.team.preset else site_preset
            team = _team(row.team, objectives, row.progress, _progress(then, row.team.id), doctrine, plan)
            teams.append(team)
            scores += _dual(objectives)
    return CycleResults(
        cycle_id=plan.cycle.id,
        as_of=as_of,
        original=then.progress,
        amended=now.progress,
        drift=drift(scores=scores),
        late_edits=sum(team.late_edits for team in teams),
        teams=tuple(teams),
    )


def _board(
    plan: Plan,
    objectives: Iterable[Objective],
    key_results: Iterable[KeyResult],
    site_preset: Preset,
    derived: Mapping[str, Preset],
    as_of: datetime,
) -> Board:
    return build_board(
        cycle=plan.cycle,
        teams=plan.teams,
        objectives=objectives,
        key_results=key_results,
        checkins=plan.checkins,
        issues=(),
        initiatives=(),
        now=as_of,
        site_preset=site_preset,
        links=plan.links,
        derived_presets=derived,
        guardrails=plan.guardrails,
    )


def _promised(plan: Plan) -> tuple[list[Objective], list[KeyResult]]:
    """Return the plan as it was promised when the cycle began to run; what was given up since is back in it."""
    begun = next((place for place, each in enumerate(plan.entries) if _begins(each)), 0)
    given_up = {each.subject_id for each in plan.entries[begun:] if each.kind is EntryKind.CANCELLED}
    objectives = [
        replace(each, state=ObjectiveState.ACTIVE) if each.id in given_up else each for each in plan.objectives
    ]
    key_results = []
    for row in plan.key_results:
        promise = original(entries=plan.entries, subject_id=row.id, begun=begun)
        kept = replace(row, state=KeyResultState.ACTIVE) if row.id in given_up else row
        key_results.append(as_promised(key_result=kept, promise=promise) if promise else kept)
    return objectives, key_results


def _begins(entry: Entry) -> bool:
    is_move = entry.kind is EntryKind.CYCLE_MOVED
    return is_move and any(change.new == CycleState.ACTIVE for change in entry.changes)


def _objective(view: ObjectiveView, promised: ObjectiveView, plan: Plan) -> ObjectiveScore:
    then = {each.key_result.id: each for each in promised.key_results}
    is_cancelled = view.objective.state is ObjectiveState.CANCELLED
    return ObjectiveScore(
        objective_id=view.objective.id,
        title=view.objective.title,
        original=promised.progress if promised.objective.state is not ObjectiveState.CANCELLED else None,
        amended=None if is_cancelled else view.progress,
        band=None,
        key_results=tuple(_key_result(each, then[each.key_result.id], plan) for each in view.key_results),
    )


def _key_result(view: KeyResultView, promised: KeyResultView, plan: Plan) -> KeyResultScore:
    row = view.key_result
    is_cancelled = row.state is KeyResultState.CANCELLED
    own = [each for each in plan.entries if each.subject_id == row.id]
    return KeyResultScore(
        key_result_id=row.id,
        title=row.title,
        commitment=row.commitment,
        is_cancelled=is_cancelled,
        value=view.value,
        original=promised.progress if promised.key_result.state is KeyResultState.ACTIVE else None,
        amended=None if is_cancelled else view.progress,
        band=None,
        amendments=sum(each.kind is EntryKind.AMENDED for each in own),
        late_edits=len(late_edits(entries=own, cycle=plan.cycle)),
        guarded=None if is_cancelled or view.guarded is None else view.guarded.score,
        guarded_words="" if view.guarded is None else view.guarded.words,
    )


def _team(
    team: Team,
    objectives: tuple[ObjectiveScore, ...],
    amended: float | None,
    promised: float | None,
    doctrine: Preset,
    plan: Plan,
) -> TeamScore:
    banded = tuple(_banded(each, doctrine) for each in objectives)
    rows = {each.id: each for each in plan.key_results}
    scored = [(rows[each.key_result_id], each.amended) for one in banded for each in one.key_results]
    return TeamScore(
        team_id=team.id,
        name=team.name,
        preset=doctrine.key,
        original=promised,
        amended=amended,
        drift=drift(scores=_dual(banded)),
        late_edits=sum(each.late_edits for one in banded for each in one.key_results),
        classes=class_scores(scored=scored, preset=doctrine),
        objectives=banded,
    )


def _banded(score: ObjectiveScore, doctrine: Preset) -> ObjectiveScore:
    rows = tuple(replace(each, band=_band(each.amended, doctrine)) for each in score.key_results)
    return replace(score, band=_band(score.amended, doctrine), key_results=rows)


def _band(score: float | None, doctrine: Preset) -> str | None:
    return None if score is None else band_of(score=score, bands=doctrine.score_bands).name


def _progress(board: Board, team_id: str) -> float | None:
    return next((row.progress for row in board.teams if row.team.id == team_id), None)


def _dual(objectives: Iterable[ObjectiveScore]) -> list[DualScore]:
    return [
        DualScore(key_result_id=each.key_result_id, original=each.original, amended=each.amended)
        for one in objectives
        for each in one.key_results
    ]
