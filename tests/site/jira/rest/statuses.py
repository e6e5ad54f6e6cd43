"""The statuses of the site. Not here: moving issues between them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.site.jira import entities
from tests.site.jira.rest.reading import Route
from tests.site.wire import charge

if TYPE_CHECKING:
    from tests.site.state import Site


def add(route: Route, site: Site) -> None:
    """Add the route."""

    @route("GET", "/status")
    def statuses() -> Any:
        charge(other=len(site.jira.statuses))
        return [entities.status(site, each) for each in site.jira.statuses.values()]
