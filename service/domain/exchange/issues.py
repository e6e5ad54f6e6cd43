"""The Jira issues a file names: which they are, and whether they may be the epic of an objective or an initiative."""

from collections.abc import Iterable
from typing import Final

from service.domain.exchange.known import Known, NamedIssue
from service.domain.exchange.rows import Row, Unfit
from service.domain.model import Objective, ObjectiveState

_COLUMN: Final = {"objective": "epic", "initiative": "issue"}
_LIVING: Final = frozenset({ObjectiveState.DRAFT, ObjectiveState.ACTIVE})


def issue_names(*, rows: Iterable[Row], host: str) -> tuple[str, ...]:
    """Return the keys of the issues of this Jira site that the rows name, each once."""
    named: dict[str, None] = {}
    for row in rows:
        name = row.cells.get(_COLUMN.get(row.record, ""))
        if isinstance(name, str) and name and is_here(site=row.cells.get("site"), host=host):
            named[name] = None
    return tuple(named)


def is_here(*, site: object, host: str) -> bool:
    """Tell whether an issue is one of this Jira site; a row that names no site means this one."""
    return site in (None, "", host)


def epic_named(*, name: str, objective_id: str, known: Known) -> tuple[str, str]:
    """Return id and key of the epic. Raises: Unfit."""
    issue = _found(name, "epic", known)
    if not issue.is_epic:
        raise Unfit("epic", f"{issue.key} is not on the level of epics.")
    for other in known.objectives.values():
        if other.epic_id == issue.id and other.id != objective_id and other.state in _LIVING:
            raise Unfit("epic", f"{issue.key} is the epic of the objective “{other.title}”.")
    return issue.id, issue.key


def initiative_named(*, name: str, objective: Objective, known: Known) -> NamedIssue:
    """Return the issue that shall be linked to a key result of the objective. Raises: Unfit."""
    issue = _found(name, "issue", known)
    if issue.id == objective.epic_id:
        raise Unfit("issue", f"{issue.key} is the epic of this objective. Name an issue below it.")
    return issue


def _found(name: str, column: str, known: Known) -> NamedIssue:
    issue = known.issues.get(name)
    if issue is None:
        raise Unfit(column, f"Jira shows the app no issue {name}. Correct the key, or let the app see its project.")
    return issue
