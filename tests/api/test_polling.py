"""Polls: whatever a page shows moves its revision, and nothing is read or drawn while it stands still."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import event

from service.domain.board.shapes import Problem
from service.domain.model import OwnerState, Site
from service.store import Store
from service.usecases.check_owners import check_owners
from service.usecases.note_failure import note_objective_failure
from service.usecases.record_checkin import record_checkin
from tests.browser.company import NOW, SITE_ID
from tests.browser.stage import stage

WHY = {"reason": "replan", "explanation": "The market moved.", "notified": ["acc-ines"]}


class Clock:
    """Stands still until a test turns it."""

    def __init__(self) -> None:
        self.now = NOW


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def app(tmp_path: Path, clock: Clock) -> Iterator[Flask]:
    """Return the app of an empty site whose clock a test can turn."""
    store = Store.open(f"sqlite:///{tmp_path / 'polls.sqlite'}", secret_keys=("a key of the polling tests",))
    store.migrate()
    with store.transaction() as tx:
        tx.sites.add(site=Site(id=SITE_ID, host="127.0.0.1:9"))
    yield stage(store, now=lambda: clock.now)
    store.close()


Call = Callable[..., Any]


def test_every_change_that_shows_moves_the_board(client: FlaskClient, plan: dict[str, Any], app: Flask) -> None:
    """Each of these is one request or one worker's note; after each the board that was known is known no longer."""
    parts = app.extensions["northstar"]
    objective, key_result, cycle = plan["objective"]["id"], plan["key_result"]["id"], plan["cycle"]["id"]
    api = "/api/v1"

    def failed() -> None:
        note_objective_failure(parts=parts, site_id=SITE_ID, objective_id=objective, error=RuntimeError())

    def page_failed() -> None:
        with parts.store.transaction() as tx:
            tx.pages.mark_failed(site_id=SITE_ID, cycle_id=cycle, error="no such space", retry_at=NOW)

    def page_written() -> None:
        with parts.store.transaction() as tx:
            rev = tx.pages.claim(site_id=SITE_ID, cycle_id=cycle).changed_rev
            tx.pages.mark_published(site_id=SITE_ID, cycle_id=cycle, rev=rev, at=NOW)

    def screen_missing() -> None:
        found = [Problem(code="field_not_on_screen", message="KR 1 is on no screen.", way_out="Add it.")]
        with parts.store.transaction() as tx:
            tx.problems.replace(site_id=SITE_ID, scope=f"objective:{objective}", problems_found=found, at=NOW)

    def read_by_a_tracker() -> None:
        record_checkin(parts=parts, site_id=SITE_ID, by="acc-ines", key_result_id=key_result, value=51.0)

    changes: dict[str, Callable[[], Any]] = {
        "team": lambda: client.post(f"{api}/teams", json={"name": "Care", "project_key": "CARE"}),
        "team's name": lambda: client.patch(f"{api}/teams/{plan['team']['id']}", json={"name": "Growth 2"}),
        "objective": lambda: client.post(
            f"{api}/objectives", json={"cycle_id": cycle, "team_id": plan["team"]["id"], "title": "Another"}
        ),
        "title": lambda: client.patch(f"{api}/objectives/{objective}", json={"title": "Other words"}),
        "key result": lambda: client.post(
            f"{api}/objectives/{objective}/key-results", json={"title": "Speed", "baseline": 1, "target": 2}
        ),
        "check-in": lambda: client.post(f"{api}/key-results/{key_result}/check-ins", json={"value": 60}),
        "a worker's check-in": read_by_a_tracker,
        "owner": lambda: client.put(f"{api}/key-results/{key_result}/owner", json={"account_id": "acc-tom", **WHY}),
        "promise": lambda: client.patch(f"{api}/key-results/{key_result}", json={"target": 70, **WHY}),
        "failure": failed,
        "page failed": page_failed,
        "page written": page_written,
        "screen": screen_missing,
        "cycle": lambda: client.post(
            f"{api}/cycles",
            json={"key": "2027-Q1", "name": "Q1", "starts_on": "2027-01-01", "ends_on": "2027-03-31"},
        ),
        "key result cancelled": lambda: client.post(f"{api}/key-results/{key_result}/cancel", json=WHY),
        "objective cancelled": lambda: client.post(f"{api}/objectives/{objective}/cancel", json=WHY),
    }
    unmoved = []
    for name, change in changes.items():
        before = _revision(client)
        answer = change()
        if answer is not None:
            assert answer.status_code < 300, (name, answer.text)
        if _revision(client) == before:
            unmoved.append(name)
    assert unmoved == []


def test_an_owner_who_left_moves_the_board(app: Flask, client: FlaskClient, plan: dict[str, Any]) -> None:
    """The nightly check of owners marks what it changes."""
    parts, key_result = app.extensions["northstar"], plan["key_result"]["id"]
    client.put(f"/api/v1/key-results/{key_result}/owner", json={"account_id": "acc-tom", **WHY})
    with parts.store.transaction() as tx:
        tx.key_results.set_owner_state(site_id=SITE_ID, id=key_result, state=OwnerState.INACTIVE)
    before = _revision(client)
    assert check_owners(parts=parts, site_id=SITE_ID).changed == 1
    assert _revision(client) != before


def test_a_poll_of_a_board_that_stands_still_reads_a_handful_of_rows(
    app: Flask, client: FlaskClient, plan: dict[str, Any], make: Call
) -> None:
    """Neither check-ins nor key results are read while nothing changed."""
    for value in (50, 51, 52):
        make(f"/key-results/{plan['key_result']['id']}/check-ins", value=value)
    known = client.get("/ui/fragments/board").headers["ETag"]
    seen: list[str] = []
    event.listen(app.extensions["northstar"].store._engine, "before_cursor_execute", lambda *args: seen.append(args[2]))
    assert client.get("/ui/fragments/board", headers={"If-None-Match": known}).status_code == 304
    read = [statement for statement in seen if statement.startswith("SELECT")]
    assert len(read) < 12
    assert not any("FROM checkins" in statement or "FROM key_results" in statement for statement in read)


def test_a_minute_alone_sends_nothing(client: FlaskClient, plan: dict[str, Any], clock: Clock) -> None:
    """A new revision with the same inside is 304 under the new ETag, so that the poll after it is cheap again."""
    known = client.get("/ui/fragments/board").headers["ETag"]
    clock.now += timedelta(minutes=1)
    answer = client.get("/ui/fragments/board", headers={"If-None-Match": known})
    assert answer.status_code == 304
    assert answer.headers["ETag"] != known
    assert answer.headers["ETag"].split("-")[1] == known.split("-")[1]


def test_time_alone_moves_what_it_moves(client: FlaskClient, plan: dict[str, Any], clock: Clock) -> None:
    """A month later the pace has moved although nobody wrote a row."""
    known = client.get("/ui/fragments/board").headers["ETag"]
    clock.now += timedelta(days=30)
    assert client.get("/ui/fragments/board", headers={"If-None-Match": known}).status_code == 200


def test_a_proxy_may_weaken_the_etag(client: FlaskClient, plan: dict[str, Any]) -> None:
    """Compressing proxies turn strong ETags into weak ones."""
    known = client.get("/ui/fragments/board").headers["ETag"]
    assert client.get("/ui/fragments/board", headers={"If-None-Match": f"W/{known}"}).status_code == 304


def _revision(client: FlaskClient) -> str:
    return client.get("/ui/fragments/board").headers["ETag"].strip('"').split("-")[0]
