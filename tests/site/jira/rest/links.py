"""Links between issues. Not here: parents (a field)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.site.jira.catalogue import LINK_TYPES
from tests.site.jira.rest.reading import Route, body, caller, need, visible_issue
from tests.site.wire import Refused, charge

if TYPE_CHECKING:
    from tests.site.state import Site


def add(route: Route, site: Site) -> None:
    """Add the routes."""

    @route("GET", "/issueLinkType")
    def types() -> Any:
        charge(other=len(LINK_TYPES))
        base = f"{site.config.origin}/rest/api/3/issueLinkType"
        return {
            "issueLinkTypes": [
                {"id": ref, "name": name, "inward": inward, "outward": outward, "self": f"{base}/{ref}"}
                for ref, (name, inward, outward) in LINK_TYPES.items()
            ]
        }

    @route("POST", "/issueLink")
    def create() -> Any:
        sent = body()
        ends = [sent.get(side) or {} for side in ("inwardIssue", "outwardIssue")]
        # In this request `inwardIssue` is where the link starts: it blocks the outward one.
        first, second = (visible_issue(site, str(end.get("key") or end.get("id"))) for end in ends)
        need(site, "LINK_ISSUES", first, "You do not have permission to link issues in this project.")
        wanted = sent.get("type") or {}
        kind = next(
            (ref for ref, one in LINK_TYPES.items() if wanted.get("id") == ref or wanted.get("name") == one[0]), None
        )
        if kind is None:
            raise Refused(404, "No issue link type with this id or name found.")
        site.jira.link(first.id, second.id, caller().account_id, type_id=kind)
        return "", 201

    @route("DELETE", "/issueLink/<link_id>")
    def delete(link_id: str) -> Any:
        if link_id not in site.jira.links:
            raise Refused(404, "No issue link with this id exists.")
        site.jira.unlink(link_id, caller().account_id)
        return "", 204
