"""Taking in what Jira shows of one issue: numbers and title of an epic, links and status of an initiative.

Call it with the issue's lane held and a snapshot read inside it: a snapshot from before our own write would look like a person's
edit. Gathers, lets the domain decide, applies in one transaction, wakes workers after it. Our own echo changes nothing.
"""

from connect.outbound.shapes import FieldChange, IssueSnapshot
from service.store import Transaction
from service.usecases.changed import wake
from service.usecases.needs import Needs
from service.usecases.sync.epic import decide_fields, epic_differs, take_epic
from service.usecases.sync.fields import SiteFields
from service.usecases.sync.known import Known, know, living_key_results
from service.usecases.sync.links import decide_options, links_differ, take_links


def fields_to_read(*, parts: Needs, site_id: str, issue_id: str, fields: SiteFields) -> tuple[str, ...]:
    """Return the ids of the fields to ask for: ours, and those that key results of this epic are bound to."""
    with parts.store.reading() as tx:
        objective = tx.objectives.find_by_epic(site_id=site_id, epic_id=issue_id)
        if objective is None:
            return fields.read
        return fields.bound(living_key_results(tx=tx, site_id=site_id, objective_id=objective.id))


def take_in(*, parts: Needs, site_id: str, snapshot: IssueSnapshot, fields: SiteFields) -> None:
    """Record what people changed on the issue in Jira.

    Raises: connect.errors.ProductError when the changelog, asked only if a field differs, cannot be read.
    """
    with parts.store.reading() as tx:
        known = know(tx=tx, site_id=site_id, snapshot=snapshot, fields=fields)
        edited = _edited_fields(tx, site_id, snapshot, fields, known)
    if not known.is_epic and not known.is_initiative:
        return
    changes: tuple[FieldChange, ...] = ()
    if edited:
        changes = parts.jira(site_id).field_changes(issue_id=snapshot.id, field_ids=edited)
    with parts.store.transaction() as tx:
        known = know(tx=tx, site_id=site_id, snapshot=snapshot, fields=fields)
        wakes = (
            *take_epic(
                tx=tx, parts=parts, site_id=site_id, snapshot=snapshot, fields=fields, known=known, changes=changes
            ),
            *take_links(
                tx=tx, parts=parts, site_id=site_id, snapshot=snapshot, fields=fields, known=known, changes=changes
            ),
        )
    wake(parts=parts, wakes=wakes)


def differs(*, tx: Transaction, site_id: str, snapshot: IssueSnapshot, fields: SiteFields) -> bool:
    """Tell whether taking the snapshot in would change a row: what a pass asks before it queues a look at the issue."""
    known = know(tx=tx, site_id=site_id, snapshot=snapshot, fields=fields)
    return links_differ(snapshot=snapshot, fields=fields, known=known) or epic_differs(
        tx=tx, site_id=site_id, snapshot=snapshot, fields=fields, known=known
    )


def _edited_fields(
    tx: Transaction, site_id: str, snapshot: IssueSnapshot, fields: SiteFields, known: Known
) -> tuple[str, ...]:
    """Return the fields somebody edited since we last looked: the changelog says who and when."""
    decisions = decide_fields(tx=tx, site_id=site_id, snapshot=snapshot, fields=fields, known=known)
    edited = [each.field_id for each in decisions if each.value.checkin is not None]
    if fields.options is not None and known.is_initiative:
        links = decide_options(known=known)
        edited += [fields.options] if links.to_link or links.to_unlink else []
    return tuple(edited)
