"""Read what a team's confidence turned out to be worth."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from service.domain.calibration import (
    FEWEST,
    Calibrated,
    Outcome,
    ReliabilityRow,
    RoundState,
    brier,
    calibrated,
    reliability,
    summary,
)
from service.domain.key_results_rules import require_confidence
from service.domain.model import Checkin, Cycle, CycleState, KeyResult, KeyResultState, ObjectiveState
from service.domain.progress import progress
from service.store import Transaction
from service.usecases.needs import Needs


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """A team's record over closed cycles. With fewer than ten key results of its own the figures are all teams' (`is_pooled`).

    Units: shares 0.0–1.0; `brier` 0 is perfect, 0.25 is always saying 50 %; None for no data.
    """

    team_id: str
    number: int
    is_pooled: bool
    brier: float | None
    reliability: tuple[ReliabilityRow, ...]
    calibrated: Calibrated | None


def read_calibration(*, parts: Needs, site_id: str, team_id: str, confidence: float | None = None) -> Calibration:
    """Return the record, and what a stated `confidence` is worth by it.

    What counts is the median of the last closed round of votes, else the owner's confidence, against whether the target was
    reached at the close. Raises: NotThere, ConfidenceOutOfRange. Source: requirements 2.8.
    """
    require_confidence(confidence=confidence)
    with parts.store.reading() as tx:
        tx.teams.get(site_id=site_id, id=team_id)
        closed = [each for each in tx.cycles.list(site_id=site_id) if each.state is CycleState.CLOSED]
        outcomes = outcomes_of(tx=tx, site_id=site_id, cycles=closed)
    own = outcomes.get(team_id, ())
    everybody = [each for rows in outcomes.values() for each in rows]
    is_pooled = len(own) < FEWEST
    shown = everybody if is_pooled else own
    return Calibration(
        team_id=team_id,
        number=len(shown),
        is_pooled=is_pooled,
        brier=brier(outcomes=shown),
        reliability=reliability(outcomes=shown),
        calibrated=None if confidence is None else calibrated(confidence=confidence, team=own, everybody=everybody),
    )


def outcomes_of(*, tx: Transaction, site_id: str, cycles: Iterable[Cycle]) -> Mapping[str, tuple[Outcome, ...]]:
    """Return what stated confidence turned out to be worth in closed cycles, by team id."""
    found: dict[str, list[Outcome]] = defaultdict(list)
    for cycle in cycles:
        for team_id, outcome in _outcomes(tx, site_id, cycle):
            found[team_id].append(outcome)
    return {team_id: tuple(rows) for team_id, rows in found.items()}


def _outcomes(tx: Transaction, site_id: str, cycle: Cycle) -> Iterator[tuple[str, Outcome]]:
    """Yield (team id, outcome) of each key result that was promised, stated and measured in time."""
    objectives = {each.id: each for each in tx.objectives.of_cycle(site_id=site_id, cycle_id=cycle.id)}
    histories: dict[str, list[Checkin]] = defaultdict(list)
    for checkin in tx.checkins.of_cycle(site_id=site_id, cycle_id=cycle.id):
        if cycle.closed_at is None or (checkin.recorded_at or checkin.at) <= cycle.closed_at:
            histories[checkin.key_result_id].append(checkin)
    for key_result in tx.key_results.of_cycle(site_id=site_id, cycle_id=cycle.id):
        objective = objectives[key_result.objective_id]
        is_dropped = key_result.state is KeyResultState.CANCELLED or objective.state is ObjectiveState.CANCELLED
        if is_dropped or key_result.is_enabler:
            continue
        history = histories[key_result.id]
        value = next((each.value for each in reversed(history) if each.value is not None), None)
        final = progress(key_result, value, history).clamped
        stated = _stated(tx, site_id, key_result)
        if final is not None and stated is not None:
            yield objective.team_id, Outcome(confidence=stated, is_kept=final >= 1)


def _stated(tx: Transaction, site_id: str, key_result: KeyResult) -> float | None:
    rounds = tx.votes.rounds(site_id=site_id, key_result_id=key_result.id)
    for vote_round in reversed(rounds):
        if vote_round.state is RoundState.CLOSED:
            _, votes = tx.votes.counted(site_id=site_id, key_result_id=key_result.id, round_name=vote_round.name)
            if (median := summary(votes=votes).median) is not None:
                return median
    return key_result.confidence
