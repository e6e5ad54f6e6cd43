"""Read every tracker of a site that has to be asked: queries, and numbers on named issues."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from connect.outbound.budget import Urgency, spending
from service.domain.board import Problem
from service.domain.errors import DomainError
from service.domain.model import CycleState, KeyResult, Tracker
from service.domain.trackers import Reading
from service.store import Transaction
from service.usecases.changed import wake
from service.usecases.needs import Needs
from service.usecases.sync.values import record_reading
from service.usecases.tracking.ask import ask, is_asked, question_of, tracker_scope

FRESH: Final = timedelta(minutes=15)
"""A reading that is younger is not repeated: a pass that had to wait for points goes on where it stopped."""


@dataclass(frozen=True, slots=True)
class TrackersRead:
    """What a pass did: trackers asked, check-ins recorded, trackers that could not be read."""

    asked: int = 0
    recorded: int = 0
    failed: int = 0


def read_trackers(*, parts: Needs, site_id: str) -> TrackersRead:
    """Ask each tracker of a running cycle once, the same question only once, and record the values that moved.

    Background work: it waits while the hour's points are short. One tracker that cannot be read is noted as a problem and keeps
    no other from being read. Raises: connect.errors.ProductError, NoInstallation.
    """
    with parts.store.reading() as tx:
        due = _due(tx, parts, site_id)
    answers: dict[Tracker, Reading | DomainError] = {}
    recorded = failed = 0
    with spending(Urgency.BACKGROUND):
        for key_result in due:
            question = question_of(key_result.tracker)
            if question not in answers:
                answers[question] = _answer(parts, site_id, question)
            answer = answers[question]
            if isinstance(answer, Reading):
                recorded += _record(parts, site_id, key_result, answer)
            else:
                failed += 1
                _note(parts, site_id, key_result, (_problem(key_result, answer),))
    return TrackersRead(len(answers), recorded, failed)


def _due(tx: Transaction, parts: Needs, site_id: str) -> tuple[KeyResult, ...]:
    now = parts.now()
    running = {
        cycle.id
        for cycle in tx.cycles.list(site_id=site_id)
        if cycle.state in (CycleState.ACTIVE, CycleState.REVIEW) and cycle.starts_on <= now.date()
    }
    asked = [each for each in tx.key_results.active(site_id=site_id) if is_asked(tracker=each.tracker)]
    objectives = tx.objectives.get_many(site_id=site_id, ids=[each.objective_id for each in asked])
    cycle_of = {each.id: each.cycle_id for each in objectives}
    last = {each.id: tx.cursors.find(site_id=site_id, name=tracker_scope(each.id)) for each in asked}
    stale = [
        each
        for each in asked
        if cycle_of[each.objective_id] in running and ((at := last[each.id]) is None or at <= now - FRESH)
    ]
    return tuple(sorted(stale, key=lambda each: (last[each.id] is not None, last[each.id] or now, each.id)))


def _answer(parts: Needs, site_id: str, question: Tracker) -> Reading | DomainError:
    jira = parts.jira(site_id)
    try:
        return ask(jira=jira, tracker=question, at=parts.now())
    except DomainError as refused:
        return refused


def _record(parts: Needs, site_id: str, key_result: KeyResult, reading: Reading) -> bool:
    with parts.store.transaction() as tx:
        current = tx.key_results.get(site_id=site_id, id=key_result.id)
        recorded = None
        if question_of(current.tracker) == question_of(key_result.tracker):  # nobody changed it while we asked
            recorded = record_reading(
                tx=tx,
                parts=parts,
                site_id=site_id,
                key_result=current,
                reading=reading,
                is_first=tx.cursors.find(site_id=site_id, name=tracker_scope(key_result.id)) is None,
            )
        found = () if reading.value is not None else (_problem(key_result, reading),)
        tx.problems.replace(site_id=site_id, scope=tracker_scope(key_result.id), problems_found=found, at=parts.now())
        tx.cursors.put(site_id=site_id, name=tracker_scope(key_result.id), at=parts.now())
    if recorded is not None:
        wake(parts=parts, wakes=recorded.wakes)
    return recorded is not None


def _note(parts: Needs, site_id: str, key_result: KeyResult, found: tuple[Problem, ...]) -> None:
    with parts.store.transaction() as tx:
        tx.problems.replace(site_id=site_id, scope=tracker_scope(key_result.id), problems_found=found, at=parts.now())
        tx.cursors.put(site_id=site_id, name=tracker_scope(key_result.id), at=parts.now())


def _problem(key_result: KeyResult, said: Reading | DomainError) -> Problem:
    reason = said.provenance.split(" | ")[0] if isinstance(said, Reading) else said.message
    return Problem(
        code="tracker_has_no_value" if isinstance(said, Reading) else "tracker_unreadable",
        message=f"The tracker of “{key_result.title}” gives no value: {reason}",
        way_out="Correct what it reads, or check in by hand.",
        key_result_id=key_result.id,
    )
