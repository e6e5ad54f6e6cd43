"""Issue properties, one by one and in bulk. Not here: the fields that show them (`render.py`).

Source: platform.md section 3: 32,768 characters a value; bulk takes 100 issues of 10 properties and answers 303.
"""

from __future__ import annotations

import itertools
import json
from typing import TYPE_CHECKING, Any

from flask import request

from tests.site.jira.rest.reading import Route, body, caller, closed, need, visible_issue
from tests.site.wire import Refused, charge, not_found

if TYPE_CHECKING:
    from tests.site.state import Site

_MOST_CHARACTERS = 32_768
_MOST_ISSUES, _MOST_PROPERTIES = 100, 10
_EDIT = "You do not have permission to edit issues in this project."


def add(route: Route, site: Site) -> None:
    """Add the routes."""
    tasks: dict[str, dict[str, Any]] = {}
    numbers = itertools.count(10_000)

    @route("GET", "/issue/<issue_ref>/properties")
    def keys(issue_ref: str) -> Any:
        issue = visible_issue(site, issue_ref)
        charge(other=len(issue.properties))
        base = f"{site.config.origin}/rest/api/3/issue/{issue.id}/properties"
        return {"keys": [{"self": f"{base}/{key}", "key": key} for key in issue.properties]}

    @route("GET", "/issue/<issue_ref>/properties/<key>")
    def one(issue_ref: str, key: str) -> Any:
        issue = visible_issue(site, issue_ref)
        if key not in issue.properties:
            raise Refused(404, f"The property with key: '{key}' does not exist.")
        charge(other=1)
        return {"key": key, "value": issue.properties[key]}

    @route("PUT", "/issue/<issue_ref>/properties/<key>")
    def put(issue_ref: str, key: str) -> Any:
        issue = visible_issue(site, issue_ref)
        need(site, "EDIT_ISSUES", issue, _EDIT)
        if len(key) > 255:
            raise Refused(400, "The property key must not be longer than 255 characters.")
        try:
            value = json.loads(request.get_data())
        except ValueError as error:
            raise Refused(400, "The property value must be valid JSON.") from error
        is_new = site.jira.set_property(issue.id, key, checked_property(value), caller().account_id)
        return "", 201 if is_new else 200

    @route("DELETE", "/issue/<issue_ref>/properties/<key>")
    def delete(issue_ref: str, key: str) -> Any:
        issue = visible_issue(site, issue_ref)
        need(site, "EDIT_ISSUES", issue, _EDIT)
        if key not in issue.properties:
            raise Refused(404, f"The property with key: '{key}' does not exist.")
        site.jira.delete_property(issue.id, key, caller().account_id)
        return "", 204

    @route("POST", "/issue/properties/multi")
    def multi() -> Any:
        sent = body()
        closed(sent, "issues")
        entries = sent.get("issues") or []
        if not 1 <= len(entries) <= _MOST_ISSUES:
            raise Refused(400, f"Between 1 and {_MOST_ISSUES} issues may be written at once.")
        for entry in entries:
            closed(entry, "issueID", "properties")
            if len(entry.get("properties") or {}) > _MOST_PROPERTIES:
                raise Refused(400, f"At most {_MOST_PROPERTIES} properties per issue may be written.")
            for value in (entry.get("properties") or {}).values():
                checked_property(value)
        number, failed = str(next(numbers)), []
        for entry in entries:
            try:
                issue = visible_issue(site, str(entry["issueID"]))
                need(site, "EDIT_ISSUES", issue, _EDIT)
            except Refused:
                failed.append(entry["issueID"])
                continue
            for key, value in entry["properties"].items():
                site.jira.set_property(issue.id, key, value, caller().account_id)
        tasks[number] = _task(site, number, f"{len(entries) - len(failed)} issues written, {len(failed)} refused")
        return "", 303, {"Location": f"{site.config.origin}/rest/api/3/task/{number}"}

    @route("GET", "/task/<number>")
    def task(number: str) -> Any:
        if number not in tasks:
            raise not_found()
        charge(other=1)
        return tasks[number]


def checked_property(value: Any) -> Any:
    """Return the value. Raises: Refused 400 when it is null or too long."""
    if value is None or len(json.dumps(value)) > _MOST_CHARACTERS:
        raise Refused(400, f"A property value must be non-null JSON of at most {_MOST_CHARACTERS} characters.")
    return value


def _task(site: Site, number: str, message: str) -> dict[str, Any]:
    now_ms = int(site.clock.epoch_s() * 1000)
    return {
        "self": f"{site.config.origin}/rest/api/3/task/{number}", "id": number, "status": "COMPLETE",
        "description": "Set issue properties in bulk", "message": message, "progress": 100, "elapsedRuntime": 1,
        "submittedBy": 10_000, "submitted": now_ms, "started": now_ms, "finished": now_ms, "lastUpdate": now_ms,
    }  # fmt: skip
