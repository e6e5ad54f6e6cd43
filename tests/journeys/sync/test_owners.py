"""Exactly one owner who is active and may see the epic. Issue "The main job", point 5; M-17, T-08."""

import pytest

from service.domain.errors import DomainError
from service.domain.model import OwnerState
from service.usecases.assign_owner import assign_owner
from service.usecases.check_owners import check_owners
from tests.journeys.sync.house import BEN, CLEO, DOV, House


@pytest.mark.parametrize(
    ("owner", "code"), [(DOV, "owner_inactive"), ("5f-nobody", "owner_unknown"), (CLEO, "owner_cannot_see_epic")]
)
def test_who_cannot_be_an_owner(once: House, owner: str, code: str) -> None:
    _, key_result = once.plan()
    for project in once.site.jira.projects.values():
        project.revoked[CLEO] = {"BROWSE_PROJECTS"}
    with pytest.raises(DomainError) as refused:
        assign_owner(**once.by_ada, key_result_id=key_result.id, owner=owner)
    assert (refused.value.code, refused.value.field) == (code, "owner")


def test_an_owner_who_leaves_is_found_at_night_and_shown(home: House) -> None:
    objective, key_result = home.plan()
    assert assign_owner(**home.by_ada, key_result_id=key_result.id, owner=BEN).owner_state is OwnerState.OK
    home.settle()
    assert check_owners(**home.here).changed == 0
    home.site.accounts.get(BEN).active = False
    found = check_owners(**home.here)
    assert (found.looked_at, found.violations, found.changed) == (1, 1, 1)
    home.settle()
    assert "owner_inactive" in [each.code for each in home.number(objective).problems]
    home.site.accounts.get(BEN).active = True
    assert check_owners(**home.here).violations == 0
    assert "owner_inactive" not in [each.code for each in home.number(objective).problems]


def test_a_key_result_without_an_owner_is_a_violation(once: House) -> None:
    objective, _ = once.plan()
    assert check_owners(**once.here).violations == 1
    assert "owner_missing" in [each.code for each in once.number(objective).problems]
