"""Choose the Confluence space that the OKR pages go to."""

from dataclasses import replace
from typing import ClassVar

from connect.errors import NotFound
from service.domain.errors import DomainError
from service.domain.model import CycleState, Site
from service.jobs import PUBLISH_CYCLE
from service.usecases.needs import Needs


class SpaceMissing(DomainError):
    """Confluence has no such space, or the app may not see it."""

    code: ClassVar[str] = "space_missing"


def choose_space(*, parts: Needs, site_id: str, by: str | None, space_key: str) -> Site:  # noqa: ARG001
    """Remember the space and publish the pages of every cycle that is not closed.

    Raises: SpaceMissing, NoInstallation, ProductError.
    """
    try:
        found = parts.confluence(site_id).space(key=space_key)
    except NotFound:
        found = None
    if found is None:
        raise SpaceMissing(
            f"Confluence shows no space {space_key!r}. Check the key, and that Northstar may see the space.",
            field="space_key",
        )
    with parts.store.transaction() as tx:
        site = replace(tx.sites.get(site_id=site_id, for_update=True), space_key=found.key)
        tx.sites.save(site=site)
        cycles = [cycle for cycle in tx.cycles.list(site_id=site_id) if cycle.state is not CycleState.CLOSED]
    for cycle in cycles:
        parts.enqueue(PUBLISH_CYCLE, site_id, cycle.id)
    return site
