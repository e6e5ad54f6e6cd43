"""Changing issues as a person would, without a browser. Not here: REST; permissions are not asked."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, jsonify, request

from tests.site.control.overview import show
from tests.site.jira.model import Issue
from tests.site.jira.state import EditRefused
from tests.site.state import Site


def add(routes: Blueprint, site: Site) -> None:
    """Add the routes; every body may name the person as `by` (default: whoever sits at the browser)."""

    @routes.errorhandler(EditRefused)
    def _refused(error: EditRefused) -> Any:
        return jsonify({"errors": error.errors}), 400

    @routes.errorhandler(KeyError)
    def _missing(error: KeyError) -> Any:
        return jsonify({"error": f"there is no {error.args[0]!r}"}), 404

    @routes.get("/issues/<key>")
    def one(key: str) -> Any:
        return show(site, site.jira.get(key))

    @routes.post("/issues")
    def create() -> Any:
        sent = request.get_json()
        issue = site.jira.create(
            project=sent["project"], issue_type=sent.get("type", "Task"), summary=sent["summary"], by=_by(site),
            fields=_fields(site, sent.get("fields", {})),
        )  # fmt: skip
        return show(site, issue), 201

    @routes.post("/issues/<key>/fields")
    def edit(key: str) -> Any:
        """Set fields, named by id, key or display name."""
        site.jira.edit(key, _fields(site, request.get_json()["fields"]), by=_by(site))
        return show(site, site.jira.get(key))

    @routes.post("/issues/<key>/status")
    def status(key: str) -> Any:
        site.jira.change_status(key, request.get_json()["status"], _by(site))
        return show(site, site.jira.get(key))

    @routes.post("/issues/<key>/move")
    def move(key: str) -> Any:
        return show(site, site.jira.move(key, request.get_json()["project"], _by(site)))

    @routes.post("/issues/<key>/links")
    def link(key: str) -> Any:
        """Make this issue block another (`blocks`: its key)."""
        site.jira.link(key, request.get_json()["blocks"], _by(site))
        return show(site, site.jira.get(key))

    @routes.post("/issues/<key>/properties/<name>")
    def set_property(key: str, name: str) -> Any:
        issue: Issue = site.jira.get(key)
        site.jira.set_property(issue.id, name, request.get_json()["value"], _by(site))
        return show(site, issue)

    @routes.delete("/issues/<key>")
    def delete(key: str) -> Any:
        site.jira.delete(key, by=site.accounts.current(request).account_id)
        return {"deleted": key}


def _by(site: Site) -> str:
    sent = request.get_json(silent=True) or {}
    return site.accounts.get(sent["by"]).account_id if "by" in sent else site.accounts.current(request).account_id


def _fields(site: Site, sent: dict[str, Any]) -> dict[str, Any]:
    chosen: dict[str, Any] = {}
    for name, value in sent.items():
        field = site.jira.fields.find(name) or next(iter(site.jira.fields.by_clause(name)), None)
        chosen[field.id if field else name] = value
    return chosen
