"""What becomes of our rows when Jira no longer shows an issue: deleted, archived, or hidden from the app."""

from dataclasses import replace

from service.usecases.changed import Wake, mark_changed, wake
from service.usecases.needs import Needs
from service.usecases.sync.values import record_initiatives_reading


def mark_gone(*, parts: Needs, site_id: str, issue_id: str) -> bool:
    """Mark the epic or the initiative as gone, keeping all history; tell whether it was news."""
    wakes: list[Wake] = []
    is_news = False
    with parts.store.transaction() as tx:
        objective = tx.objectives.find_by_epic(site_id=site_id, epic_id=issue_id)
        if objective is not None and not objective.epic_gone:
            is_news = True
            tx.objectives.save(site_id=site_id, item=replace(objective, epic_gone=True))
            wakes += mark_changed(tx=tx, parts=parts, site_id=site_id, objective_ids=(objective.id,))
        issue = tx.issues.find(site_id=site_id, id=issue_id)
        if issue is not None and not issue.gone:
            is_news = True
            tx.issues.mark_gone(site_id=site_id, id=issue_id)
            links = tx.initiatives.of_issue(site_id=site_id, issue_id=issue_id)
            linked = tx.key_results.get_many(site_id=site_id, ids=[each.key_result_id for each in links])
            for key_result in linked:
                wakes += record_initiatives_reading(tx=tx, parts=parts, site_id=site_id, key_result=key_result)
            objective_ids = sorted({each.objective_id for each in linked})
            wakes += mark_changed(tx=tx, parts=parts, site_id=site_id, objective_ids=objective_ids)
    wake(parts=parts, wakes=wakes)
    return is_news
