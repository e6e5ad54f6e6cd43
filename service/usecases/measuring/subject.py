"""What is read of a key result before its history is asked for."""

from dataclasses import dataclass

from service.domain.model import Cycle, KeyResult, Objective
from service.usecases.measuring.measure import Source, source_of
from service.usecases.needs import Needs
from service.usecases.sync.fields import site_fields

WEEKS = 52


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A key result with where it stands."""

    key_result: KeyResult
    objective: Objective
    cycle: Cycle
    linked_ids: tuple[str, ...]


def read_subject(*, parts: Needs, site_id: str, key_result_id: str) -> Subject:
    """Return the key result with its objective and cycle. Raises: NotThere."""
    with parts.store.reading() as tx:
        key_result = tx.key_results.get(site_id=site_id, id=key_result_id)
        objective = tx.objectives.get(site_id=site_id, id=key_result.objective_id)
        cycle = tx.cycles.get(site_id=site_id, id=objective.cycle_id)
        linked = tx.issues.of_key_result(site_id=site_id, key_result_id=key_result_id)
    living = tuple(each.id for each in linked if not each.gone)
    return Subject(key_result=key_result, objective=objective, cycle=cycle, linked_ids=living)


def source_of_subject(*, parts: Needs, site_id: str, subject: Subject) -> Source:
    """Return what its past can be rebuilt from. Raises: NotReplayable, JqlInvalid, connect.errors.ProductError."""
    tracker = subject.key_result.tracker
    field_id = tracker.field_id
    if field_id is None and tracker.slot is not None:
        field_id = site_fields(parts=parts, site_id=site_id).of(tracker)
    return source_of(
        tracker=tracker,
        epic_id=None if subject.objective.epic_gone else subject.objective.epic_id,
        field_id=field_id,
        linked_ids=subject.linked_ids,
        weeks=WEEKS,
        at=parts.now(),
    )
