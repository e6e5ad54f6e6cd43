"""The initiative's side of taking in: the field *Key results*, and our small mirror of the issue."""

from collections.abc import Sequence
from dataclasses import replace

from connect.outbound.shapes import FieldChange, IssueSnapshot
from service.domain.model import Initiative, Issue, LinkSource, StatusCategory
from service.domain.sync import LinkDecision, decide_links
from service.store import Transaction
from service.usecases.changed import Wake, mark_changed, mark_issue_changed
from service.usecases.needs import Needs
from service.usecases.sync.edits import last_author
from service.usecases.sync.fields import SiteFields
from service.usecases.sync.known import Known
from service.usecases.sync.values import record_initiatives_reading


def mirror(*, snapshot: IssueSnapshot, before: Issue | None, fields: SiteFields) -> Issue:
    """Return our row of the issue as the snapshot shows it; what Jira doesn't say stays."""
    read = [snapshot.numbers[each] for each in fields.points if each in snapshot.numbers]
    base = before or Issue(id=snapshot.id, key=snapshot.key, summary=snapshot.summary)
    return replace(
        base,
        key=snapshot.key,
        summary=snapshot.summary,
        status=snapshot.status,
        category=StatusCategory(snapshot.category),
        points=next((each for each in read if each is not None), None) if read else base.points,
        project_key=snapshot.project_key,
        updated_at=snapshot.updated_at,
        gone=False,
    )


def decide_options(*, known: Known) -> LinkDecision:
    """Merge our links with the options on the issue, as far as they stand for active key results."""
    base = known.issue.seen_options if known.issue is not None else ()
    ours = {each.option_id for each in known.linked if each.option_id in known.offered}
    return decide_links(
        base=[each for each in base if each in known.offered],
        ours=[each for each in ours if each is not None],
        theirs=known.theirs & known.offered.keys(),
    )


def take_links(
    *,
    tx: Transaction,
    parts: Needs,
    site_id: str,
    snapshot: IssueSnapshot,
    fields: SiteFields,
    known: Known,
    changes: Sequence[FieldChange],
) -> tuple[Wake, ...]:
    """Link and unlink as the field says, refresh the mirror, read the trackers that count initiatives.

    Returns whom to wake after the commit.
    """
    if not known.is_initiative:
        return ()
    decision = decide_options(known=known)
    now_mirrored = mirror(snapshot=snapshot, before=known.issue, fields=fields)
    if fields.options in snapshot.options:
        now_mirrored = replace(now_mirrored, seen_options=tuple(sorted(known.theirs)))
    if now_mirrored != known.issue:
        tx.issues.put(site_id=site_id, item=now_mirrored)
    author = last_author(changes=[each for each in changes if each.field_id == fields.options])
    if fields.options in snapshot.options:
        _relink(tx, parts, site_id, snapshot.id, known, decision, author)
    has_relinked = bool(decision.to_link or decision.to_unlink)
    if not has_relinked and known.issue is not None and _face(known.issue) == _face(now_mirrored):
        return ()
    moved = {each.id: each for each in (*known.linked, *known.offered.values())}
    wakes: list[Wake] = []
    for key_result in moved.values():
        wakes += record_initiatives_reading(tx=tx, parts=parts, site_id=site_id, key_result=key_result)
    objective_ids = {each.objective_id for each in moved.values()}
    wakes += mark_changed(tx=tx, parts=parts, site_id=site_id, objective_ids=sorted(objective_ids))
    if has_relinked:
        wakes += mark_issue_changed(tx=tx, site_id=site_id, issue_id=snapshot.id)
    return tuple(wakes)


def links_differ(*, snapshot: IssueSnapshot, fields: SiteFields, known: Known) -> bool:
    """Tell whether `take_links` would change a row that matters."""
    if not known.is_initiative:
        return False
    if known.issue is None or _face(known.issue) != _face(mirror(snapshot=snapshot, before=known.issue, fields=fields)):
        return True
    return fields.options in snapshot.options and frozenset(known.issue.seen_options) != known.theirs


def _relink(
    tx: Transaction,
    parts: Needs,
    site_id: str,
    issue_id: str,
    known: Known,
    decision: LinkDecision,
    author: str | None,
) -> None:
    for option_id in sorted(decision.to_link):
        link = Initiative(
            key_result_id=known.offered[option_id].id,
            issue_id=issue_id,
            source=LinkSource.FIELD,
            linked_by=author,
            linked_at=parts.now(),
        )
        tx.initiatives.link(site_id=site_id, initiative=link)
    for option_id in sorted(decision.to_unlink):
        tx.initiatives.unlink(site_id=site_id, key_result_id=known.offered[option_id].id, issue_id=issue_id)


def _face(issue: Issue) -> tuple[object, ...]:
    """What people see of an issue, and what trackers count."""
    return issue.key, issue.summary, issue.status, issue.category, issue.points, issue.project_key, issue.gone
