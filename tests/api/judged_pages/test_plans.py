"""The instruments' pages as they are sent: complete, said in words, and open only to people of the site. Requirements 2.1–2.6."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from flask import Flask, Request
from flask.testing import FlaskClient

from connect.site import Principal, TokenKind
from service.domain.model import CycleState, Site
from service.store import Store
from service.usecases.asked import history_wish, synthesis_wish
from service.usecases.needs import Needs
from service.usecases.note_failure import note_synthesis_failure
from tests.api.judged_pages.reading import FORMS, PIECES, loophole_of, text
from tests.browser.company import CYCLE_ID, SITE_ID
from tests.browser.instruments import (
    AGREED,
    CHECKOUT,
    EFFORTLESS,
    FIRST_ORDER,
    GROWTH,
    PLATFORM,
    RAIL,
    SIGN_UPS,
    SUBSCRIBERS,
    WAITS,
    FinishedWork,
)
from tests.browser.stage import stage
from tests.databases import migrated_file


def test_sufficiency_is_told_with_its_counter_example(client: FlaskClient) -> None:
    """2.2, M-19: what is reached, what fails, who holds it, and that the rest is a judgement."""
    shown = text(client, f"/objectives/{EFFORTLESS}/sufficiency")
    assert "visitors falls to its historical low, 71,000" in shown
    assert "orders &gt;= 52000</code> fails." in shown
    assert "No key result holds visitors." in shown
    assert "Judgement, no proof" in shown
    assert "Fewer people may come at all." in shown


def test_a_formula_is_stated_judged_and_taken_back(client: FlaskClient) -> None:
    """2.2: sufficient, cannot tell with the missing name, refused with the reason, taken back by an empty text."""
    path = f"{FORMS}/objectives/{EFFORTLESS}/success"
    assert 'value="71000"' in client.get(path).text
    held = {"formula": "completion >= 0.6", "driver.completion.key_result_id": CHECKOUT, "driver.gone.lowest": "1"}
    assert client.post(path, data=held).status_code == 200
    assert "Whenever all key results are reached, the objective is reached too." in text(
        client, f"/objectives/{EFFORTLESS}/sufficiency"
    )
    assert client.post(path, data={"formula": "a * b >= 1"}).status_code == 200
    assert "Nothing is known of a, b" in text(client, f"/objectives/{EFFORTLESS}/sufficiency")
    refused = client.post(path, data={"formula": "import os"})
    assert (refused.status_code, "The formula is not understood" in refused.text) == (422, True)
    wrong = client.post(path, data={"formula": "a >= 1", "driver.a.lowest": "5", "driver.a.highest": "2"})
    assert (wrong.status_code, "exchange them" in wrong.text, 'value="5"' in wrong.text) == (422, True, True)
    assert client.post(path, data={"formula": " "}).status_code == 200
    assert "Nobody has stated a formula" in text(client, f"/objectives/{EFFORTLESS}/sufficiency")


def test_a_row_appears_for_each_name_typed(client: FlaskClient) -> None:
    path = f"{FORMS}/objectives/{EFFORTLESS}/drivers"
    rows = client.post(path, data={"formula": "a = b * c; a >= 2", "driver.b.lowest": "7"}).text
    assert [f'name="driver.{name}.lowest"' in rows for name in "abc"] == [False, True, True]
    assert 'value="7"' in rows
    assert "not understood" in client.post(path, data={"formula": "a ** b.c"}).text
    assert "driver" not in client.post(path, data={"formula": ""}).text
    assert "at most 2,000" in client.post(path, data={"formula": "a" * 2001}).text


def test_one_answers_once_and_may_think_again(client: FlaskClient) -> None:
    """M-19: a recorded yes makes the set insufficient by judgement."""
    path = f"{FORMS}/objectives/{SUBSCRIBERS}/sufficiency-vote"
    assert client.post(path, data={"reason": "x"}).status_code == 422
    assert client.post(path, data={"can_fail": "true", "reason": "They may not read."}).status_code == 200
    assert "Insufficient, by judgement" in text(client, f"/objectives/{SUBSCRIBERS}/sufficiency")
    assert 'value="true" checked' in client.get(path).text
    assert client.post(path, data={"can_fail": "false"}).status_code == 200
    assert "Judgement only" in text(client, f"/objectives/{SUBSCRIBERS}/sufficiency")


def test_effort_beside_outcome_asks_jira(client: FlaskClient) -> None:
    """2.6, G-12: each key result in its quadrant, and the work that serves none beside the allowance."""
    assert f"/cycles/{CYCLE_ID}/teams/{GROWTH}/effort?objective={EFFORTLESS}" in text(
        client, f"/objectives/{EFFORTLESS}/effort"
    )
    told = text(client, f"/cycles/{CYCLE_ID}/teams/{GROWTH}/effort?objective={EFFORTLESS}")
    assert "67 % of the initiatives are done and the number moved: this works." in told
    assert "Newsletter sign-ups" not in told
    assert "57 % of the finished work serves no key result, more than the 40 %" in told
    assert "Newsletter sign-ups" in text(client, f"/cycles/{CYCLE_ID}/teams/{GROWTH}/effort")
    path = f"{FORMS}/teams/{GROWTH}/allowance?stands=40"
    assert 'value="40"' in client.get(path).text
    assert client.post(path, data={"share": "160"}).status_code == 422
    assert client.post(path, data={"share": "60"}).status_code == 200
    told = text(client, f"/cycles/{CYCLE_ID}/teams/{GROWTH}/effort")
    assert "Within the allowance" in told


def test_findings_stand_by_kind_with_their_path_and_request(client: FlaskClient) -> None:
    """2.5, M-25: the issue path, how late, who is asked, what was answered, what stays within a team."""
    shown = text(client, f"/cycles/{CYCLE_ID}/alignment")
    assert "4 findings</strong>, 2 grave, 1 waiting for an answer" in shown
    assert "The walk was cut" in shown
    for key in ("GROW-112", "GROW-115", "CORE-311"):
        assert f'data-issue="{key}"' in shown
    assert "12 days late" in shown
    assert "Platform is asked since 22 Nov." in shown
    assert "The vendor delivers in January and cannot be moved." in shown
    assert "A matter of Growth’s own." in shown
    assert "Ready by the tenth of December." in shown


def test_one_team_sees_its_own(client: FlaskClient) -> None:
    shown = text(client, f"/cycles/{CYCLE_ID}/alignment?team={PLATFORM}")
    assert "2 findings" in shown
    assert "CARE-9" not in shown


def test_links_upwards_are_counted_by_unit(client: FlaskClient, needs: Needs) -> None:
    """T-10a, T-11."""
    with needs.store.transaction() as tx:
        loose = replace(tx.objectives.get(site_id=SITE_ID, id=SUBSCRIBERS), parent_id=None)
        tx.objectives.save(site_id=SITE_ID, item=loose)
    shown = text(client, f"/cycles/{CYCLE_ID}/alignment")
    assert "3 of 4 objectives below the company contribute to one above." in shown
    assert "1 of 2 objectives linked" in shown
    assert "Contributes to nothing" in shown


def test_a_run_is_asked_for_and_shows_until_it_is_done(client: FlaskClient, needs: Needs, jobs: list[Any]) -> None:
    path = f"{FORMS}/cycles/{CYCLE_ID}/synthesis"
    assert [client.post(path).status_code for _ in range(2)] == [200, 200]
    assert jobs == [("run_synthesis", (SITE_ID, CYCLE_ID))]
    shown = text(client, f"/cycles/{CYCLE_ID}/alignment")
    assert "Comparing the plans and walking Jira’s links since" in shown
    assert "Run again now" not in shown
    note_synthesis_failure(parts=needs, site_id=SITE_ID, cycle_id=CYCLE_ID, error=RuntimeError())
    shown = text(client, f"/cycles/{CYCLE_ID}/alignment")
    assert "The plans could not be compared" in shown
    assert "Run again now" in shown
    assert client.post(f"{FORMS}/cycles/{'0' * 32}/synthesis").status_code == 404


def test_the_other_team_accepts_or_declines(client: FlaskClient) -> None:
    """2.5: a confirmed dependency disappears from the list; a declined one stays with its reason."""
    path = f"{FORMS}/cycles/{CYCLE_ID}/requests/{WAITS}/answer"
    assert "Decline for Platform" in client.get(f"{path}?accepts=false").text
    refused = client.post(f"{path}?accepts=false", data={"reason": ""})
    assert (refused.status_code, "so that the team that asks can plan" in refused.text) == (422, True)
    assert client.post(f"{path}?accepts=false", data={"reason": "No hands."}).status_code == 200
    assert "No hands." in text(client, f"/cycles/{CYCLE_ID}/alignment")
    assert client.post(f"{path}?accepts=true", data={"reason": "By Friday."}).status_code == 200
    shown = text(client, f"/cycles/{CYCLE_ID}/alignment")
    assert "3 findings" in shown
    assert "By Friday." in shown
    back = f"{FORMS}/cycles/{CYCLE_ID}/requests/{AGREED}/answer?accepts=false"
    assert client.post(back, data={"reason": "It slipped."}).status_code == 200
    assert client.get(f"{FORMS}/cycles/{CYCLE_ID}/requests/none/answer").status_code == 404


def test_a_second_opinion_in_words(client: FlaskClient) -> None:
    """2.1: every doctrine's verdict with the edits that flip it, the team's own marked, the rules in a matrix."""
    shown = text(client, f"/cycles/{CYCLE_ID}/second-opinion?team={GROWTH}")
    assert shown.count('class="doctrine') >= 7
    assert "Yours" in shown
    assert "One edit: name an owner of “Unsubscribe rate”." in shown
    assert "kr.owner" in shown
    assert "doctrines part" in shown
    assert client.get(f"{PIECES}/cycles/{CYCLE_ID}/second-opinion?team={'0' * 32}").status_code == 404


def test_each_piece_can_stand_beside_something_else(client: FlaskClient) -> None:
    """Bare pieces have no head of a page, an id of their own, and keep both when they are asked for again."""
    for path in (
        f"/key-results/{CHECKOUT}/challenge",
        f"/objectives/{EFFORTLESS}/sufficiency?bare=1",
        f"/objectives/{EFFORTLESS}/effort?bare=1",
        f"/cycles/{CYCLE_ID}/alignment?bare=1",
        f"/cycles/{CYCLE_ID}/second-opinion?bare=1&team={GROWTH}",
    ):
        shown = text(client, path)
        assert "<h1" not in shown
        assert 'id="view"' not in shown
        again = shown.partition('hx-get="')[2].partition('"')[0].replace("&amp;", "&").removeprefix(PIECES)
        assert text(client, again) == shown


def test_a_judgement_moves_its_page_and_time_does_not(client: FlaskClient, needs: Needs, app: Flask) -> None:
    """A poll is answered 304 until something is said, whatever the clock does."""
    path = f"{PIECES}/objectives/{EFFORTLESS}/challenge"
    tag = {"If-None-Match": client.get(path).headers["ETag"]}
    assert client.get(path, headers=tag).status_code == 304
    loophole = loophole_of(needs, FIRST_ORDER)
    said = client.post(f"{FORMS}/key-results/{FIRST_ORDER}/dismissal?loophole={loophole}", data={"reason": "Checked."})
    assert said.status_code == 200
    moved = client.get(path, headers=tag)
    assert (moved.status_code, "Checked." in moved.text) == (200, True)


def test_a_closed_cycle_is_read_only(client: FlaskClient, needs: Needs) -> None:
    with needs.store.transaction() as tx:
        tx.cycles.save(
            site_id=SITE_ID, item=replace(tx.cycles.get(site_id=SITE_ID, id=CYCLE_ID), state=CycleState.CLOSED)
        )
    for path in (
        f"/objectives/{EFFORTLESS}/challenge",
        f"/objectives/{EFFORTLESS}/sufficiency",
        f"/cycles/{CYCLE_ID}/alignment",
    ):
        assert "/forms/" not in text(client, path)


@pytest.mark.parametrize(
    "path",
    [
        f"key-results/{CHECKOUT}/guardrail",
        f"key-results/{CHECKOUT}/history",
        f"key-results/{SIGN_UPS}/baseline",
        f"guardrails/{RAIL}/reading",
        f"objectives/{EFFORTLESS}/success",
        f"objectives/{EFFORTLESS}/sufficiency-vote",
        f"cycles/{CYCLE_ID}/synthesis",
        f"cycles/{CYCLE_ID}/requests/{WAITS}/answer?accepts=true",
        f"teams/{GROWTH}/allowance",
    ],
)
def test_what_changes_something_needs_a_person(client: FlaskClient, monkeypatch: pytest.MonkeyPatch, path: str) -> None:
    """A token without an account reads and changes nothing."""

    def nobody(_: object, kind: TokenKind, request: Request) -> Principal:
        return Principal(kind=kind, site_id=SITE_ID)

    monkeypatch.setattr("tests.browser.stage.KnownCaller.check", nobody)
    typed = {
        "name": "x",
        "limit": "1",
        "counted": "hand",
        "value": "1",
        "formula": "a >= 1",
        "can_fail": "true",
        "share": "1",
    }
    answer = client.post(f"{FORMS}/{path}", data=typed)
    assert answer.status_code in (403, 422)
    assert "needs a person" in answer.text


def test_addresses_begin_with_the_tab_they_name(client: FlaskClient) -> None:
    """A link from the issue leads to the view it speaks of; an unknown one begins with the first."""
    for query, heading in (
        ("objective=GROW-2&view=challenge", "How could we hit this number"),
        ("objective=GROW-2&view=sufficiency", "If every key result is reached"),
        ("objective=GROW-2&view=effort", "Asking Jira when the work was finished"),
        ("objective=GROW-2&view=nothing", "Progress against pace"),
        ("view=alignment", "Linked upwards, and to work"),
        ("view=second-opinion", "What the doctrines say of"),
        ("view=nothing", "The cycle at a glance"),
    ):
        assert heading in client.get(f"/ui/home?{query}").text, query


@pytest.fixture
def bare_client(tmp_path: Path) -> Iterator[FlaskClient]:
    """Return a client of a site where nothing was judged yet."""
    store = Store.open(migrated_file(tmp_path / "bare.sqlite"), secret_keys=("a key of the page tests",))
    with store.transaction() as tx:
        tx.sites.add(site=Site(id=SITE_ID, host="127.0.0.1:9"))
    yield stage(store, jira=FinishedWork()).test_client()
    store.close()


def test_what_is_empty_says_what_to_do_next(bare_client: FlaskClient) -> None:
    def made(path: str, **body: object) -> str:
        answer = bare_client.post(f"/api/v1{path}", json=body)
        assert answer.status_code == 201, answer.text
        return str(answer.get_json()["id"])

    say: Callable[[str], str] = lambda path: text(bare_client, path)  # noqa: E731
    cycle = made("/cycles", key="2026-Q4", name="Quarter 4", starts_on="2026-10-01", ends_on="2026-12-31")
    assert "The plans have not been compared yet." in say(f"/cycles/{cycle}/alignment")
    assert "No team has an objective in Quarter 4." in say(f"/cycles/{cycle}/second-opinion")
    assert "Nothing to grade yet" in say(f"/cycles/{cycle}/second-opinion")
    team = made("/teams", name="Growth", project_key="GROW")
    objective = made("/objectives", cycle_id=cycle, team_id=team, title="Make the first order effortless")
    assert "Nothing to challenge yet" in say(f"/objectives/{objective}/challenge")
    assert "There is no key result to judge; add one." in say(f"/objectives/{objective}/sufficiency")
    assert "Nobody has answered yet." in say(f"/objectives/{objective}/sufficiency")
    assert "Nothing to compare yet" in say(f"/cycles/{cycle}/teams/{team}/effort")


def test_wishes_do_not_name_each_other() -> None:
    assert history_wish("a") != synthesis_wish("a")
