"""What Jira says of owners: known, active, allowed to see the epic. Judged by `domain/ownership.py`; nothing personal is kept."""

from collections.abc import Collection, Mapping
from typing import Final

from service.domain.model import OwnerState
from service.domain.ownership import owner_state, require_owner
from service.usecases.needs import Needs

BROWSE: Final = "BROWSE_PROJECTS"


def owner_states(
    *, parts: Needs, site_id: str, epics_of_owner: Mapping[str, Collection[str]]
) -> Mapping[tuple[str, str | None], OwnerState]:
    """Ask Jira about owners and return the state of each (owner, epic id); (owner, None) is for objectives without an epic.

    Costs one request for all people and one per active owner with epics. Raises: connect.errors.ProductError.
    """
    jira = parts.jira(site_id)
    people = {person.account_id: person for person in jira.people(account_ids=tuple(epics_of_owner))}
    states: dict[tuple[str, str | None], OwnerState] = {}
    for owner, epic_ids in epics_of_owner.items():
        person = people.get(owner)
        is_active = person is not None and person.active
        seen: frozenset[str] = frozenset()
        if is_active and epic_ids:
            seen = jira.may(account_id=owner, permission=BROWSE, issue_ids=tuple(epic_ids))
        for epic_id in (None, *epic_ids):
            states[owner, epic_id] = owner_state(
                owner=owner,
                is_known=person is not None,
                is_active=is_active,
                may_see=epic_id is None or epic_id in seen,
            )
    return states


def require_able_owner(*, parts: Needs, site_id: str, owner: str, epic_id: str | None) -> OwnerState:
    """Ask Jira about one owner and refuse an account that is not active or may not see the epic.

    Raises: OwnerUnknown, OwnerInactive, OwnerCannotSeeEpic, connect.errors.ProductError. Source: M-17, T-08.
    """
    epics = (epic_id,) if epic_id is not None else ()
    state = owner_states(parts=parts, site_id=site_id, epics_of_owner={owner: epics})[owner, epic_id]
    require_owner(state=state)
    return state
