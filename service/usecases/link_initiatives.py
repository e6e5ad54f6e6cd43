"""Make issues initiatives of a key result, all of them or none."""

from collections.abc import Sequence
from typing import ClassVar

from connect.outbound.shapes import IssueSnapshot
from service.domain.errors import DomainError
from service.domain.model import Initiative, Issue, LinkSource
from service.domain.plans import require_open
from service.store import Transaction
from service.usecases.changed import Wake, mark_changed, mark_issue_changed, wake
from service.usecases.needs import Needs
from service.usecases.sync.fields import SiteFields, site_fields
from service.usecases.sync.links import mirror
from service.usecases.sync.named import read_named
from service.usecases.sync.permission import require_permission_on_all
from service.usecases.sync.values import record_initiatives_reading


class IssueMissing(DomainError):
    """Jira shows no such issue to the app."""

    code: ClassVar[str] = "issue_missing"


class LinksItself(DomainError):
    """An epic cannot be the work that moves its own number."""

    code: ClassVar[str] = "links_itself"


def link_initiatives(
    *,
    parts: Needs,
    site_id: str,
    by: str | None,
    key_result_id: str,
    issues: Sequence[str],
    source: LinkSource = LinkSource.API,
) -> tuple[Issue, ...]:
    """Link issues (ids or keys) and return our mirrors of them; what is linked already stays as it is.

    However many are linked, a key result tracked by its initiatives takes one reading.
    Raises: NotThere, PlanClosed, IssueMissing, LinksItself, Forbidden (the person may not edit an issue), ProductError.
    """
    fields = site_fields(parts=parts, site_id=site_id)
    found = _read(parts, site_id, issues, fields)
    require_permission_on_all(
        parts=parts, site_id=site_id, by=by, permission="EDIT_ISSUES", keys={each.id: each.key for each in found}
    )
    with parts.store.transaction() as tx:
        key_result = tx.key_results.get(site_id=site_id, id=key_result_id)
        objective = tx.objectives.get(site_id=site_id, id=key_result.objective_id)
        cycle = tx.cycles.get(site_id=site_id, id=objective.cycle_id)
        require_open(cycle=cycle, objective=objective, key_result=key_result)
        if own := next((each.key for each in found if each.id == objective.epic_id), None):
            raise LinksItself(f"{own} is the epic of this objective. Link the issues below it instead.", field="issue")
        mirrored: list[Issue] = []
        wakes: list[Wake] = []
        for each in found:
            row = mirror(snapshot=each, before=tx.issues.find(site_id=site_id, id=each.id), fields=fields)
            tx.issues.put(site_id=site_id, item=row)
            mirrored.append(row)
            wakes += _link(tx, parts, site_id, by, key_result_id, row, source)
        if wakes:
            wakes += record_initiatives_reading(tx=tx, parts=parts, site_id=site_id, key_result=key_result)
            wakes += mark_changed(tx=tx, parts=parts, site_id=site_id, objective_ids=(objective.id,))
    wake(parts=parts, wakes=wakes)
    return tuple(mirrored)


def _link(
    tx: Transaction,
    parts: Needs,
    site_id: str,
    by: str | None,
    key_result_id: str,
    issue: Issue,
    source: LinkSource,
) -> tuple[Wake, ...]:
    link = Initiative(
        key_result_id=key_result_id, issue_id=issue.id, source=source, linked_by=by, linked_at=parts.now()
    )
    if not tx.initiatives.link(site_id=site_id, initiative=link):
        return ()
    return mark_issue_changed(tx=tx, site_id=site_id, issue_id=issue.id)


def _read(parts: Needs, site_id: str, issues: Sequence[str], fields: SiteFields) -> tuple[IssueSnapshot, ...]:
    """Return what Jira shows of the issues, each once, in the order given."""
    found = read_named(parts=parts, site_id=site_id, names=issues, fields=fields)
    missing = [name for name in dict.fromkeys(issues) if name not in found]
    if missing:
        raise IssueMissing(
            f"Jira shows the app no issue {', '.join(missing)}. Check the key, or let the app see its project.",
            field="issue",
        )
    return tuple({each.id: each for each in found.values()}.values())
