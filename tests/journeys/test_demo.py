"""`make demo` as a newcomer meets it: addresses, a story worth showing, changes that arrive everywhere, only documented calls."""

import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import requests

from tests.demo.started import Running, demo_in
from tests.site_checks.answers import operation

ARRIVES_WITHIN_S = 60


@dataclass(frozen=True)
class Demo:
    """A running demo and the record of every request in it."""

    running: Running
    record: Path

    def post(self, path: str, body: Any) -> Any:
        reply = requests.post(f"{self.running.site}/_site{path}", json=body, timeout=10)
        reply.raise_for_status()
        return reply.json()

    def issue(self, key: str) -> Any:
        return requests.get(f"{self.running.site}/_site/issues/{key}", timeout=10).json()

    def people(self) -> list[str]:
        accounts = requests.get(f"{self.running.site}/_site/state", timeout=10).json()["accounts"]
        return [each["accountId"] for each in accounts if each["active"] and each["kind"] != "app"]

    def api(self, path: str) -> Any:
        token = self.post("/tokens", {"accountId": self.people()[0]})["token"]
        reply = requests.get(f"{self.running.app}/api/v1{path}", headers={"Authorization": f"JWT {token}"}, timeout=10)
        reply.raise_for_status()
        return reply.json()

    def objective(self, epic: str) -> Any:
        views = [view for team in self.api("/board")["teams"] for view in team["objectives"]]
        return next(view for view in views if view["objective"]["epic_key"] == epic)

    def page(self) -> str:
        return requests.get(self.running.confluence, timeout=10).text


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    folder = tmp_path_factory.mktemp("demo")
    record = folder / "requests.jsonl"
    with demo_in(folder, "--record", str(record)) as running:
        yield Demo(running=running, record=record)


def arrives(what: Callable[[], bool]) -> None:
    """Wait until something is true: changes travel by webhook, worker and page, each in its own time."""
    deadline = time.monotonic() + ARRIVES_WITHIN_S
    while not what():
        assert time.monotonic() < deadline, "it did not arrive"
        time.sleep(0.2)


def test_the_company_is_all_there(demo: Demo) -> None:
    board = demo.api("/board")
    objectives = [view for team in board["teams"] for view in team["objectives"]]
    key_results = [kr for view in objectives for kr in view["key_results"]]
    issues = {issue["id"] for kr in key_results for issue in kr["initiatives"]}
    assert board["north_star"] is not None
    assert (len(board["teams"]), len(objectives), len(key_results), len(issues)) == (4, 7, 20, 60)
    assert {kr["key_result"]["direction"] for kr in key_results} >= {
        "increase",
        "decrease",
        "stay_above",
        "stay_below",
        "binary",
    }
    assert len({kr["status"] for kr in key_results}) >= 3, "a story has more than one mood"
    assert all(len(kr["series"]) >= 8 for kr in key_results)
    assert all(kr["key_result"]["owner_state"] == "ok" for kr in key_results)


def test_the_three_addresses_show_it(demo: Demo) -> None:
    for address in (demo.running.jira, demo.running.northstar, demo.running.confluence):
        assert requests.get(address, timeout=10).status_code == 200
    assert "Objectives at a glance" in demo.page()


def test_editing_the_field_in_jira_moves_the_number_everywhere(demo: Demo) -> None:
    before, person = demo.objective("GROW-1"), demo.people()[2]
    shown = demo.page()
    demo.post("/issues/GROW-1/fields", {"fields": {"KR 1": 2.55}, "by": person})
    arrives(lambda: demo.objective("GROW-1")["progress"] > before["progress"])
    kr = demo.objective("GROW-1")["key_results"][0]
    checkins = demo.api(f"/key-results/{kr['key_result']['id']}/check-ins")
    latest = max(checkins, key=lambda each: each["at"])
    assert (latest["value"], latest["source"], latest["author"]) == (2.55, "field", person)
    progress = round(demo.objective("GROW-1")["progress"] * 100, 1)
    arrives(lambda: demo.issue("GROW-1")["properties"]["northstar.objective"]["progress_percent"] == progress)
    arrives(lambda: demo.page() != shown and "2.55" in demo.page())


def test_finishing_an_initiative_moves_its_key_result(demo: Demo) -> None:
    view = demo.objective("CORE-1")
    kr = next(each for each in view["key_results"] if each["key_result"]["tracker"]["kind"] == "initiatives")
    open_issue = next(issue for issue in kr["initiatives"] if issue["category"] != "done")
    demo.post(f"/issues/{open_issue['key']}/status", {"status": "Done", "by": demo.people()[0]})

    def moved() -> bool:
        now = {each["key_result"]["id"]: each["value"] for each in demo.objective("CORE-1")["key_results"]}
        return bool(now[kr["key_result"]["id"]] > kr["value"])

    arrives(moved)
    field = f"northstar__kr-{kr['key_result']['tracker']['slot']}"
    arrives(lambda: demo.issue("CORE-1")["fields"][field] > kr["value"])


def test_every_request_of_ours_is_documented_and_alive(demo: Demo) -> None:
    """Jira may ask us to wait (an issue takes twenty writes in two seconds); what it put off has to be done later."""
    arrives(lambda: not _put_off(demo))
    seen = set()
    for method, path, status in _ours(demo):
        assert status < 400 or status in {404, 409, 429}, f"{method} {path}: {status}"
        seen.add((method, path))
    assert len(seen) > 100
    for method, path in seen:
        if path.startswith("/wiki/api/v2"):
            _, found = operation("confluence-v2", method, path.removeprefix("/wiki/api/v2"))
        else:
            _, found = operation("confluence-v1" if path.startswith("/wiki/") else "jira-v3", method, path)
        assert not found.get("deprecated"), f"{method} {path}"


def _put_off(demo: Demo) -> set[tuple[str, str]]:
    """Return the requests whose last answer was to come back later."""
    last = {(method, path): status for method, path, status in _ours(demo)}
    return {request for request, status in last.items() if status == 429}


def _ours(demo: Demo) -> Iterator[tuple[str, str, int]]:
    """Yield method, path and status of every request to the products so far."""
    complete = demo.record.read_text().rpartition("\n")[0]  # the demo goes on: its last line may still be in the making
    for line in complete.split("\n"):
        request = json.loads(line)
        path = request["url"].split("?")[0]
        if path.startswith(("/rest/", "/wiki/api/", "/wiki/rest/")):
            yield request["method"], path, request["status"]
