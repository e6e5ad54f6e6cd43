"""No repository ever shows or touches another site's rows. Source: design section 3, *site*."""

import inspect
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from connect.site import Product
from service.store import Store, Transaction
from service.store.engine import open_engine
from service.store.tables import metadata
from tests.store import samples
from tests.store.samples import NOW, fill

#: Methods that cross sites on purpose: they find a site, or sweep all of them.
CROSSING = {
    ("sites", "find"),
    ("sites", "list_all"),
    ("sites", "list_live"),
    ("sites", "list_uninstalled_before"),
    ("sites", "add"),
    ("sites", "save"),
    ("installations", "find_by_client_key"),
    ("objectives", "unpublished"),
    ("issues", "unpublished"),
    ("pages", "unpublished"),
    ("sessions", "unanswered"),
    ("deliveries", "forget_before"),
}


def repositories(tx: Transaction) -> dict[str, object]:
    """Every repository of a transaction by its name."""
    names = [name for name in dir(Transaction) if not name.startswith("_")]
    return {name: getattr(tx, name) for name in names}


def test_every_method_names_the_site_first(store: Store) -> None:
    """Design section 3: every row belongs to a site, so every question names one."""
    with store.reading() as tx:
        for name, repository in repositories(tx).items():
            for method_name, method in inspect.getmembers(repository, inspect.ismethod):
                if method_name.startswith("_") or (name, method_name) in CROSSING:
                    continue
                parameters = list(inspect.signature(method).parameters.values())
                assert parameters[0].name == "site_id", f"tx.{name}.{method_name}"
                assert all(p.kind is p.KEYWORD_ONLY for p in parameters), f"tx.{name}.{method_name}"


def test_reads_of_an_empty_site_find_nothing_of_a_full_one(store: Store) -> None:
    with store.transaction() as tx:
        fill(tx, "full")
        tx.sites.add(site=samples.site("empty"))
    given = {
        "id": "objective",
        "ids": ["objective", "kr", "10001", "team", "cycle"],
        "cycle_id": "cycle",
        "team_id": "team",
        "objective_id": "objective",
        "parent_id": "objective",
        "child_id": "child",
        "key_result_id": "kr",
        "key_result_ids": ["kr"],
        "subject_ids": ["kr"],
        "issue_id": "10001",
        "option_ids": [1],
        "epic_id": "20001",
        "key": "GROW-1",
        "name": "delta",
        "field_key": "kr-1",
        "product": Product.JIRA,
        "scope": "setup",
        "subject_id": "kr",
        "round_name": "planning",
        "voter": "ada",
        "seq": 0,
        "act_id": "act",
    }
    asked = 0
    with store.reading() as tx:
        for name, repository in repositories(tx).items():
            for method_name, method in inspect.getmembers(repository, inspect.ismethod):
                reads = method_name.startswith(("list", "of_", "find", "get_many", "last", "ids", "mapped", "active"))
                reads = reads or method_name in {"children", "linked", "seq", "has_act", "acts_after"}
                if method_name.startswith("_") or not reads or (name, method_name) in CROSSING:
                    continue
                needed = {p.name for p in inspect.signature(method).parameters.values() if p.default is p.empty}
                words = {word: given[word] for word in needed - {"site_id"}}
                assert not method(site_id="empty", **words), f"tx.{name}.{method_name}"
                asked += 1
    assert asked > 30


def test_writes_on_one_site_leave_the_other_alone(store: Store) -> None:
    with store.transaction() as tx:
        fill(tx, "ours")
        fill(tx, "theirs")
    with store.transaction() as tx:
        tx.objectives.mark_changed(site_id="ours", id="objective")
        tx.key_results.set_seen(site_id="ours", id="kr", value=7)
        tx.initiatives.unlink(site_id="ours", key_result_id="kr", issue_id="10001")
        tx.fields.replace(site_id="ours", ids={})
        tx.problems.replace(site_id="ours", scope="setup", problems_found=(), at=NOW)
        tx.leases.release(site_id="ours", name="issue:10001", holder="w1")
        tx.parent_links.replace(site_id="ours", child_id="child", links=())
    with store.reading() as tx:
        assert tx.objectives.get(site_id="theirs", id="objective").changed_rev == 0
        assert tx.key_results.get(site_id="theirs", id="kr").tracker.seen is False
        assert tx.initiatives.list(site_id="theirs") == (samples.INITIATIVE,)
        assert tx.fields.ids(site_id="theirs") == {"kr-1": "customfield_10101"}
        assert tx.problems.list(site_id="theirs") == (samples.PROBLEM,)
        assert len(tx.parent_links.of_child(site_id="theirs", child_id="child")) == 1
    with store.transaction() as tx:
        later = NOW + timedelta(seconds=1)
        assert not tx.leases.claim(site_id="theirs", name="issue:10001", holder="w2", now=later, ttl_s=60)


def test_a_row_cannot_point_into_another_site(store: Store) -> None:
    with store.transaction() as tx:
        fill(tx, "ours")
        tx.sites.add(site=samples.site("theirs"))
    with pytest.raises(Exception, match="changed this at the same moment"), store.transaction() as tx:
        tx.checkins.add(site_id="theirs", checkin=samples.CHECKIN)


def test_deleting_a_site_deletes_all_of_it_and_nothing_else(store: Store, url: str) -> None:
    with store.transaction() as tx:
        fill(tx, "ours")
        fill(tx, "theirs")
    with store.transaction() as tx:
        tx.sites.delete_everything(site_id="ours")
    engine = open_engine(url)
    with engine.connect() as connection:
        for table in metadata.sorted_tables:
            column = table.c.id if table.name == "sites" else table.c.site_id
            left = dict(connection.execute(select(column, func.count()).group_by(column)).all())
            assert set(left) == {"theirs"}, f"{table.name} must have rows of the other site only"
    engine.dispose()
