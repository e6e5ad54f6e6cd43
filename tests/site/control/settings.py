"""Turning the site's knobs: faults, clock, limits, people, projects. Not here: issues."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, jsonify, request

from tests.site.state import Site


def add(routes: Blueprint, site: Site) -> None:
    """Add the routes."""

    @routes.post("/faults")
    def faults() -> Any:
        """Switch faults on (`add`: list of `name[:count]`) and off (`clear`: list of names, or true for all)."""
        sent = request.get_json()
        if sent.get("clear") is True:
            site.faults.clear()
        for name in sent.get("clear") or [] if sent.get("clear") is not True else []:
            site.faults.clear(name)
        try:
            for text in sent.get("add", []):
                site.faults.add(text)
        except ValueError as error:
            return jsonify({"error": str(error)}), 400
        return {"faults": site.faults.active()}

    @routes.post("/clock")
    def clock() -> Any:
        site.clock.advance(seconds=float(request.get_json()["seconds"]))
        return {"now": site.clock.now().isoformat()}

    @routes.post("/limits")
    def limits() -> Any:
        """Set the hourly quota (`points_per_hour`) and what of it is used (`used`)."""
        sent, points, now = request.get_json(), site.limits.points, site.clock.now()
        with site.lock:
            points.quota = int(sent.get("points_per_hour", points.quota))
            points.used = int(sent.get("used", points.at(now)))
        return {"quota": points.quota, "used": points.used}

    @routes.post("/accounts")
    def add_account() -> Any:
        sent = request.get_json()
        groups = sent.get("groups", ["site-users"])
        account = site.accounts.add(sent["accountId"], sent["name"], groups=groups)
        return {"accountId": account.account_id}, 201

    @routes.post("/accounts/<account_id>")
    def account(account_id: str) -> Any:
        """Activate or deactivate a person."""
        one = site.accounts.get(account_id)
        one.active = bool(request.get_json()["active"])
        return {"accountId": one.account_id, "active": one.active}

    @routes.post("/projects")
    def add_project() -> Any:
        sent = request.get_json()
        with site.lock:
            project = site.jira.add_project(
                sent["key"], sent["name"], lead=sent.get("lead", site.accounts.people()[0].account_id),
                team_managed=bool(sent.get("team_managed")), epic_name=sent.get("epic_name", "Epic"),
                members=sent.get("members"),
            )  # fmt: skip
        return {"id": project.id, "key": project.key}, 201

    @routes.post("/projects/<key>")
    def project(key: str) -> Any:
        """Change screens (`screen_off`, `screen_on`: fields), rights (`revoke`, `restore`: account → permissions),
        `members` (list or null for everybody) or `bars_apps`."""
        sent = request.get_json()
        with site.lock:
            found = site.jira.project(key)
            if found is None:
                raise KeyError(key)
            found.screen -= {_field_id(site, name) for name in sent.get("screen_off", [])}
            found.screen |= {_field_id(site, name) for name in sent.get("screen_on", [])}
            for account_id, permissions in sent.get("revoke", {}).items():
                found.revoked.setdefault(account_id, set()).update(permissions)
            for account_id, permissions in sent.get("restore", {}).items():
                found.revoked.get(account_id, set()).difference_update(permissions)
            if "members" in sent:
                found.members = None if sent["members"] is None else set(sent["members"])
            found.bars_apps = bool(sent.get("bars_apps", found.bars_apps))
            members = None if found.members is None else sorted(found.members)
            return {"key": found.key, "screen": sorted(found.screen), "members": members}


def _field_id(site: Site, name: str) -> str:
    field = site.jira.fields.find(name) or next(iter(site.jira.fields.by_clause(name)), None)
    if field is None:
        raise KeyError(name)
    return field.id
