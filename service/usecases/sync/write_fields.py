"""Writing an epic's visible fields. One field that Jira refuses must not keep the others from being written."""

from collections.abc import Mapping
from dataclasses import dataclass

from connect.errors import Rejected
from connect.outbound.jira import JiraClient
from connect.outbound.shapes import IssueSnapshot
from service.domain.board import ObjectiveView, Problem
from service.domain.model import KeyResult, ObjectiveState
from service.domain.sync import decide_title, same_number
from service.usecases.sync.fields import SiteFields
from service.usecases.sync.properties import is_living


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldWrite:
    """What shall stand in an epic. Shape: `numbers` by Jira field id; `summary` None leaves the title alone."""

    issue_id: str
    issue_key: str
    project_key: str
    numbers: Mapping[str, float | None]
    summary: str | None


@dataclass(frozen=True, slots=True)
class FieldsWritten:
    """What stands in the epic now, and the fields that Jira refused with what it said."""

    numbers: Mapping[str, float | None]
    summary: str | None
    refused: Mapping[str, str]


def wanted_fields(*, view: ObjectiveView, snapshot: IssueSnapshot, fields: SiteFields) -> FieldWrite:
    """Return the fields of an epic that don't show what they should; an objective that is over leaves them as they are.

    A slot no key result uses is emptied: the next one to take it must not inherit a number.
    """
    numbers: dict[str, float | None] = {}
    summary = None
    if view.objective.state in (ObjectiveState.DRAFT, ObjectiveState.ACTIVE):
        ours: dict[str, float | None] = dict.fromkeys(fields.slots)
        for each in view.key_results:
            field_id = fields.of(each.key_result.tracker)
            if is_living(each) and field_id is not None:
                ours[field_id] = each.value
        numbers = {
            field_id: value
            for field_id, value in ours.items()
            if not same_number(value, snapshot.numbers.get(field_id))
        }
        title = decide_title(base=view.objective.seen_title, ours=view.objective.title, theirs=snapshot.summary)
        summary = view.objective.title if title.write else None
    return FieldWrite(
        issue_id=snapshot.id,
        issue_key=snapshot.key,
        project_key=snapshot.project_key,
        numbers=numbers,
        summary=summary,
    )


def write_fields(*, jira: JiraClient, wanted: FieldWrite) -> FieldsWritten:
    """Set the fields in one request; if Jira refuses some by name, set the others in a second one.

    Raises: connect.errors.ProductError, among them Rejected if it is not about single fields.
    """
    numbers, summary = dict(wanted.numbers), wanted.summary
    if not numbers and summary is None:
        return FieldsWritten({}, None, {})
    try:
        jira.edit_issue(issue_id=wanted.issue_id, summary=summary, numbers=numbers)
    except Rejected as error:
        refused = {name: said for name, said in error.fields.items() if name in numbers or name == "summary"}
        if not refused:
            raise
        numbers = {name: value for name, value in numbers.items() if name not in refused}
        summary = None if "summary" in refused else summary
        if numbers or summary is not None:
            jira.edit_issue(issue_id=wanted.issue_id, summary=summary, numbers=numbers)
        return FieldsWritten(numbers, summary, refused)
    return FieldsWritten(numbers, summary, {})


def refused_problem(*, wanted: FieldWrite, field_name: str, said: str, key_result: KeyResult | None) -> Problem:
    """Return the problem that names the field, the project and the way out. Source: platform 8 (missing screens)."""
    if "screen" in said.lower() or "unknown" in said.lower():
        return Problem(
            code="field_not_on_screen",
            message=f"Jira does not let us set “{field_name}” on {wanted.issue_key}: it is not on the edit screen.",
            way_out=f"Ask a Jira administrator to add “{field_name}” to the edit screen of epics in {wanted.project_key}.",
            key_result_id=key_result.id if key_result else None,
        )
    return Problem(
        code="field_refused",
        message=f"Jira does not accept our value for “{field_name}” on {wanted.issue_key}: {said}",
        way_out="Correct the value with a check-in, or ask a Jira administrator about the field's rules.",
        key_result_id=key_result.id if key_result else None,
    )
