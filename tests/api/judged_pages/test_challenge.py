"""The pages of a challenge as they are sent: said in words, acted upon in place. Requirements 2.3, 2.4."""

from dataclasses import replace
from typing import Any

from flask import Flask
from flask.testing import FlaskClient

from service.domain.challenge import Guardrail
from service.domain.model import Direction
from service.usecases.asked import history_wish, settle_wish
from service.usecases.needs import Needs, NoInstallation
from tests.api.judged_pages.reading import FORMS, WHY, loophole_of, text
from tests.browser.company import SITE_ID
from tests.browser.instruments import (
    CHECKOUT,
    EFFORTLESS,
    FIRST_ORDER,
    RAIL,
    SIGN_UPS,
    SUBSCRIBERS,
)


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


def test_number_fields_are_chosen_by_name(client: FlaskClient, app: Flask, needs: Needs) -> None:
    """A guardrail shows the field by its name too; when Jira cannot say, the id is typed and shown."""
    path = f"{FORMS}/key-results/{CHECKOUT}/guardrail"
    assert '<option value="customfield_10200">Satisfaction</option>' in client.get(path).text
    rail = Guardrail(
        id="r9",
        key_result_id=CHECKOUT,
        name="mood",
        bound=Direction.STAY_ABOVE,
        limit=4,
        issue_id="7",
        issue_field_id="customfield_10200",
    )
    with needs.store.transaction() as tx:
        tx.guardrails.add(site_id=SITE_ID, item=rail)
    shown = f"/key-results/{CHECKOUT}/challenge"
    assert "Read from the field “Satisfaction” of an issue." in text(client, shown)

    def down(_: str) -> object:
        raise NoInstallation("Jira is gone")

    app.extensions["northstar"] = replace(needs, jira=down)
    assert "e.g. customfield_10042" in client.get(path).text
