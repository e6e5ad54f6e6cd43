"""The instruments' pages as they are sent: complete, said in words, and open only to people of the site. Requirements 2.1–2.6."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import Any, cast

import pytest
from flask import Flask, Request
from flask.testing import FlaskClient

from connect.site import Principal, TokenKind
from service.domain.challenge import challenge_key_result
from service.domain.model import CycleState, Site
from service.jobs import Job
from service.store import Store
from service.usecases.asked import history_wish, settle_wish, synthesis_wish
from service.usecases.needs import Needs
from service.usecases.note_failure import note_synthesis_failure
from tests.browser.company import CYCLE_ID, NOW, SITE_ID, furnish
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
    judge,
)
from tests.browser.stage import stage
from tests.databases import migrated_file

PIECES = "/ui/fragments"
FORMS = f"{PIECES}/forms"
WHY = {"reason": "data_fix", "explanation": "It was typed from memory.", "notified": ["acc-li"]}


@pytest.fixture
def jobs() -> list[tuple[str, tuple[str | bool, ...]]]:
    """Return what was enqueued."""
    return []


@pytest.fixture
def app(tmp_path: Path, jobs: list[tuple[str, tuple[str | bool, ...]]]) -> Iterator[Flask]:
    """Return the app of a site whose instruments have been used."""
    store = Store.open(migrated_file(tmp_path / "judged.sqlite"), secret_keys=("a key of the page tests",))
    furnish(store)
    judge(store)
    ticks = count()
    made = stage(store, jira=FinishedWork(), now=lambda: NOW + timedelta(milliseconds=next(ticks)))

    def enqueue(job: Job, *args: str | bool, countdown_s: float = 0) -> None:
        jobs.append((job.name.removeprefix("northstar."), args))

    made.extensions["northstar"] = replace(made.extensions["northstar"], enqueue=enqueue)
    yield made
    store.close()


@pytest.fixture
def needs(app: Flask) -> Needs:
    """Return the ports of the app."""
    return cast(Needs, app.extensions["northstar"])


def text(client: FlaskClient, path: str) -> str:
    """Return a piece as text with its white space evened out."""
    answer = client.get(f"{PIECES}{path}")
    assert answer.status_code == 200, answer.text
    return " ".join(answer.text.split())


def loophole_of(needs: Needs, key_result_id: str) -> str:
    """Return the id of the first loophole of a key result."""
    with needs.store.reading() as tx:
        row = tx.key_results.get(site_id=SITE_ID, id=key_result_id)
    return challenge_key_result(key_result=row).loopholes[0].id


def test_a_challenge_shows_what_was_made_of_every_loophole(client: FlaskClient) -> None:
    """2.3, M-24: the broken guardrail with its value, the dismissal with its reason, the open one with both ways out."""
    broken = text(client, f"/objectives/{SUBSCRIBERS}/challenge")
    assert "Sign-ups that confirm their address</strong> at least 70 %" in broken
    assert "Now 58 %" in broken
    assert "1 broken" in broken
    shown = text(client, f"/objectives/{EFFORTLESS}/challenge")
    assert "The form asks for nothing that we could leave out" in shown
    assert 'data-account="acc-tom"' in shown
    assert "Accept as guardrail" in shown
    assert "Dismiss" in shown


def test_doing_nothing_is_said_in_words_with_its_proof(client: FlaskClient) -> None:
    """2.4: business as usual, a wish, not enough history; the query, the issues and the hash stand below."""
    usual = text(client, f"/objectives/{SUBSCRIBERS}/challenge")
    assert "this is business as usual." in usual
    assert "customfield_10101 of GROW-2" in usual
    assert "9f3c9f3c9f3c9f3c" in usual
    shown = text(client, f"/objectives/{EFFORTLESS}/challenge")
    assert "this is a wish." in shown
    assert "Not enough history: 0 weekly points, 8 are needed. No verdict." in shown


def test_the_guarded_score_follows_the_doctrine(client: FlaskClient, needs: Needs) -> None:
    """2.3: a capping doctrine shows raw and guarded; a flagging one leaves the score alone and says so."""
    assert "flagged and leaves the score alone" in text(client, f"/objectives/{SUBSCRIBERS}/challenge")
    with needs.store.transaction() as tx:
        tx.sites.save(site=replace(tx.sites.get(site_id=SITE_ID), preset="methodiq"))
    capped = text(client, f"/objectives/{SUBSCRIBERS}/challenge")
    assert "Raw score: 84" in capped
    assert "Guarded score: 60" in capped
    assert "Raw 84 %, guarded 60 %." in text(client, f"/objectives/{SUBSCRIBERS}")


def test_a_guardrail_is_accepted_from_the_page(client: FlaskClient, needs: Needs) -> None:
    """The form is filled with the counter-metric; a query is counted at once; a wrong one keeps what was typed."""
    path = f"{FORMS}/key-results/{FIRST_ORDER}/guardrail?loophole={loophole_of(needs, FIRST_ORDER)}"
    fresh = client.get(path).text
    assert "work that must be redone" in fresh
    assert "project = &#34;GROW&#34;" in fresh
    typed = {
        "name": "redone work",
        "bound": "stay_below",
        "unit": "%",
        "counted": "share",
        "jql": "a != Done",
        "jql_of": "c",
    }
    refused = client.post(path, data=typed)
    assert (refused.status_code, "Give a value; this field is required." in refused.text) == (422, True)
    assert "redone work" in refused.text
    assert client.post(path, data={**typed, "limit": "4"}).status_code == 200
    shown = text(client, f"/key-results/{FIRST_ORDER}/challenge")
    assert "Redone work</strong> at most 4 %" in shown
    assert "Counted in Jira." in shown
    assert "Broken" in shown  # 7 of 120 are more than 4 %


def test_a_ready_query_may_be_left_to_people(client: FlaskClient, needs: Needs) -> None:
    path = f"{FORMS}/key-results/{FIRST_ORDER}/guardrail?loophole={loophole_of(needs, FIRST_ORDER)}"
    assert client.post(path, data={"limit": "4", "bound": "stay_below", "counted": "hand"}).status_code == 200
    shown = text(client, f"/key-results/{FIRST_ORDER}/challenge")
    assert "Not measured yet: say its first value." in shown


def test_a_guardrail_that_reads_an_issue_names_both(client: FlaskClient) -> None:
    """The source chosen decides what is sent: a half named one is refused beside its field."""
    path = f"{FORMS}/key-results/{CHECKOUT}/guardrail"
    typed = {
        "name": "margin",
        "bound": "stay_above",
        "limit": "40",
        "counted": "field",
        "issue": "FIN-7",
        "jql": "left over",
    }
    refused = client.post(path, data={**typed, "issue_field": ""})
    assert (refused.status_code, "needs both the issue and its number field" in refused.text) == (422, True)
    assert 'value="FIN-7"' in refused.text
    missing = client.post(path, data={**typed, "issue_field": "customfield_404"})
    assert (missing.status_code, "Jira shows no field customfield_404" in missing.text) == (422, True)


def test_a_guardrail_of_ones_own_and_its_value(client: FlaskClient) -> None:
    path = f"{FORMS}/key-results/{CHECKOUT}/guardrail"
    assert client.post(path, data={"name": "", "limit": "1", "counted": "hand"}).status_code == 422
    typed = {"name": "complaints", "bound": "stay_below", "limit": "10", "counted": "hand"}
    assert client.post(path, data=typed).status_code == 200
    assert "Complaints</strong> at most 10" in text(client, f"/key-results/{CHECKOUT}/challenge")
    assert "Last: 58 %" in text(client, f"/forms/guardrails/{RAIL}/reading")
    assert client.post(f"{FORMS}/guardrails/{RAIL}/reading", data={"value": "x"}).status_code == 422
    assert client.post(f"{FORMS}/guardrails/{RAIL}/reading", data={"value": "81"}).status_code == 200
    held = text(client, f"/key-results/{SIGN_UPS}/challenge")
    assert "Now 81" in held
    assert "Every guardrail holds." in held


def test_a_dismissal_needs_a_reason_and_stays(client: FlaskClient, needs: Needs) -> None:
    """2.3: loopholes dismissed need a reason and stay on the page."""
    path = f"{FORMS}/key-results/{FIRST_ORDER}/dismissal?loophole={loophole_of(needs, FIRST_ORDER)}"
    refused = client.post(path, data={"reason": "  "})
    assert (refused.status_code, "Say why this loophole is no danger here" in refused.text) == (422, True)
    assert client.post(path, data={"reason": "Every <tenth> order is checked."}).status_code == 200
    shown = text(client, f"/key-results/{FIRST_ORDER}/challenge")
    assert "Every &lt;tenth&gt; order is checked." in shown
    assert "Every &lt;tenth&gt; order is checked." in client.get(path).text
    gone = client.get(path.partition("=")[0] + "=no.such")
    assert gone.status_code == 404


def test_measuring_is_asked_for_once_and_shows_until_it_is_done(
    client: FlaskClient, needs: Needs, jobs: list[Any]
) -> None:
    """2.4: on demand, in the background."""
    for _ in range(2):
        answer = client.post(f"{FORMS}/key-results/{CHECKOUT}/history")
        assert answer.status_code == 200, answer.headers
    assert jobs == [("measure_history", (SITE_ID, CHECKOUT))]
    assert "Reading the changelogs in Jira since" in text(client, f"/key-results/{CHECKOUT}/challenge")
    settle_wish(parts=needs, site_id=SITE_ID, name=history_wish(CHECKOUT))
    assert "Measure again" in text(client, f"/key-results/{CHECKOUT}/challenge")


def test_the_baseline_is_taken_with_its_provenance(client: FlaskClient, needs: Needs) -> None:
    """2.4, T-20: the measured value, from where, and a reason while the cycle runs."""
    path = f"{FORMS}/key-results/{SIGN_UPS}/baseline"
    shown = client.get(path).text
    assert "sha256 9f3c9f3c9f3c9f3c" in shown
    assert "Why does the promise change?" in shown
    assert client.post(path, data={}).status_code == 422
    taken = client.post(path, data=WHY)
    assert taken.status_code == 200, taken.text
    with needs.store.reading() as tx:
        assert tx.key_results.get(site_id=SITE_ID, id=SIGN_UPS).baseline == 835.0


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
