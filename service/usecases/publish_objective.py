"""Tell Jira an objective's numbers: the epic's property, its number fields, its title. Writes only what differs."""

from dataclasses import replace

from connect.descriptor import OBJECTIVE_PROPERTY
from connect.errors import NotFound
from connect.outbound.shapes import IssueSnapshot
from service.domain.board import ObjectiveView
from service.domain.model import Objective
from service.jobs import PUBLISH_OBJECTIVE
from service.usecases.needs import Needs
from service.usecases.sync.fields import SiteFields, site_fields
from service.usecases.sync.gone import mark_gone
from service.usecases.sync.initiatives import write_initiatives
from service.usecases.sync.lane import is_shut, lane
from service.usecases.sync.properties import is_living, moved_key_results, objective_property, says_the_same
from service.usecases.sync.take_in import fields_to_read, take_in
from service.usecases.sync.view import view_objective
from service.usecases.sync.write_fields import (
    FieldsWritten,
    FieldWrite,
    refused_problem,
    wanted_fields,
    write_fields,
)


def publish_objective(*, parts: Needs, site_id: str, objective_id: str) -> bool:
    """Bring the epic up to date with our numbers; tell whether anything had to be written.

    A person's edits that stand there are taken in first, so nothing of theirs is overwritten. Whoever changes the objective
    meanwhile is published by a new job, which this one enqueues. Raises: connect.errors.ProductError, NoInstallation.
    """
    objective = _due(parts, site_id, objective_id)
    if objective is None or is_shut(parts=parts, site_id=site_id, issue_id=objective.epic_id or ""):
        return False
    epic_id = objective.epic_id or ""
    fields = site_fields(parts=parts, site_id=site_id)
    with lane(parts=parts, site_id=site_id, issue_id=epic_id) as is_ours:
        if not is_ours:
            return False
        wanted = fields_to_read(parts=parts, site_id=site_id, issue_id=epic_id, fields=fields)
        try:
            snapshot = parts.jira(site_id).get_issue(issue=epic_id, field_ids=wanted, properties=(OBJECTIVE_PROPERTY,))
        except NotFound:
            mark_gone(parts=parts, site_id=site_id, issue_id=epic_id)
            return False
        take_in(parts=parts, site_id=site_id, snapshot=snapshot, fields=fields)
        written = _write(parts, site_id, objective_id, snapshot, fields)
    if _due(parts, site_id, objective_id) is not None:
        parts.enqueue(PUBLISH_OBJECTIVE, site_id, objective_id)
    return written


def _due(parts: Needs, site_id: str, objective_id: str) -> Objective | None:
    with parts.store.reading() as tx:
        found = tx.objectives.find(site_id=site_id, id=objective_id)
    if found is None or found.epic_id is None or found.epic_gone or found.changed_rev <= found.published_rev:
        return None
    return found


def _write(parts: Needs, site_id: str, objective_id: str, snapshot: IssueSnapshot, fields: SiteFields) -> bool:
    view, cycle = view_objective(parts=parts, site_id=site_id, objective_id=objective_id)
    standing = snapshot.properties.get(OBJECTIVE_PROPERTY)
    value = objective_property(view=view, cycle=cycle, rev=view.objective.changed_rev)
    is_new = not says_the_same(standing, value)
    if is_new:
        # The initiatives first: the epic's property is what tells a repeated job which of them are still to be told.
        write_initiatives(parts=parts, site_id=site_id, key_result_ids=moved_key_results(standing, value))
        parts.jira(site_id).put_property(issue_id=snapshot.id, key=OBJECTIVE_PROPERTY, value=value)
    wanted = wanted_fields(view=view, snapshot=snapshot, fields=fields)
    done = write_fields(jira=parts.jira(site_id), wanted=wanted)
    _remember(parts, site_id, view, fields, wanted, done)
    return is_new or bool(done.numbers) or done.summary is not None


def _remember(
    parts: Needs, site_id: str, view: ObjectiveView, fields: SiteFields, wanted: FieldWrite, done: FieldsWritten
) -> None:
    shown = {fields.of(each.key_result.tracker): each.key_result for each in view.key_results if is_living(each)}
    problems = [
        refused_problem(wanted=wanted, field_name=fields.name(field_id), said=said, key_result=shown.get(field_id))
        for field_id, said in done.refused.items()
    ]
    id = view.objective.id
    with parts.store.transaction() as tx:
        for field_id, value in done.numbers.items():
            if field_id in shown:
                tx.key_results.set_seen(site_id=site_id, id=shown[field_id].id, value=value)
        if done.summary is not None:
            objective = tx.objectives.get(site_id=site_id, id=id, for_update=True)
            tx.objectives.save(site_id=site_id, item=replace(objective, seen_title=done.summary))
        tx.problems.replace(site_id=site_id, scope=f"objective:{id}", problems_found=problems, at=parts.now())
        tx.objectives.mark_published(site_id=site_id, id=id, rev=view.objective.changed_rev)
