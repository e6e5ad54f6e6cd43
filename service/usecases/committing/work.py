"""Initiatives of a key result: an issue that exists is linked, work without one gets an ordinary issue of the team's project."""

from typing import ClassVar

from connect.errors import Rejected
from service.domain.errors import DomainError
from service.domain.model import LinkSource
from service.domain.room.drafts import InitiativeDraft, KeyResultDraft
from service.usecases.link_initiatives import link_initiatives
from service.usecases.needs import Needs
from service.usecases.sync.making import make_issue, settle_making
from service.usecases.sync.permission import require_permission


class WorkRefused(DomainError):
    """Jira does not let us create the issue of an initiative as it is."""

    code: ClassVar[str] = "work_refused"


def commit_work(*, parts: Needs, site_id: str, by: str, draft: KeyResultDraft, project_key: str) -> tuple[str, ...]:
    """Link every initiative and return the issues' keys; call `settle_work` when that is on record.

    Raises: WorkRefused, StillUnsure, what `link_initiatives` raises, connect.errors.ProductError.
    """
    keys = []
    for each in draft.initiatives:
        issue = each.issue_key or _made(parts, site_id, by, each, project_key)
        linked = link_initiatives(
            parts=parts, site_id=site_id, by=by, key_result_id=draft.id, issues=(issue,), source=LinkSource.PANEL
        )
        keys.append(linked[0].key)
    return tuple(keys)


def settle_work(*, parts: Needs, site_id: str, draft: KeyResultDraft) -> None:
    """Forget the attempts at creating issues."""
    for each in draft.initiatives:
        if not each.issue_key:
            settle_making(parts=parts, site_id=site_id, made_for=each.id)


def _made(parts: Needs, site_id: str, by: str, initiative: InitiativeDraft, project_key: str) -> str:
    jira = parts.jira(site_id)
    project = jira.project(key=project_key)
    require_permission(
        parts=parts, site_id=site_id, by=by, permission="CREATE_ISSUES", thing=project_key, project_id=project.id
    )
    kind = jira.ordinary_type(project_key=project_key)
    if kind is None:
        raise WorkRefused(
            f"The project {project_key} has no type of ordinary issues. Link an issue of another project."
        )
    try:
        issue_id, _ = make_issue(
            parts=parts,
            site_id=site_id,
            made_for=initiative.id,
            project_key=project_key,
            issue_type_id=kind.id,
            summary=initiative.summary,
        )
    except Rejected as error:
        said = "; ".join((*error.messages, *error.fields.values())) or error.message
        raise WorkRefused(
            f"Jira does not let us create the {kind.name} “{initiative.summary}” in {project_key}: {said}. "
            "Create it by hand and link it instead."
        ) from error
    return issue_id
