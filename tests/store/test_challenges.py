"""Guardrails, dismissals, success conditions and votes come back as they were stored."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import update

from service.store import Store
from service.store.engine import open_engine
from service.store.tables import guardrail_readings
from tests.store import samples
from tests.store.samples import NOW, fill


def test_a_guardrail_carries_its_latest_reading(store: Store) -> None:
    later = NOW + timedelta(days=1)
    with store.transaction() as tx:
        fill(tx, "ours")
        assert tx.guardrails.add_reading(site_id="ours", reading=replace(samples.READING, at=later, value=3))
        assert not tx.guardrails.add_reading(site_id="ours", reading=replace(samples.READING, at=later, value=9))
        bare = replace(samples.GUARDRAIL, id="bare", jql=None, jql_of=None, accepted_at=later)
        tx.guardrails.add(site_id="ours", item=bare)
        field = replace(bare, id="field", issue_id="10012", issue_field_id="customfield_7")
        tx.guardrails.add(site_id="ours", item=field)
    with store.reading() as tx:
        measured = replace(samples.GUARDRAIL, value=3, measured_at=later)
        assert tx.guardrails.of_key_result(site_id="ours", key_result_id="kr") == (measured, bare, field)
        assert tx.guardrails.of_cycle(site_id="ours", cycle_id="cycle") == (measured, bare, field)
        assert tx.guardrails.read_in_jira(site_id="ours") == (measured, field)
        assert tx.guardrails.get(site_id="ours", id="rail") == measured
        found = tx.guardrails.readings(site_id="ours", guardrail_id="rail")
        assert [each.value for each in found] == [7, 3]
        assert found[0] == samples.READING
        assert tx.guardrails.of_cycle(site_id="ours", cycle_id="another") == ()


def test_readings_are_append_only(store: Store, url: str) -> None:
    with store.transaction() as tx:
        fill(tx, "ours")
    engine = open_engine(url)
    with pytest.raises(Exception, match="append-only"), engine.begin() as connection:
        connection.execute(update(guardrail_readings).values(value=0))
    engine.dispose()


def test_dismissals_conditions_and_votes_are_replaced_by_the_later_one(store: Store) -> None:
    with store.transaction() as tx:
        fill(tx, "ours")
    with store.reading() as tx:
        assert tx.dismissals.of_key_result(site_id="ours", key_result_id="kr") == (samples.DISMISSAL,)
        assert tx.success.find(site_id="ours", objective_id="objective") == samples.CONDITION
        assert tx.success.votes(site_id="ours", objective_id="objective") == (samples.SUFFICIENCY_VOTE,)
    changed = replace(samples.CONDITION, formula="a >= 2", drivers=())
    with store.transaction() as tx:
        tx.dismissals.put(site_id="ours", dismissal=replace(samples.DISMISSAL, reason="Again"))
        tx.success.put(site_id="ours", condition=changed)
        tx.success.vote(site_id="ours", vote=replace(samples.SUFFICIENCY_VOTE, can_fail=False))
    with store.reading() as tx:
        assert tx.dismissals.of_key_result(site_id="ours", key_result_id="kr")[0].reason == "Again"
        assert tx.success.find(site_id="ours", objective_id="objective") == changed
        assert [each.can_fail for each in tx.success.votes(site_id="ours", objective_id="objective")] == [False]
    with store.transaction() as tx:
        tx.success.remove(site_id="ours", objective_id="objective")
        assert tx.success.find(site_id="ours", objective_id="objective") is None
