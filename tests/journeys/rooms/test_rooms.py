"""One facilitator and eight participants in real browsers hold a whole session by every doctrine, from booking to epics."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import requests
from playwright.sync_api import Browser

from service.domain.presets import PRESETS
from tests.demo.api import Api
from tests.demo.started import Running, demo_in
from tests.journeys.rooms.booking import NORTH_STAR, cycle_for
from tests.journeys.rooms.cast import NAMES, TEAM
from tests.journeys.rooms.person import Person, seated
from tests.journeys.rooms.pictures import pictures_in
from tests.journeys.rooms.play import play
from tests.journeys.rooms.table import PLAN, KeyResult, Table

pytestmark = pytest.mark.browser

PICTURES = os.environ.get("NORTHSTAR_PICTURES", "")
"""A folder for a picture of every step, light and dark, wide and narrow; none are taken without it."""


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """Run the simulator and Northstar once for every doctrine."""
    with demo_in(tmp_path_factory.mktemp("rooms")) as running:
        yield running


@pytest.fixture(scope="module")
def api(demo: Running) -> Api:
    """Return Northstar's API on behalf of the site's people."""
    return Api(app=demo.app, site=demo.site)


@pytest.fixture(scope="module")
def people(demo: Running, api: Api, browser: Browser) -> Iterator[tuple[Person, ...]]:
    """Seat nine people of the company, the facilitator first, each in a browser context of their own."""
    by_name = {each["name"]: each["accountId"] for each in api.state()["accounts"]}
    found = seated(browser, site=demo.site, people=[(by_name[name], name) for name in NAMES])
    yield found
    for person in found:
        person.page.context.close()


@pytest.fixture
def sit_down(api: Api, people: tuple[Person, ...]) -> Callable[[str], Table]:
    """Return a function that seats everybody before a fresh cycle of one doctrine."""

    def make(preset: str) -> Table:
        by = people[0].account_id
        for person in people:
            person.complaints.clear()
        cycle = cycle_for(api, preset=preset, by=by, number=tuple(PRESETS).index(preset) + 1)
        team = next(each for each in api.call("GET", "/teams", by=by) if each["name"] == TEAM)
        name = PRESETS[preset].name
        table = Table(api=api, people=people, preset=preset, name=name, cycle=cycle, team=team, north_star=NORTH_STAR)
        if PICTURES:
            table.look = pictures_in(Path(PICTURES), table)
        return table

    return make


@pytest.mark.parametrize("preset", PRESETS)
def test_nine_people_hold_a_whole_session(preset: str, demo: Running, sit_down: Callable[[str], Table]) -> None:
    """M-26, W-14, M-12, O-01, O-13, T-15: what nine people agreed stands on the board and in Jira, with no re-typing."""
    table = sit_down(preset)
    play(table)
    board = table.api.call("GET", f"/board?cycle_id={table.cycle['id']}", by=table.facilitator.account_id)
    views = {view["objective"]["title"]: view for team in board["teams"] for view in team["objectives"]}
    for wanted in PLAN:
        view = views[wanted.title]
        epic = _issue(demo, view["objective"]["epic_key"])
        assert (epic["level"], epic["summary"]) == (1, wanted.title)  # one level above a task, whatever it is called
        assert len(view["key_results"]) == len(wanted.key_results)
        for each in wanted.key_results:
            _stands(demo, view, each, has_work=table.has("initiatives"))
    complaints = [said for person in table.people for said in person.complaints]
    assert complaints == []


def _stands(demo: Running, view: dict[str, Any], wanted: KeyResult, *, has_work: bool) -> None:
    """Look for one key result on the board, and for its work in Jira."""
    found = next(one for one in view["key_results"] if one["key_result"]["title"] == wanted.title)
    planned = found["key_result"]
    assert (planned["baseline"], planned["target"]) == (float(wanted.baseline), float(wanted.target))
    assert planned["owner"] is not None
    assert planned["tracker"]["slot"] is not None
    if has_work:
        work = [_issue(demo, one["key"]) for one in found["initiatives"]]
        assert wanted.work in {one["summary"] for one in work}


def _issue(demo: Running, key: str) -> dict[str, Any]:
    answer = requests.get(f"{demo.site}/_site/issues/{key}", timeout=10)
    answer.raise_for_status()
    found: dict[str, Any] = answer.json()
    return found
