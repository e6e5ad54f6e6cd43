"""The main job on the shape operators run: three processes, PostgreSQL, Redis. Issue "The main job", points 4, 6 and 8."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import requests

from tests.databases import postgres_database
from tests.demo.api import Api
from tests.journeys.deployment import deployed
from tests.programs import own_redis, until
from tests.site import lifecycle
from tests.site.config import SiteConfig
from tests.site.running import free_port, running
from tests.site.state import Site

pytestmark = [pytest.mark.postgres, pytest.mark.redis]
ADA = "5f-ada"
ARRIVES_WITHIN_S = 60.0


@dataclass(frozen=True)
class Deployment:
    """A deployed Northstar with one small site in it."""

    api: Api
    site: Site
    folder: Path


@pytest.fixture
def deployment(tmp_path: Path) -> Iterator[Deployment]:
    port, site_port = free_port(), free_port()
    app = f"http://127.0.0.1:{port}"
    config = SiteConfig(port=site_port, app_url=app)
    with postgres_database() as database, own_redis(tmp_path) as broker, running(config) as site:
        env = {
            "NORTHSTAR_BASE_URL": app,
            "NORTHSTAR_DATABASE_URL": database,
            "NORTHSTAR_REDIS_URL": broker,
            "NORTHSTAR_SECRET_KEYS": "a phrase that is long enough",
            "NORTHSTAR_INSTALL_KEYS_URL": f"{config.origin}/install-keys",
            "NORTHSTAR_ALLOWED_HOSTS": f"127.0.0.1:{site_port}",
            "NORTHSTAR_PUBLISH_INTERVAL_S": "2",
            "NORTHSTAR_SWEEP_INTERVAL_S": "2",
            "NORTHSTAR_LOG_LEVEL": "DEBUG",
        }
        with deployed(tmp_path, port=port, env=env):
            lifecycle.install(site)
            yield Deployment(api=Api(app=app, site=config.origin), site=site, folder=tmp_path)


def test_a_plan_reaches_jira_and_confluence_and_comes_back(deployment: Deployment) -> None:
    api, site = deployment.api, deployment.site
    space = next(iter(site.wiki.spaces.values()))
    api.call("PUT", "/settings/space", {"space_key": space.key}, by=ADA)
    objective, key_result = _plan(api)
    epic = api.call("POST", f"/objectives/{objective['id']}/map", {}, by=ADA)["epic_key"]

    checked = f"/key-results/{key_result['id']}/check-ins"
    api.call("POST", checked, {"value": 25, "confidence": 0.6}, by=ADA, key="monday")
    api.call("POST", checked, {"value": 25, "confidence": 0.6}, by=ADA, key="monday")
    field = _field(site, "KR 1")
    until(lambda: site.jira.get(epic).values.get(field) == 25, timeout_s=ARRIVES_WITHIN_S)
    until(lambda: _percent(site, epic) == 25.0, timeout_s=ARRIVES_WITHIN_S)

    site.jira.edit(epic, {field: 40}, by=ADA)
    until(lambda: _percent(site, epic) == 40.0, timeout_s=ARRIVES_WITHIN_S)
    latest = max(api.call("GET", checked, by=ADA), key=lambda each: each["at"])
    assert (latest["value"], latest["source"], latest["author"]) == (40, "field", ADA)
    assert len(api.call("GET", checked, by=ADA)) == 2, "the repeated check-in counted once, our own echo not at all"

    until(lambda: _page(site, api), timeout_s=ARRIVES_WITHIN_S)
    said = "".join((deployment.folder / f"{name}.log").read_text() for name in ("serve", "worker", "beat"))
    assert not re.search(r"eyJ[A-Za-z0-9_-]{10,}\.", said), "a token stands in a log"
    assert "Traceback" not in said


def _plan(api: Api) -> tuple[Any, Any]:
    today = datetime.now(UTC).date()
    dates = {
        "starts_on": (today - timedelta(days=30)).isoformat(),
        "ends_on": (today + timedelta(days=60)).isoformat(),
    }
    cycle = api.call(
        "POST", "/cycles", {"key": "NOW", "name": "Now", "kind": "custom", **dates, "state": "active"}, by=ADA
    )
    project = next(each for each in api.state()["projects"] if any(kind["level"] == 1 for kind in each["issueTypes"]))
    team = api.call("POST", "/teams", {"name": "Growth", "project_key": project["key"]}, by=ADA)
    wanted = {"cycle_id": cycle["id"], "team_id": team["id"], "title": "Be loved by small shops", "why": "They stay."}
    objective = api.call("POST", "/objectives", wanted, by=ADA)
    number = {"title": "Shops that come back", "baseline": 0, "target": 100, "owner": ADA}
    return objective, api.call("POST", f"/objectives/{objective['id']}/key-results", number, by=ADA)


def _field(site: Site, name: str) -> str:
    return next(each.id for each in site.jira.fields.all() if each.name == name)


def _percent(site: Site, epic: str) -> Any:
    return site.jira.get(epic).properties.get("northstar.objective", {}).get("progress_percent")


def _page(site: Site, api: Api) -> bool:
    cycle = api.call("GET", "/cycles/current", by=ADA)
    url = api.call("GET", f"/cycles/{cycle['id']}/page", by=ADA)["url"]
    return bool(url) and "Be loved by small shops" in requests.get(url, timeout=10).text
