"""A key result on the table becomes one of the plan, with the draft's id, its numbers, owner and confidence."""

from service.domain.model import Tracker
from service.domain.room.drafts import KeyResultDraft
from service.usecases.add_key_result import add_key_result
from service.usecases.needs import Needs


def commit_key_result(*, parts: Needs, site_id: str, by: str, draft: KeyResultDraft, confidence: float | None) -> None:
    """Add the key result if it is not there. Units: `confidence` 0.0–1.0. Raises: what `add_key_result` raises."""
    with parts.store.reading() as tx:
        if tx.key_results.find(site_id=site_id, id=draft.id) is not None:
            return
    tracker = draft.tracker or Tracker()
    add_key_result(
        parts=parts,
        site_id=site_id,
        by=by,
        id=draft.id,
        objective_id=draft.objective_id,
        title=draft.title,
        direction=draft.direction,
        baseline=draft.baseline,
        target=draft.target,
        unit=draft.unit,
        lower=draft.lower,
        upper=draft.upper,
        owner=draft.owner,
        confidence=confidence,
        tracker_kind=tracker.kind,
        tracker_method=tracker.method,
        jql=tracker.jql,
        jql_field=tracker.jql_field,
        jql_denominator=tracker.jql_denominator,
        issue=tracker.issue_id,
        issue_field=tracker.issue_field_id,
        field=tracker.field_id,
        due_on=draft.due_on,
        commitment=draft.commitment,
    )
