"""The end of a room over HTTP."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from service.domain.room import StepKind
from service.domain.room.committing import Commit
from service.domain.room.gates import Waive
from service.domain.room.output_test import AnswerTest
from service.domain.room.pacing import Advance
from service.domain.room.rhythm import ChooseSlot, UpdateMode, Weekday
from service.store import Store
from tests.browser.closing_room import INES, TOM, closing_room
from tests.browser.company import furnish
from tests.browser.stage import stage
from tests.databases import migrated_file


@pytest.fixture
def furnished(tmp_path: Path) -> Iterator[Flask]:
    """Return the app of a site with a whole quarter."""
    store = Store.open(migrated_file(tmp_path / "api.sqlite"), secret_keys=("a key of the api tests",))
    furnish(store)
    yield stage(store)
    store.close()


def test_a_program_sees_what_was_committed_and_nobody_elses_answers(furnished: Flask) -> None:
    """O-13, T-21: who failed what is that person's business."""
    room = closing_room(furnished.extensions["northstar"])
    room.act(INES, ChooseSlot(mode=UpdateMode.ASYNC, weekday=Weekday.MONDAY, time="09:00"))
    room.go_to(StepKind.CLOSE)
    room.act(INES, Waive(rule="O-11", reason="Alone"))
    room.act(INES, Commit())
    room.job_commits()
    room.act(INES, Advance(step_id="close"))
    room.act(TOM, AnswerTest())
    seen = furnished.test_client().get(f"/api/v1/sessions/{room.session_id}").get_json()["closing"]
    assert len(seen["commit"]["committed"]) == 5
    assert not seen["commit"]["is_running"]
    assert seen["rhythm"]["dates"][0] == "2026-10-05"
    assert seen["output_test"] == {"asked": 2, "answered": 1, "score": 0.0, "is_successful": False, "mine": None}
    assert {each["id"] for each in seen["checklist"]} == {f"O-{n}" for n in range(18, 30)}
