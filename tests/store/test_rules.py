"""What the store promises to two writers: revisions, deliveries, leases, history that nobody rewrites."""

import json
import re
import threading
from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import inspect, text
from sqlalchemy.exc import DBAPIError

from service.domain.ledger import Link
from service.domain.ledger.promise import PROMISED
from service.domain.model import CheckinSource, Commitment, Direction, KeyResult, ObjectiveState
from service.store import Clash, Store
from service.store.engine import open_engine
from tests.store import samples
from tests.store.samples import NOW, fill, ledger_row

MINUTE = timedelta(minutes=1)


@pytest.fixture
def filled(store: Store) -> Store:
    """A store with one site."""
    with store.transaction() as tx:
        fill(tx, "s")
    return store


def at_once(count: int, work: object) -> list[BaseException]:
    """Run `work(n)` in `count` threads that start together; return what they raised."""
    start, raised = threading.Barrier(count), []

    def run(n: int) -> None:
        try:
            start.wait()
            work(n)  # type: ignore[operator]
        except BaseException as failure:
            raised.append(failure)

    threads = [threading.Thread(target=run, args=(n,)) for n in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return raised


def test_changes_of_many_threads_are_all_counted(filled: Store) -> None:
    def work(_: int) -> None:
        for _ in range(5):
            with filled.transaction() as tx:
                tx.objectives.mark_changed(site_id="s", id="objective")

    assert at_once(8, work) == []
    with filled.reading() as tx:
        assert tx.objectives.get(site_id="s", id="objective").changed_rev == 40


def test_an_older_publication_never_takes_back_a_newer_one(filled: Store) -> None:
    with filled.transaction() as tx:
        for _ in range(3):
            tx.objectives.mark_changed(site_id="s", id="child")
        assert [(due.id, due.rev) for due in tx.objectives.unpublished(limit=9)] == [("child", 3)]
        tx.objectives.mark_published(site_id="s", id="child", rev=3)
        tx.objectives.mark_published(site_id="s", id="child", rev=1)
        assert tx.objectives.unpublished(limit=9) == ()
        assert tx.objectives.get(site_id="s", id="child").published_rev == 3


def test_saving_words_does_not_turn_counters_back(filled: Store) -> None:
    with filled.transaction() as tx:
        stale = tx.objectives.get(site_id="s", id="child")
        stale_kr = tx.key_results.get(site_id="s", id="kr")
        tx.objectives.mark_changed(site_id="s", id="child")
        tx.key_results.set_seen(site_id="s", id="kr", value=5)
        tx.objectives.save(site_id="s", item=replace(stale, title="New"))
        tx.key_results.save(site_id="s", item=replace(stale_kr, title="New"))
        tx.issues.mark_changed(site_id="s", id="10001")
        tx.issues.put(site_id="s", item=samples.ISSUE)
    with filled.reading() as tx:
        assert tx.objectives.get(site_id="s", id="child").changed_rev == 1
        assert tx.issues.get(site_id="s", id="10001").changed_rev == 1
        saved = tx.key_results.get(site_id="s", id="kr")
        assert (saved.title, saved.tracker.seen, saved.tracker.seen_value) == ("New", True, 5)


def test_what_cannot_be_published_is_not_offered(filled: Store) -> None:
    def due() -> list[str]:
        with filled.reading() as tx:
            return [each.id for each in tx.objectives.unpublished(limit=9)]

    with filled.transaction() as tx:
        tx.objectives.mark_changed(site_id="s", id="objective")  # has no epic
        tx.objectives.mark_changed(site_id="s", id="child")
    assert due() == ["child"]
    with filled.transaction() as tx:
        tx.objectives.mark_failed(site_id="s", id="child", error="screen")
    assert due() == []
    with filled.reading() as tx:
        assert [each.id for each in tx.objectives.unpublished(limit=9, include_failed=True)] == ["child"]
    with filled.transaction() as tx:
        tx.objectives.mark_changed(site_id="s", id="child")
    assert due() == ["child"]
    with filled.transaction() as tx:
        tx.sites.save(site=replace(tx.sites.get(site_id="s"), uninstalled_at=NOW))
    assert due() == []


def test_a_delivery_is_new_once_even_in_a_crowd(filled: Store) -> None:
    new: list[bool] = []

    def work(_: int) -> None:
        with filled.transaction() as tx:
            new.append(tx.deliveries.remember(site_id="s", installation_id="i", delivery_id="x", at=NOW))

    assert at_once(6, work) == []
    assert sorted(new) == [False] * 5 + [True]
    with filled.transaction() as tx:
        assert tx.deliveries.remember(site_id="s", installation_id="other", delivery_id="x", at=NOW)
        tx.deliveries.forget(site_id="s", installation_id="i", delivery_id="x")
        assert tx.deliveries.remember(site_id="s", installation_id="i", delivery_id="x", at=NOW)
        assert tx.deliveries.forget_before(before=NOW + MINUTE) == 3


def test_one_holder_a_lease(filled: Store) -> None:
    got: list[int] = []

    def work(n: int) -> None:
        with filled.transaction() as tx:
            if tx.leases.claim(site_id="s", name="issue:1", holder=f"w{n}", now=NOW, ttl_s=60):
                got.append(n)

    assert at_once(6, work) == []
    (winner,) = got
    with filled.transaction() as tx:
        words = {"site_id": "s", "name": "issue:1"}
        assert tx.leases.claim(**words, holder=f"w{winner}", now=NOW, ttl_s=60), "the holder may prolong"
        assert not tx.leases.claim(**words, holder="late", now=NOW + timedelta(seconds=59), ttl_s=60)
        assert tx.leases.claim(**words, holder="late", now=NOW + timedelta(seconds=60), ttl_s=60), "it is over"
        tx.leases.release(**words, holder=f"w{winner}")
        assert not tx.leases.claim(**words, holder="third", now=NOW + timedelta(seconds=61), ttl_s=60)
        tx.leases.release(**words, holder="late")
        assert tx.leases.claim(**words, holder="third", now=NOW + timedelta(seconds=61), ttl_s=60)


def test_the_same_key_is_stored_once_even_in_a_crowd(filled: Store) -> None:
    added: list[bool] = []

    def work(n: int) -> None:
        checkin = replace(samples.CHECKIN, id=f"c{n}", key="once")
        with filled.transaction() as tx:
            added.append(tx.checkins.add(site_id="s", checkin=checkin))

    assert at_once(6, work) == []
    assert added.count(True) == 1
    with filled.reading() as tx:
        assert len(tx.checkins.of_key_result(site_id="s", key_result_id="kr")) == 2


def test_the_value_is_the_latest_by_instant_then_by_recording(filled: Store) -> None:
    with filled.transaction() as tx:
        back_dated = replace(samples.CHECKIN, id="2", at=NOW - MINUTE, value=1, recorded_at=NOW + 5 * MINUTE)
        corrected = replace(samples.CHECKIN, id="3", value=2, recorded_at=NOW + MINUTE)
        note = replace(samples.CHECKIN, id="4", at=NOW + MINUTE, value=None, source=CheckinSource.TRACKER)
        for each in (corrected, back_dated, note):
            tx.checkins.add(site_id="s", checkin=each)
    with filled.reading() as tx:
        words = {"site_id": "s", "key_result_id": "kr"}
        assert [each.id for each in tx.checkins.of_key_result(**words)] == ["2", "checkin", "3", "4"]
        assert [each.id for each in tx.checkins.of_key_result(**words, limit=2)] == ["3", "4"]
        assert [each.id for each in tx.checkins.of_key_results(site_id="s", key_result_ids=["kr"])][-1] == "4"
        latest = tx.checkins.latest(**words)
        valued = tx.checkins.latest(**words, with_value=True)
        tracked = tx.checkins.latest(**words, source=CheckinSource.TRACKER, with_value=True)
        assert (latest and latest.id, valued and valued.id, tracked) == ("4", "3", None)


@pytest.mark.parametrize("table", ["checkins", "ledger"])
def test_history_cannot_be_rewritten_even_by_sql(filled: Store, url: str, table: str) -> None:
    """T-20: silent rewrite is impossible by API, UI and store."""
    engine = open_engine(url)
    with pytest.raises(DBAPIError, match="append-only"), engine.begin() as connection:
        connection.execute(text(f"UPDATE {table} SET author = 'eve'"))  # noqa: S608  a constant name
    engine.dispose()


@pytest.mark.parametrize("table", ["checkins", "ledger", "own_presets", "cycle_results"])
def test_history_goes_only_with_its_site(filled: Store, url: str, table: str) -> None:
    """T-20: a row of a site that lives cannot be dropped; a whole site that is given up can."""
    engine = open_engine(url)
    with pytest.raises(DBAPIError, match="append-only"), engine.begin() as connection:
        connection.execute(text(f"DELETE FROM {table}"))  # noqa: S608  a constant name
    with filled.transaction() as tx:
        tx.sites.delete_everything(site_id="s")
    with engine.connect() as connection:
        assert connection.execute(text(f"SELECT count(*) FROM {table}")).scalar() == 0  # noqa: S608
    engine.dispose()


def said(field: str, new: object) -> Link:
    """A link that says what a field of the sample's promise becomes."""
    payload = json.dumps({"changes": [{"field": "title", "new": "New"}, {"field": field, "new": new}]})
    return replace(ledger_row(2), subject_id="kr", payload=payload)


SAMPLES = {
    "target": (300.5, 300.0),
    "baseline": (None, 5.0),
    "weight": (2.0, 3.0),
    "unit": ("EUR", "USD"),
    "owner": ("ada", "ben"),
    "due_on": (date(2026, 12, 1), date(2026, 12, 2)),
    "direction": (Direction.DECREASE, Direction.BINARY),
    "is_enabler": (True, False),
    "commitment": (Commitment.MOONSHOT, Commitment.COMMITTED),
    "tracker_issue_id": ("10077", "10078"),
    "tracker_issue_field_id": ("customfield_10077", "customfield_10078"),
    "tracker_field_id": ("customfield_10077", "customfield_10078"),
}


def promised_as(key_result: KeyResult, field: str, new: object) -> KeyResult:
    """Return the key result with another promise."""
    if field.startswith("tracker_"):
        tracker = replace(key_result.tracker, **{field.removeprefix("tracker_"): new})  # type: ignore[arg-type]
        return replace(key_result, tracker=tracker)
    return replace(key_result, **{field: new})  # type: ignore[arg-type]


def test_everything_promised_is_bound_to_the_ledger(filled: Store, url: str) -> None:
    """T-20: no part of a promise can be added to the domain and forgotten in the store."""
    engine = open_engine(url)
    columns = {column["name"] for column in inspect(engine).get_columns("key_results")}
    with engine.connect() as connection:
        if engine.dialect.name == "postgresql":
            told = "SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE tgrelid = 'key_results'::regclass"
        else:
            told = "SELECT sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'key_results'"
        words = set(re.findall(r"\w+", " ".join(connection.execute(text(told)).scalars())))
    engine.dispose()
    bound = set(PROMISED) - {"title"}  # new words are noted, and ask for no reason
    assert bound <= columns
    assert bound <= words


@pytest.mark.parametrize("field", SAMPLES)
def test_a_promise_changes_only_as_the_ledger_says(filled: Store, field: str) -> None:
    """T-20, requirements 2.7: the store itself refuses a silent rewrite of a target."""
    new, other = SAMPLES[field]
    promised = promised_as(samples.KEY_RESULT, field, new)
    with pytest.raises(DBAPIError, match="ledger does not say"), filled.transaction() as tx:
        tx.key_results.save(site_id="s", item=promised)
    plain = new.isoformat() if isinstance(new, date) else new
    with filled.transaction() as tx:
        tx.ledger.append(site_id="s", link=said(field, plain))
        tx.key_results.save(site_id="s", item=promised)
    with pytest.raises(DBAPIError, match=f"that {field} changes"), filled.transaction() as tx:
        tx.key_results.save(site_id="s", item=promised_as(promised, field, other))
    with filled.reading() as tx:
        assert tx.key_results.get(site_id="s", id="kr") == promised


def test_the_ledger_cannot_fork(filled: Store) -> None:
    with filled.transaction() as tx:
        tx.ledger.append(site_id="s", link=ledger_row(2))
        assert tx.ledger.last(site_id="s") == ledger_row(2)
        assert tx.ledger.list(site_id="s") == (ledger_row(1), ledger_row(2))
    with pytest.raises(Clash), filled.transaction() as tx:
        tx.ledger.append(site_id="s", link=ledger_row(2))


def test_a_burst_of_changes_schedules_one_publication(filled: Store) -> None:
    words = {"site_id": "s", "cycle_id": "cycle"}
    with filled.transaction() as tx:
        tx.sites.save(site=replace(tx.sites.get(site_id="s"), space_key="OKR"))
        claimed = tx.pages.claim(**words)
        assert claimed.next_publish_at is None
        assert tx.pages.mark_changed(**words, publish_at=NOW + MINUTE)
        assert not tx.pages.mark_changed(**words, publish_at=NOW + 5 * MINUTE)
        tx.pages.mark_published(**words, rev=claimed.changed_rev, at=NOW)
        page = tx.pages.find(**words)
        assert page is not None
        assert (page.changed_rev, page.published_rev, page.next_publish_at) == (3, 1, NOW + MINUTE)
        assert tx.pages.unpublished(now=NOW, limit=9) == ()
        (due,) = tx.pages.unpublished(now=NOW + MINUTE, limit=9)
        assert (due.site_id, due.id, due.rev) == ("s", "cycle", 3)
        tx.pages.save(site_id="s", page=replace(page, page_id="77", body_hash="h", changed_rev=0, published_rev=9))
        saved = tx.pages.find(**words)
        assert saved is not None
        assert (saved.page_id, saved.changed_rev, saved.published_rev) == ("77", 3, 1)


def test_an_epic_is_free_again_when_its_objective_is_over(filled: Store) -> None:
    with filled.transaction() as tx:
        over = replace(tx.objectives.get(site_id="s", id="child"), state=ObjectiveState.CLOSED)
        tx.objectives.save(site_id="s", item=over)
        assert tx.objectives.find_by_epic(site_id="s", epic_id="20001") is None
        tx.objectives.add(site_id="s", item=replace(samples.OBJECTIVE, id="next", epic_id="20001"))
        assert [each.id for each in tx.objectives.mapped(site_id="s")] == ["next"]


def test_nothing_of_a_failed_transaction_stays(filled: Store) -> None:
    class Stop(Exception):
        pass

    def half() -> None:
        with filled.transaction() as tx:
            tx.objectives.mark_changed(site_id="s", id="objective")
            raise Stop

    with pytest.raises(Stop):
        half()
    with filled.reading() as tx:
        assert tx.objectives.get(site_id="s", id="objective").changed_rev == 0
    assert not filled.in_transaction


def test_a_transaction_knows_that_it_is_open_in_its_own_thread_only(filled: Store) -> None:
    seen: list[bool] = []
    with filled.reading() as tx:
        assert filled.in_transaction
        other = threading.Thread(target=lambda: seen.append(filled.in_transaction))
        other.start()
        other.join()
        tx.sites.get(site_id="s")
    assert seen == [False]
    assert not filled.in_transaction


def test_transactions_do_not_nest(filled: Store) -> None:
    with filled.transaction(), pytest.raises(RuntimeError, match="already open"), filled.transaction():
        pass


def test_a_reading_cannot_write(filled: Store) -> None:
    with pytest.raises(DBAPIError), filled.reading() as tx:
        tx.objectives.mark_changed(site_id="s", id="objective")
    with filled.transaction() as tx:
        tx.objectives.mark_changed(site_id="s", id="objective")


def test_a_reading_sees_one_moment_while_others_write(filled: Store) -> None:
    with filled.reading() as tx:
        before = tx.objectives.get(site_id="s", id="objective").changed_rev

        def work(_: int) -> None:
            with filled.transaction() as other:
                other.objectives.mark_changed(site_id="s", id="objective")

        assert at_once(1, work) == []
        assert tx.objectives.get(site_id="s", id="objective").changed_rev == before
