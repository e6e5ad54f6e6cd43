"""Asking Jira whether a person can be accountable for a key result. Shared by the use cases that name an owner."""

from typing import Final

from service.domain.model import OwnerState
from service.domain.ownership import owner_state, require_owner
from service.usecases.needs import Needs

SEE: Final = "BROWSE_PROJECTS"


def require_able_owner(*, parts: Needs, site_id: str, owner: str, epic_id: str | None) -> OwnerState:
    """Return OK for an active account that may see the epic; without an epic only the account is asked about.

    Raises: OwnerUnknown, OwnerInactive, OwnerCannotSeeEpic, NoInstallation, ProductError. Source: M-17, T-08.
    """
    jira = parts.jira(site_id)
    person = next((each for each in jira.people(account_ids=(owner,)) if each.account_id == owner), None)
    may_see = True
    if person is not None and person.active and epic_id is not None:
        may_see = epic_id in jira.may(account_id=owner, permission=SEE, issue_ids=(epic_id,))
    is_active = person is not None and person.active
    state = owner_state(owner=owner, is_known=person is not None, is_active=is_active, may_see=may_see)
    require_owner(state=state)
    return state
