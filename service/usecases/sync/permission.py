"""May this person do this in Jira? What a person could not do there, they cannot make the app do for them."""

from collections.abc import Mapping
from typing import Final

from connect.errors import Rejected
from service.domain.errors import Forbidden
from service.usecases.needs import Needs

NAMES: Final = {"EDIT_ISSUES": "Edit Issues", "CREATE_ISSUES": "Create Issues"}
"""Jira's keys of permissions and what its pages call them."""


def require_permission(
    *, parts: Needs, site_id: str, by: str | None, permission: str, thing: str, issue_id: str = "", project_id: str = ""
) -> None:
    """Refuse a person who lacks a permission on an issue or a project; nobody (`by` None) is the operator's command line.

    Costs one request. Raises: Forbidden, naming the permission and the thing; connect.errors.ProductError.
    """
    if by is None:
        return
    try:
        granted = parts.jira(site_id).may(
            account_id=by,
            permission=permission,
            issue_ids=(issue_id,) if issue_id else (),
            project_ids=(project_id,) if project_id else (),
        )
    except Rejected:
        granted = frozenset()  # Jira refuses to speak of accounts it doesn't know
    if (issue_id or project_id) not in granted:
        raise Forbidden(
            f"You need the Jira permission “{NAMES[permission]}” on {thing} for this. Ask its project administrator for it."
        )


def require_permission_on_all(
    *, parts: Needs, site_id: str, by: str | None, permission: str, keys: Mapping[str, str]
) -> None:
    """Refuse a person who lacks a permission on any of some issues, given as id and key; costs one request for all of them.

    Raises: as `require_permission`.
    """
    if by is None:
        return
    try:
        granted = parts.jira(site_id).may(account_id=by, permission=permission, issue_ids=tuple(keys))
    except Rejected:
        granted = frozenset()
    if refused := [key for id, key in keys.items() if id not in granted]:
        raise Forbidden(
            f"You need the Jira permission “{NAMES[permission]}” on {', '.join(refused)} for this. Ask the project's administrator for it."
        )


def require_admin(*, parts: Needs, site_id: str, by: str | None) -> None:
    """Refuse a person who does not administer Jira; nobody (`by` None) is the operator's command line.

    Costs one request. Raises: Forbidden, connect.errors.ProductError.
    """
    if by is None:
        return
    try:
        is_admin = parts.jira(site_id).administers(account_id=by)
    except Rejected:
        is_admin = False  # Jira refuses to speak of accounts it doesn't know
    if not is_admin:
        raise Forbidden("Only a Jira administrator may do this. Ask one of yours.")
