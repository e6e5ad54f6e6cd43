"""Server information and who I am. Not here: other people (`users.py`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.site.jira import entities
from tests.site.jira.rest.reading import Route, caller
from tests.site.wire import charge

if TYPE_CHECKING:
    from tests.site.state import Site


def add(route: Route, site: Site) -> None:
    """Add the routes."""

    @route("GET", "/serverInfo")
    def server_info() -> Any:
        charge(other=1)
        now = entities.instant(site.clock.now())
        return {
            "baseUrl": site.config.origin,
            "displayUrl": site.config.origin,
            "displayUrlConfluence": site.config.base_url("confluence"),
            "version": "1001.0.0-SNAPSHOT",
            "versionNumbers": [1001, 0, 0],
            "deploymentType": "Cloud",
            "buildNumber": 100306,
            "buildDate": now,
            "serverTime": now,
            "scmInfo": "0000000000000000000000000000000000000000",
            "serverTitle": "Jira",
            "serverTimeZone": "Etc/UTC",
        }

    @route("GET", "/myself")
    def myself() -> Any:
        charge(identity=1)
        shown = entities.user(site, caller().account_id) or {}
        return shown | {"locale": "en_US", "emailAddress": caller().email}
