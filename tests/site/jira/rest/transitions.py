"""Moving an issue through its workflow: every status can be reached from every other. Not here: fields."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.site.jira import entities
from tests.site.jira.model import Status
from tests.site.jira.rest.reading import Route, body, caller, need, visible_issue
from tests.site.wire import Refused, charge

if TYPE_CHECKING:
    from tests.site.state import Site


def add(route: Route, site: Site) -> None:
    """Add the routes."""

    @route("GET", "/issue/<issue_ref>/transitions")
    def transitions(issue_ref: str) -> Any:
        visible_issue(site, issue_ref)
        charge(other=len(site.jira.statuses))
        shown = [_transition(site, number, status) for number, status in _numbered(site)]
        return {"expand": "transitions", "transitions": shown}

    @route("POST", "/issue/<issue_ref>/transitions")
    def transition(issue_ref: str) -> Any:
        issue = visible_issue(site, issue_ref)
        need(site, "TRANSITION_ISSUES", issue, "You do not have permission to transition this issue.")
        wanted = str((body().get("transition") or {}).get("id", ""))
        target = next((status for number, status in _numbered(site) if number == wanted), None)
        if target is None:
            raise Refused(400, f"Transition id '{wanted}' is not valid for this issue.")
        site.jira.change_status(issue.id, target.id, caller().account_id)
        return "", 204


def _numbered(site: Site) -> list[tuple[str, Status]]:
    return [(str(11 + 10 * index), status) for index, status in enumerate(site.jira.statuses.values())]


def _transition(site: Site, number: str, target: Status) -> dict[str, Any]:
    return {
        "id": number, "name": target.name, "to": entities.status(site, target), "hasScreen": False,
        "isGlobal": True, "isInitial": False, "isAvailable": True, "isConditional": False, "looped": False,
    }  # fmt: skip
