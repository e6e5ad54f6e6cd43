"""The demo company, Harbor & Pine: people, projects and eight weeks of work.

Not here: its OKRs. Those are planned through the app, from `okrs.json`; `cast` says who and what there is to plan with.
"""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.site.wiki import first_pages

if TYPE_CHECKING:
    from tests.site.state import Site

OKRS = Path(__file__).with_name("okrs.json")
_WORK = Path(__file__).with_name("work.json")
_STEPS = (("started_days_ago", "In Progress"), ("review_days_ago", "In Review"), ("done_days_ago", "Done"))


def okrs() -> dict[str, Any]:
    """Return what the company wants to achieve, with its check-ins by days before today."""
    plan: dict[str, Any] = json.loads(OKRS.read_text("utf-8"))
    return plan


def fill(site: Site) -> None:
    """Fill the site. Every date is relative to today, so the story is always eight weeks old."""
    data: dict[str, Any] = json.loads(_WORK.read_text("utf-8"))
    for person in data["people"]:
        groups = ("site-users", "site-admins") if person["admin"] else ("site-users",)
        site.accounts.add(
            person["account_id"], person["name"], title=person["title"], active=person["active"], groups=groups
        )
    for name in data["number_fields"]:
        site.jira.fields.add_custom(name)
    for name in data["text_fields"]:
        site.jira.fields.add_custom(name, text=True)
    leads = {project["key"]: project["lead"] for project in data["projects"]}
    for project in data["projects"]:
        site.jira.add_project(**project)
    for number, item in enumerate(data["work"]):
        _add(site, item, reporter=leads[item["project"]], number=number)
    for outward, inward in data["blocks"]:
        site.jira.link(outward, inward, leads["CORE"], at=site.clock.now())
    first = data["people"][0]["account_id"]
    first_pages.fill(site.wiki, by=first)
    site.company = {"name": "Harbor & Pine", "space": "HP", "okrs": okrs(), "epics": _epics(site)}


def _add(site: Site, item: dict[str, Any], *, reporter: str, number: int) -> None:
    fields: dict[str, Any] = {"assignee": item["assignee"], "customfield_10016": item["points"]}
    if item.get("parent"):
        fields["parent"] = item["parent"]
    # Sizing and assigning happen when the work is picked up, so that issues have a history worth reading.
    late = {
        name: fields.pop(name) for name in ("customfield_10016", "assignee") if item["started_days_ago"] is not None
    }
    kind = "Outcome" if item["type"] == "Epic" and item["project"] == "CARE" else item["type"]
    issue = site.jira.create(
        project=item["project"], issue_type=kind, summary=item["summary"], by=reporter, fields=fields,
        at=_at(site, item["created_days_ago"], number),
    )  # fmt: skip
    if issue.key != item["key"]:
        raise ValueError(f"work.json says {item['key']}, the site made {issue.key}")
    if late:
        site.jira.edit(
            issue.id, late, by=reporter, at=_at(site, item["started_days_ago"], number) - timedelta(minutes=4)
        )
    for name, status in _STEPS:
        if item[name] is not None:
            site.jira.change_status(issue.id, status, item["assignee"], at=_at(site, item[name], number))


def _at(site: Site, days_ago: int, number: int) -> datetime:
    """Return an instant in working hours of that day, different for every issue."""
    day = site.clock.now() - timedelta(days=days_ago)
    return day.replace(hour=8 + number % 9, minute=number * 7 % 60, second=number * 13 % 60, microsecond=0)


def _epics(site: Site) -> list[dict[str, str]]:
    epics = [issue for issue in site.jira.issues.values() if site.jira.type_of(issue).level == 1]
    return [{"key": issue.key, "id": issue.id, "summary": str(issue.values["summary"])} for issue in epics]
