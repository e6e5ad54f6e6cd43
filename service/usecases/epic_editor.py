"""Changes to a mapped objective show on its epic, so whoever makes them must be able to edit that epic in Jira themselves."""

from service.domain.model import KeyResult, Objective
from service.usecases.needs import Needs
from service.usecases.sync.permission import require_permission


def require_epic_editor(*, parts: Needs, site_id: str, by: str | None, objective: Objective) -> None:
    """Refuse a person who may not edit the epic; an objective without one asks nobody. Costs at most one request.

    Raises: Forbidden, ProductError.
    """
    if objective.epic_id is None or objective.epic_gone:
        return
    require_permission(
        parts=parts,
        site_id=site_id,
        by=by,
        permission="EDIT_ISSUES",
        thing=objective.epic_key or objective.epic_id,
        issue_id=objective.epic_id,
    )


def require_speaker(*, parts: Needs, site_id: str, by: str | None, key_result: KeyResult, objective: Objective) -> None:
    """Refuse a person who neither owns the key result nor may edit the epic. Costs at most one request.

    Raises: Forbidden, ProductError.
    """
    if by is None or by != key_result.owner:
        require_epic_editor(parts=parts, site_id=site_id, by=by, objective=objective)
