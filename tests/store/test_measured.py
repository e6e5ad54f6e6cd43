"""Histories, runs, requests and allowances come back as they went in. Requirements 2.4, 2.5, 2.6."""

from dataclasses import replace
from datetime import timedelta

import pytest

from service.domain.synthesis import RequestState
from service.store import Store
from tests.store.samples import ALLOWANCE, HISTORY, NOW, REQUEST, SYNTHESIS, fill


@pytest.fixture
def filled(store: Store) -> Store:
    """A store with one site."""
    with store.transaction() as tx:
        fill(tx, "s")
    return store


def test_what_was_measured_is_read_back_and_replaced(filled: Store) -> None:
    newer = replace(HISTORY, values=(3.0,), measured_at=NOW + timedelta(days=1), notes=())
    with filled.transaction() as tx:
        assert tx.histories.find(site_id="s", key_result_id="kr") == HISTORY
        tx.histories.put(site_id="s", key_result_id="kr", history=newer)
    with filled.reading() as tx:
        assert tx.histories.find(site_id="s", key_result_id="kr") == newer
        assert tx.histories.find(site_id="s", key_result_id="other") is None


def test_a_run_and_its_requests_are_kept_by_cycle(filled: Store) -> None:
    yes = replace(REQUEST, state=RequestState.ACCEPTED, answered_by="ada", answered_at=NOW, reason="Gladly.")
    with filled.transaction() as tx:
        assert tx.syntheses.find(site_id="s", cycle_id="cycle") == SYNTHESIS
        assert tx.requests.of_cycle(site_id="s", cycle_id="cycle") == (REQUEST,)
        tx.syntheses.put(site_id="s", run=replace(SYNTHESIS, findings=()))
        tx.requests.put(site_id="s", request=yes)
    with filled.reading() as tx:
        assert tx.syntheses.find(site_id="s", cycle_id="cycle") == replace(SYNTHESIS, findings=())
        assert tx.syntheses.find(site_id="s", cycle_id="other") is None
        assert tx.requests.find(site_id="s", cycle_id="cycle", id="finding") == yes
        assert tx.requests.find(site_id="s", cycle_id="other", id="finding") is None


def test_an_allowance_is_declared_anew(filled: Store) -> None:
    more = replace(ALLOWANCE, share=0.7)
    with filled.transaction() as tx:
        assert tx.allowances.find(site_id="s", team_id="team") == ALLOWANCE
        tx.allowances.put(site_id="s", allowance=more)
    with filled.reading() as tx:
        assert tx.allowances.find(site_id="s", team_id="team") == more
        assert tx.allowances.find(site_id="s", team_id="other") is None
