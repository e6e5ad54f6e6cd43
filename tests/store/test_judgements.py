"""What stands beside the plans moves its stamp; wishes are seen until they are settled or over."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from service.domain.synthesis import RequestState
from service.store import Store
from service.store.transaction import Transaction
from tests.store.samples import ALLOWANCE, HISTORY, NOW, REQUEST, SYNTHESIS, fill

LATER = NOW + timedelta(days=1)
CHANGES: dict[str, Callable[[Transaction], object]] = {
    "history": lambda tx: tx.histories.put(
        site_id="s", key_result_id="kr", history=replace(HISTORY, measured_at=LATER)
    ),
    "run": lambda tx: tx.syntheses.put(site_id="s", run=replace(SYNTHESIS, run_at=LATER)),
    "answer": lambda tx: tx.requests.put(
        site_id="s", request=replace(REQUEST, state=RequestState.DECLINED, answered_at=LATER, reason="No.")
    ),
    "allowance": lambda tx: tx.allowances.put(site_id="s", allowance=replace(ALLOWANCE, declared_at=LATER)),
    "formula taken back": lambda tx: tx.success.remove(site_id="s", objective_id="objective"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_each_judgement_moves_the_stamp(store: Store, change: Callable[[Transaction], object]) -> None:
    with store.transaction() as tx:
        fill(tx, "s")
        fill(tx, "other")
    with store.transaction() as tx:
        before, elsewhere = tx.judgements.stamp(site_id="s"), tx.judgements.stamp(site_id="other")
        change(tx)
        after = tx.judgements.stamp(site_id="s")
        assert tx.judgements.stamp(site_id="other") == elsewhere
    assert before != after


def test_leases_of_one_holder_are_seen_until_they_end(store: Store) -> None:
    with store.transaction() as tx:
        fill(tx, "s")
        for name, holder, ttl_s in (("a", "asked", 60), ("b", "asked", 600), ("c", "worker", 600)):
            assert tx.leases.claim(site_id="s", name=name, holder=holder, now=NOW, ttl_s=ttl_s)
    with store.reading() as tx:
        assert tx.leases.held(site_id="s", holder="asked", now=NOW + timedelta(seconds=59)) == {
            "a": NOW + timedelta(seconds=60),
            "b": NOW + timedelta(seconds=600),
        }
        assert list(tx.leases.held(site_id="s", holder="asked", now=NOW + timedelta(seconds=60))) == ["b"]
        assert tx.leases.held(site_id="other", holder="asked", now=NOW) == {}
