"""Make an issue an initiative of a key result."""

from typing import ClassVar

from connect.errors import NotFound
from connect.outbound.shapes import IssueSnapshot
from service.domain.errors import DomainError
from service.domain.model import Initiative, Issue, LinkSource
from service.domain.plans import require_open
from service.usecases.changed import mark_changed, mark_issue_changed, wake
from service.usecases.needs import Needs
from service.usecases.sync.fields import SiteFields, site_fields
from service.usecases.sync.links import mirror
from service.usecases.sync.permission import require_permission
from service.usecases.sync.values import record_initiatives_reading


class IssueMissing(DomainError):
    """Jira shows no such issue to the app."""

    code: ClassVar[str] = "issue_missing"


class LinksItself(DomainError):
    """An epic cannot be the work that moves its own number."""

    code: ClassVar[str] = "links_itself"


def link_initiative(
    *, parts: Needs, site_id: str, by: str | None, key_result_id: str, issue: str, source: LinkSource = LinkSource.API
) -> Issue:
    """Link an issue (id or key) and return our mirror of it; one that is linked already stays as it is.

    Raises: NotThere, PlanClosed, IssueMissing, LinksItself, Forbidden (the person may not edit the issue), ProductError.
    """
    fields = site_fields(parts=parts, site_id=site_id)
    found = _issue(parts, site_id, issue, fields)
    require_permission(
        parts=parts, site_id=site_id, by=by, permission="EDIT_ISSUES", thing=found.key, issue_id=found.id
    )
    with parts.store.transaction() as tx:
        key_result = tx.key_results.get(site_id=site_id, id=key_result_id)
        objective = tx.objectives.get(site_id=site_id, id=key_result.objective_id)
        cycle = tx.cycles.get(site_id=site_id, id=objective.cycle_id)
        require_open(cycle=cycle, objective=objective, key_result=key_result)
        if objective.epic_id == found.id:
            raise LinksItself(
                f"{found.key} is the epic of this objective. Link the issues below it instead.", field="issue"
            )
        mirrored = mirror(snapshot=found, before=tx.issues.find(site_id=site_id, id=found.id), fields=fields)
        tx.issues.put(site_id=site_id, item=mirrored)
        link = Initiative(
            key_result_id=key_result_id, issue_id=found.id, source=source, linked_by=by, linked_at=parts.now()
        )
        if not tx.initiatives.link(site_id=site_id, initiative=link):
            return mirrored
        wakes = [
            *record_initiatives_reading(tx=tx, parts=parts, site_id=site_id, key_result=key_result),
            *mark_issue_changed(tx=tx, site_id=site_id, issue_id=found.id),
            *mark_changed(tx=tx, parts=parts, site_id=site_id, objective_ids=(objective.id,)),
        ]
    wake(parts=parts, wakes=wakes)
    return mirrored


def _issue(parts: Needs, site_id: str, issue: str, fields: SiteFields) -> IssueSnapshot:
    try:
        return parts.jira(site_id).get_issue(issue=issue, field_ids=fields.points)
    except NotFound as error:
        raise IssueMissing(
            f"Jira shows the app no issue {issue}. Check the key, or let the app see its project.", field="issue"
        ) from error
