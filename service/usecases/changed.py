"""Marking what Jira and Confluence must be told about, inside the caller's transaction; waking the workers after it.

No use case of its own: every use case that changes a number calls `mark_changed` in its transaction and `wake` when that has
committed. A lost job costs nothing, the sweep finds the mark. Source: design section 6.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from service import jobs
from service.domain.model import Objective, RollupMode
from service.jobs import Job
from service.store import Transaction
from service.usecases.needs import Needs


@dataclass(frozen=True, slots=True)
class Wake:
    """A job to enqueue after the commit. Units: `countdown_s` in seconds."""

    job: Job
    args: tuple[str, ...]
    countdown_s: float = 0.0


def mark_changed(*, tx: Transaction, parts: Needs, site_id: str, objective_ids: Iterable[str]) -> tuple[Wake, ...]:
    """Mark objectives, those above that are made of them, and their cycles' pages; return the jobs to wake.

    The chain upwards ends at an objective that doesn't take its children's progress: nothing changes beyond it.
    """
    reached = _chain(tx, site_id, objective_ids)
    wakes: list[Wake] = []
    for _, objective in sorted(reached.items()):  # one order for all writers: no deadlock
        tx.objectives.mark_changed(site_id=site_id, id=objective.id)
        if objective.epic_id and not objective.epic_gone:
            wakes.append(Wake(jobs.PUBLISH_OBJECTIVE, (site_id, objective.id)))
    publish_at = parts.now() + timedelta(seconds=parts.publish_interval_s)
    for cycle_id in sorted({objective.cycle_id for objective in reached.values()}):
        if tx.pages.mark_changed(site_id=site_id, cycle_id=cycle_id, publish_at=publish_at):
            wakes.append(Wake(jobs.PUBLISH_CYCLE, (site_id, cycle_id), parts.publish_interval_s))
    return tuple(wakes)


def mark_issue_changed(*, tx: Transaction, site_id: str, issue_id: str) -> tuple[Wake, ...]:
    """Mark a linked issue whose property or field must be written; return the job to wake."""
    tx.issues.mark_changed(site_id=site_id, id=issue_id)
    return (Wake(jobs.PUBLISH_ISSUE, (site_id, issue_id)),)


def wake(*, parts: Needs, wakes: Iterable[Wake]) -> None:
    """Enqueue each job once. Call it after the commit, never inside the transaction."""
    for each in dict.fromkeys(wakes):
        parts.enqueue(each.job, *each.args, countdown_s=each.countdown_s)


def _chain(tx: Transaction, site_id: str, objective_ids: Iterable[str]) -> dict[str, Objective]:
    reached: dict[str, Objective] = {}
    waiting = list(objective_ids)
    while waiting:
        id = waiting.pop()
        found = None if id in reached else tx.objectives.find(site_id=site_id, id=id)
        if found is None:
            continue
        reached[id] = found
        for parent_id in _scores_into(tx, site_id, found):
            parent = tx.objectives.find(site_id=site_id, id=parent_id)
            if parent is not None and parent.rollup is not RollupMode.OWN:
                waiting.append(parent.id)
    return reached


def _scores_into(tx: Transaction, site_id: str, objective: Objective) -> set[str]:
    links = tx.parent_links.of_child(site_id=site_id, child_id=objective.id)
    further = {link.parent_id for link in links if link.share is not None}
    return further if objective.parent_id is None else {objective.parent_id, *further}
