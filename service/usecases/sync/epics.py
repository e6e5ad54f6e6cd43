"""Where an objective's epic comes from: created in the team's project, or adopted. What may go wrong has its name here."""

from typing import ClassVar, Final

from connect.errors import NotFound, Rejected, SiteGone
from connect.outbound.shapes import IssueSnapshot
from service.domain.errors import DomainError, Forbidden
from service.domain.model import Objective, Team
from service.store import Transaction
from service.usecases.needs import Needs
from service.usecases.sync.making import make_issue
from service.usecases.sync.permission import require_permission

EPIC_LEVEL: Final = 1
"""An epic is what stands one level above ordinary issues, whatever it is called. Source: platform 3, Hierarchy."""


class EpicTaken(DomainError):
    """Another living objective is mapped to the epic."""

    code: ClassVar[str] = "epic_taken"
    status: ClassVar[int] = 409


class EpicMissing(DomainError):
    """Jira shows no such issue to the app."""

    code: ClassVar[str] = "epic_missing"


class NotAnEpic(DomainError):
    """The issue stands on another level of the hierarchy."""

    code: ClassVar[str] = "not_an_epic"


class NoEpicType(DomainError):
    """The project has no issue type above ordinary issues."""

    code: ClassVar[str] = "no_epic_type"


class ProjectMissing(DomainError):
    """Jira shows no such project to the app."""

    code: ClassVar[str] = "project_missing"


class EpicRefused(DomainError):
    """Jira does not let the app create the epic as it is."""

    code: ClassVar[str] = "epic_refused"


def create_epic(*, parts: Needs, site_id: str, by: str | None, objective: Objective, team: Team) -> tuple[str, str]:
    """Create the epic in the team's project and return its id and key.

    Raises: ProjectMissing, NoEpicType, EpicRefused, StillUnsure, Forbidden, connect.errors.ProductError.
    """
    jira, key = parts.jira(site_id), team.project_key
    try:
        project = jira.project(key=key)
    except NotFound as error:
        raise ProjectMissing(
            f"Jira shows the app no project {key}. Correct the project of the team “{team.name}”, or let the app see it.",
            field="project_key",
        ) from error
    require_permission(
        parts=parts, site_id=site_id, by=by, permission="CREATE_ISSUES", thing=key, project_id=project.id
    )
    kind = jira.epic_type(project_key=key)
    if kind is None:
        raise NoEpicType(
            f"The project {key} has no issue type on the level of epics. Add one to its issue types, or adopt an epic of "
            "another project.",
            field="project_key",
        )
    try:
        return make_issue(
            parts=parts,
            site_id=site_id,
            made_for=objective.id,
            project_key=key,
            issue_type_id=kind.id,
            summary=objective.title,
            description=objective.why,
        )
    except Rejected as error:
        said = "; ".join((*error.messages, *error.fields.values())) or error.message
        raise EpicRefused(
            f"Jira does not let us create a {kind.name} in {key}: {said}. Create it by hand and adopt it.",
            field="adopt",
        ) from error
    except SiteGone as error:
        raise Forbidden(
            f"The app lacks the Jira permission “Create Issues” in {key}. Ask its project administrator for it."
        ) from error


def adoptable_epic(*, parts: Needs, site_id: str, by: str | None, objective: Objective, adopt: str) -> IssueSnapshot:
    """Read the issue to adopt (by id or key) and return it if it is an epic that is free.

    Raises: EpicMissing, NotAnEpic, EpicTaken, Forbidden, connect.errors.ProductError.
    """
    try:
        epic = parts.jira(site_id).get_issue(issue=adopt)
    except NotFound as error:
        raise EpicMissing(
            f"Jira shows the app no issue {adopt}. Check the key, or let the app see its project.", field="adopt"
        ) from error
    if epic.type_level != EPIC_LEVEL:
        raise NotAnEpic(
            f"{epic.key} is not on the level of epics. Name an epic, or leave it out to create one.", field="adopt"
        )
    with parts.store.reading() as tx:
        require_free_epic(tx=tx, site_id=site_id, epic_id=epic.id, epic_key=epic.key, objective_id=objective.id)
    require_permission(parts=parts, site_id=site_id, by=by, permission="EDIT_ISSUES", thing=epic.key, issue_id=epic.id)
    return epic


def require_free_epic(*, tx: Transaction, site_id: str, epic_id: str, epic_key: str, objective_id: str) -> None:
    """Refuse an epic that another living objective has. Raises: EpicTaken, naming the other."""
    other = tx.objectives.find_by_epic(site_id=site_id, epic_id=epic_id)
    if other is not None and other.id != objective_id:
        raise EpicTaken(
            f"{epic_key} is the epic of the objective “{other.title}”. Name another epic, or leave it out to create one.",
            field="adopt",
        )
