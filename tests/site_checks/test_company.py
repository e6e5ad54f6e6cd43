"""The demo company fits together: its issues, its OKRs and the story they tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from tests.site.app import create_site
from tests.site.company import okrs
from tests.site.config import SiteConfig
from tests.site.state import Site


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    app = create_site(SiteConfig(port=1, app_url="http://127.0.0.1:1", company=True))
    found: Site = app.extensions["site"]
    yield found
    found.close()


def _key_results() -> list[dict[str, Any]]:
    return [one for objective in okrs()["objectives"] for one in objective["key_results"]]


def test_what_the_demo_must_show() -> None:
    """Issue 2 point 1: a North Star, three teams, 6 objectives, 20 key results of different kinds, 60 initiatives."""
    plan = okrs()
    assert Counter(team["kind"] for team in plan["teams"]) == {"company": 1, "team": 3}
    assert len([one for one in plan["objectives"] if one["parent"]]) == 6
    assert [one["key"] for one in plan["objectives"] if not one["parent"]] == ["north-star"]
    found = _key_results()
    assert len(found) == 20
    assert {one["direction"] for one in found} == {"increase", "decrease", "stay_above", "stay_below", "binary"}
    assert len({one["unit"] for one in found}) >= 6
    assert sum(one["tracker"] == "initiatives" for one in found) == 4
    initiatives = [key for one in found for key in one["initiatives"]]
    assert len(initiatives) == len(set(initiatives)) == 60
    assert all(1 <= len(one["key_results"]) <= 5 for one in plan["objectives"])


def test_every_reference_exists(site: Site) -> None:
    plan = okrs()
    objectives = {one["key"] for one in plan["objectives"]}
    teams = {one["key"] for one in plan["teams"]}
    for team in plan["teams"]:
        assert site.jira.project(team["project"])
        assert all(site.accounts.get(member).active for member in [team["lead"], *team["members"]])
    for objective in plan["objectives"]:
        assert objective["team"] in teams
        assert objective["parent"] in objectives | {None}
        if objective["adopts"]:
            assert site.jira.type_of(site.jira.get(objective["adopts"])).level == 1
    for one in _key_results():
        assert site.accounts.get(one["owner"]).active
        assert all(site.jira.type_of(site.jira.get(key)).level == 0 for key in one["initiatives"])
        if one["field"]:
            assert site.jira.fields.by_clause(one["field"])


def test_check_ins_are_weekly_and_within_the_cycle() -> None:
    cycle = okrs()["cycle"]
    for one in _key_results():
        days = [entry["days_ago"] for entry in one["checkins"]]
        assert days == [51, 44, 37, 30, 23, 16, 9, 2]
        assert max(days) < cycle["starts_days_ago"] < cycle["length_days"]
        assert all(0 <= entry["confidence"] <= 1 and entry["note"] for entry in one["checkins"])


def test_numbers_of_initiatives_follow_from_the_issues(site: Site) -> None:
    """A key result tracked by initiatives says what its issues' changelogs say."""
    for one in _key_results():
        if one["tracker"] != "initiatives":
            continue
        finished = [_finished_days_ago(site, key) for key in one["initiatives"]]
        for entry in one["checkins"]:
            done = sum(days is not None and days >= entry["days_ago"] for days in finished)
            assert entry["value"] == 100 * done / len(finished), (one["key"], entry)


def test_the_work_is_spread_and_mixed(site: Site) -> None:
    issues = list(site.jira.issues.values())
    assert len(issues) >= 72
    statuses = Counter(site.jira.statuses[issue.values["status"]].category for issue in issues)
    assert all(statuses[category] >= 10 for category in ("new", "indeterminate", "done"))
    now = site.clock.now()
    weeks = {(now - entry.created_at) // timedelta(weeks=1) for issue in issues for entry in issue.histories}
    assert weeks >= set(range(8))
    for issue in issues:
        moments = [issue.created_at, *(entry.created_at for entry in issue.histories)]
        assert moments == sorted(moments)
        assert moments[-1] <= now
    named = {site.jira.type_of(issue).name for issue in issues if site.jira.type_of(issue).level == 1}
    assert named == {"Epic", "Outcome"}


def _finished_days_ago(site: Site, key: str) -> int | None:
    moments = [
        entry.created_at
        for entry in site.jira.get(key).histories
        for change in entry.changes
        if change.after_text == "Done"
    ]
    return (site.clock.now().date() - moments[-1].date()).days if moments else None
