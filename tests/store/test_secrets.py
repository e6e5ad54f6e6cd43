"""Secrets are sealed at rest; keys can be rotated. Source: platform 1.5 A.8."""

from dataclasses import replace

import pytest
from cryptography.fernet import Fernet
from sqlalchemy import select

from service.store import Store
from service.store.engine import open_engine
from service.store.secrets import BadSecretKey, SecretBox, Undecryptable
from service.store.tables import installations
from tests.store import samples
from tests.store.samples import NOW, fill

PHRASE = "an old phrase of some length"


def test_the_first_key_seals_and_any_key_opens() -> None:
    old, new = SecretBox(keys=(PHRASE,)), SecretBox(keys=(Fernet.generate_key().decode(), PHRASE))
    assert new.open(old.seal("s")) == "s"
    with pytest.raises(Undecryptable, match="none of NORTHSTAR_SECRET_KEYS"):
        old.open(new.seal("s"))


def test_one_phrase_always_makes_the_same_key() -> None:
    assert SecretBox(keys=(PHRASE,)).open(SecretBox(keys=(PHRASE,)).seal("s")) == "s"


def test_a_phrase_may_look_like_a_key_of_another_length() -> None:
    box = SecretBox(keys=("YWFhYWFhYWFhYWFhYWFhYQ==",))
    assert box.open(box.seal("s")) == "s"


def test_a_fernet_key_is_used_as_it_is() -> None:
    key = Fernet.generate_key()
    assert Fernet(key).decrypt(SecretBox(keys=(key.decode(),)).seal("s").encode()) == b"s"


@pytest.mark.parametrize("keys", [(), ("",), ("short",), (PHRASE, "fifteen letters")])
def test_unusable_keys_are_named_by_position_and_never_shown(keys: tuple[str, ...]) -> None:
    with pytest.raises(BadSecretKey, match="NORTHSTAR_SECRET_KEYS") as refused:
        SecretBox(keys=keys)
    assert all(key not in str(refused.value) for key in keys if key)


def test_no_secret_stands_in_the_database_in_clear(store: Store, url: str) -> None:
    with store.transaction() as tx:
        fill(tx, "s")
        both = samples.installation("s", previous_secret="older secret", previous_secret_until=NOW)
        tx.installations.save(site_id="s", item=both)
        assert tx.installations.get(site_id="s", id=both.id) == both
    engine = open_engine(url)
    with engine.connect() as connection:
        row = connection.execute(select(installations)).one()
    engine.dispose()
    assert row.shared_secret
    assert "secret" not in row.shared_secret + row.previous_secret


def test_a_cleared_secret_is_gone(store: Store, url: str) -> None:
    with store.transaction() as tx:
        fill(tx, "s")
        cleared = samples.installation("s", shared_secret="", uninstalled_at=NOW)
        tx.installations.save(site_id="s", item=cleared)
        assert tx.installations.get(site_id="s", id=cleared.id) == cleared
        assert tx.installations.find_live(site_id="s", product=cleared.product) is None
    engine = open_engine(url)
    with engine.connect() as connection:
        assert connection.execute(select(installations.c.shared_secret)).scalar_one() is None
    engine.dispose()


def test_values_of_a_row_are_not_in_an_error(store: Store) -> None:
    with store.transaction() as tx:
        fill(tx, "s")
    twin = replace(samples.installation("s"), id="2", base_url="https://private.atlassian.net")
    with pytest.raises(Exception, match="same moment") as refused, store.transaction() as tx:
        tx.installations.add(site_id="s", item=twin)
    assert "private" not in str(refused.value.__cause__)
