"""Who may do what. Not here: who is calling (`auth.py`). Keys are Jira's own permission keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.site.accounts import Account
from tests.site.jira.model import Issue, Project

if TYPE_CHECKING:
    from tests.site.jira.state import JiraState

PEOPLE = frozenset(
    {
        "BROWSE_PROJECTS", "CREATE_ISSUES", "EDIT_ISSUES", "TRANSITION_ISSUES", "ASSIGNABLE_USER", "ASSIGN_ISSUES",
        "LINK_ISSUES", "ADD_COMMENTS", "SCHEDULE_ISSUES", "MODIFY_REPORTER",
    }
)  # fmt: skip
ADMINS = PEOPLE | {
    "ADMINISTER_PROJECTS", "DELETE_ISSUES", "MOVE_ISSUES", "CLOSE_ISSUES", "RESOLVE_ISSUES", "MANAGE_WATCHERS",
}  # fmt: skip
GLOBAL_PEOPLE = frozenset({"USER_PICKER", "CREATE_SHARED_OBJECTS", "BULK_CHANGE"})
GLOBAL_ADMINS = GLOBAL_PEOPLE | frozenset({"ADMINISTER", "SYSTEM_ADMIN"})


def project_permissions(account: Account, project: Project) -> frozenset[str]:
    """Return what the account may do in the project."""
    if not account.active:
        return frozenset()
    if account.kind == "app":
        # Apps hold the add-ons role everywhere, unless an admin takes it out of the project's scheme.
        granted = frozenset() if project.bars_apps else ADMINS
    elif "site-admins" in account.groups:
        granted = ADMINS
    elif project.members is not None and account.account_id not in project.members:
        granted = frozenset()
    else:
        granted = PEOPLE
    return granted - frozenset(project.revoked.get(account.account_id, ()))


def global_permissions(account: Account) -> frozenset[str]:
    """Return what the account may do on the whole site."""
    if not account.active:
        return frozenset()
    return GLOBAL_ADMINS if "site-admins" in account.groups else GLOBAL_PEOPLE


def may(jira: JiraState, account: Account, permission: str, issue: Issue) -> bool:
    """Tell whether the account has a project permission for this issue."""
    return permission in project_permissions(account, jira.projects[issue.project_id])
