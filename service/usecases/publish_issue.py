"""Tell an initiative whom it serves: its property, and the options of its field *Key results*. Writes only what differs."""

from connect.descriptor import INITIATIVE_PROPERTY
from connect.errors import NotFound, Rejected
from connect.outbound.shapes import IssueSnapshot
from service.domain.board import Problem
from service.domain.model import Issue
from service.jobs import PUBLISH_ISSUE
from service.usecases.needs import Needs
from service.usecases.sync.fields import SiteFields, site_fields
from service.usecases.sync.gone import mark_gone
from service.usecases.sync.initiatives import property_of_issue
from service.usecases.sync.known import know
from service.usecases.sync.lane import is_shut, lane
from service.usecases.sync.links import decide_options
from service.usecases.sync.properties import says_the_same
from service.usecases.sync.take_in import fields_to_read, take_in


def publish_issue(*, parts: Needs, site_id: str, issue_id: str) -> bool:
    """Bring a linked issue up to date with our links; tell whether anything had to be written.

    Options that people set there are taken in first. Raises: connect.errors.ProductError, NoInstallation.
    """
    if _due(parts, site_id, issue_id) is None or is_shut(parts=parts, site_id=site_id, issue_id=issue_id):
        return False
    fields = site_fields(parts=parts, site_id=site_id)
    with lane(parts=parts, site_id=site_id, issue_id=issue_id) as is_ours:
        if not is_ours:
            return False
        wanted = fields_to_read(parts=parts, site_id=site_id, issue_id=issue_id, fields=fields)
        try:
            snapshot = parts.jira(site_id).get_issue(
                issue=issue_id, field_ids=wanted, properties=(INITIATIVE_PROPERTY,)
            )
        except NotFound:
            mark_gone(parts=parts, site_id=site_id, issue_id=issue_id)
            return False
        take_in(parts=parts, site_id=site_id, snapshot=snapshot, fields=fields)
        written = _write(parts, site_id, snapshot, fields)
    if _due(parts, site_id, issue_id) is not None:
        parts.enqueue(PUBLISH_ISSUE, site_id, issue_id)
    return written


def _due(parts: Needs, site_id: str, issue_id: str) -> Issue | None:
    with parts.store.reading() as tx:
        found = tx.issues.find(site_id=site_id, id=issue_id)
    return None if found is None or found.gone or found.changed_rev <= found.published_rev else found


def _write(parts: Needs, site_id: str, snapshot: IssueSnapshot, fields: SiteFields) -> bool:
    with parts.store.reading() as tx:
        known = know(tx=tx, site_id=site_id, snapshot=snapshot, fields=fields)
        value = property_of_issue(tx=tx, site_id=site_id, issue_id=snapshot.id)
    rev = 0 if known.issue is None else known.issue.changed_rev
    jira = parts.jira(site_id)
    is_new = not says_the_same(snapshot.properties.get(INITIATIVE_PROPERTY), value)
    if is_new:
        jira.put_property(issue_id=snapshot.id, key=INITIATIVE_PROPERTY, value=value)
    links = decide_options(known=known)
    options, problems = known.theirs, list[Problem]()
    if links.to_write and fields.options is not None:
        foreign = known.theirs - known.offered.keys()
        try:
            jira.edit_issue(issue_id=snapshot.id, options={fields.options: tuple(sorted(links.merged | foreign))})
            options = links.merged | foreign
        except Rejected as error:
            problems.append(_refused(snapshot, error))
    with parts.store.transaction() as tx:
        if fields.options is not None:
            tx.issues.set_seen_options(site_id=site_id, id=snapshot.id, option_ids=tuple(sorted(options)))
        tx.problems.replace(site_id=site_id, scope=f"issue:{snapshot.id}", problems_found=problems, at=parts.now())
        tx.issues.mark_published(site_id=site_id, id=snapshot.id, rev=rev)
    return is_new or options != known.theirs


def _refused(snapshot: IssueSnapshot, error: Rejected) -> Problem:
    return Problem(
        code="field_not_on_screen",
        message=f"Jira does not let us set “Key results” on {snapshot.key}: {'; '.join(error.fields.values()) or error.message}",
        way_out=f"Ask a Jira administrator to add “Key results” to the edit screens of {snapshot.project_key}. "
        "The link itself stands in Northstar.",
    )
