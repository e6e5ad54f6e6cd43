"""Telling linked issues whom they serve: the property `northstar.initiative`, many issues in one request."""

from collections.abc import Iterable, Mapping

from connect.descriptor import INITIATIVE_PROPERTY
from connect.errors import Stale
from service.domain.model import KeyResultState
from service.domain.progress import progress
from service.store import Transaction
from service.usecases.changed import mark_issue_changed, wake
from service.usecases.needs import Needs
from service.usecases.sync.properties import initiative_property


def property_of_issue(*, tx: Transaction, site_id: str, issue_id: str) -> dict[str, object]:
    """Return the property an issue should have now."""
    links = tx.initiatives.of_issue(site_id=site_id, issue_id=issue_id)
    linked = tx.key_results.get_many(site_id=site_id, ids=[each.key_result_id for each in links])
    living = [each for each in linked if each.state is KeyResultState.ACTIVE]
    shares = {}
    for key_result in living:
        history = tx.checkins.of_key_result(site_id=site_id, key_result_id=key_result.id)
        value = next((each.value for each in reversed(history) if each.value is not None), None)
        shares[key_result.id] = progress(key_result, value, history).clamped
    return initiative_property(key_result_ids=[each.id for each in living], progress=shares)


def write_initiatives(*, parts: Needs, site_id: str, key_result_ids: Iterable[str]) -> int:
    """Write the property of every issue linked to these key results; return of how many.

    It is a projection nobody edits, so it is written without being read first: one point for a hundred issues.
    Where Jira is still busy with an earlier such request, each issue is left to a job of its own.
    Raises: connect.errors.ProductError.
    """
    values: dict[str, Mapping[str, Mapping[str, object]]] = {}
    with parts.store.reading() as tx:
        for issue in tx.issues.of_key_results(site_id=site_id, key_result_ids=key_result_ids):
            if not issue.gone:
                value = property_of_issue(tx=tx, site_id=site_id, issue_id=issue.id)
                values[issue.id] = {INITIATIVE_PROPERTY: value}
    if not values:
        return 0
    try:
        parts.jira(site_id).put_properties(values=values)
    except Stale:
        with parts.store.transaction() as tx:
            wakes = [each for id in values for each in mark_issue_changed(tx=tx, site_id=site_id, issue_id=id)]
        wake(parts=parts, wakes=wakes)
    return len(values)
