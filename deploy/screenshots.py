"""Takes the README's pictures from a demo of its own: home, epic, Confluence page, and a planning room that nine people play.

`make pictures` runs it. Writes docs/images/*.png, light. Needs Chromium, which `make services` installs, and two minutes.
"""

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from service.domain.presets import PRESETS
from tests.demo.api import Api
from tests.demo.started import Running, demo_in
from tests.journeys.rooms.booking import NORTH_STAR, cycle_for
from tests.journeys.rooms.cast import NAMES, TEAM
from tests.journeys.rooms.person import seated
from tests.journeys.rooms.play import play
from tests.journeys.rooms.table import Table
from tests.rules.places import ROOT

IMAGES = ROOT / "docs" / "images"
WIDTH, HEIGHT = 1360, 1000
SETTLE_MS = 4000
ROOM_PRESET = "workshop_weaver"
ROOM_STEPS = {"themes": "themes", "key_results-task": "key-results", "confidence": "votes", "close": "commit"}
"""By what the players call a moment: the name of its picture."""


def main() -> int:
    """Take every picture."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        print("There is no Chromium; `make services` installs it.", file=sys.stderr)
        return 1
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, demo_in(Path(folder)) as demo, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for address, name in ((demo.northstar, "home"), (demo.jira, "epic"), (demo.confluence, "confluence")):
            _take(browser, address, IMAGES / f"{name}.png")
        _play(browser, demo)
        browser.close()
    return 0


def _take(browser: Browser, address: str, file: Path) -> None:
    page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
    page.goto(address)
    page.wait_for_timeout(SETTLE_MS)
    page.screenshot(path=file)
    page.close()
    _say(file)


def _play(browser: Browser, demo: Running) -> None:
    """Let nine people hold a session and photograph it as the facilitator sees it."""
    api = Api(app=demo.app, site=demo.site)
    by_name = {each["name"]: each["accountId"] for each in api.state()["accounts"]}
    people = seated(browser, site=demo.site, people=[(by_name[name], name) for name in NAMES])
    by = people[0].account_id
    cycle = cycle_for(api, preset=ROOM_PRESET, by=by, number=1)
    team = next(each for each in api.call("GET", "/teams", by=by) if each["name"] == TEAM)
    name = PRESETS[ROOM_PRESET].name
    table = Table(api=api, people=people, preset=ROOM_PRESET, name=name, cycle=cycle, team=team, north_star=NORTH_STAR)

    def look(word: str) -> None:
        if word in ROOM_STEPS:
            page, file = people[0].page, IMAGES / f"room-{ROOM_STEPS[word]}.png"
            page.mouse.wheel(0, -10_000)
            page.wait_for_timeout(SETTLE_MS / 4)
            page.screenshot(path=file)
            _say(file)

    table.look = look
    play(table)


def _say(file: Path) -> None:
    print(f"{file.relative_to(ROOT)}: {file.stat().st_size // 1024} KB", flush=True)


if __name__ == "__main__":
    sys.exit(main())
