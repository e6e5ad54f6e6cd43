"""The environment is read once, and every fault is named at once."""

import stat
from pathlib import Path

import click
import pytest

from service.settings import INSTALL_KEYS_URLS, BadSettings, Settings
from tasks.commands.environment import load_settings

GOOD = {
    "NORTHSTAR_BASE_URL": "https://okr.example.com/",
    "NORTHSTAR_SECRET_KEYS": "sixteen characters, another sixteen characters",
}


def test_what_may_be_left_out_has_a_default() -> None:
    settings = Settings.from_env(GOOD)
    assert settings.base_url == "https://okr.example.com"
    assert settings.secret_keys == ("sixteen characters", "another sixteen characters")
    assert settings.install_keys_urls == INSTALL_KEYS_URLS
    assert settings.embedded
    assert settings.allowed_hosts == frozenset()


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("NORTHSTAR_BASE_URL", "okr.example.com", "https://okr.example.com"),
        ("NORTHSTAR_BASE_URL", "https://okr.example.com/?a=1", "is not an address"),
        ("NORTHSTAR_SECRET_KEYS", "short", "at least 16 characters"),
        ("NORTHSTAR_DATABASE_URL", "mysql://x", "sqlite:///FILE or postgresql://"),
        ("NORTHSTAR_REDIS_URL", "127.0.0.1:6379", "redis://"),
        ("NORTHSTAR_PUBLISH_INTERVAL_S", "0", "between 0 and 86400"),
        ("NORTHSTAR_PUBLISH_INTERVAL_S", "soon", "could not convert"),
        ("NORTHSTAR_LOG_LEVEL", "chatty", "DEBUG, INFO"),
    ],
)
def test_a_bad_value_names_the_variable_and_the_way_out(name: str, value: str, says: str) -> None:
    with pytest.raises(BadSettings, match=name) as refused:
        Settings.from_env({**GOOD, name: value})
    assert says in str(refused.value)


def test_all_faults_are_listed_together() -> None:
    with pytest.raises(BadSettings) as refused:
        Settings.from_env({"NORTHSTAR_REDIS_URL": "nonsense", "NORTHSTAR_LOG_LEVEL": "loud"})
    named = [line.split(":")[0].split(" ")[0] for line in refused.value.problems]
    assert named == ["NORTHSTAR_REDIS_URL", "NORTHSTAR_LOG_LEVEL", "NORTHSTAR_BASE_URL", "NORTHSTAR_SECRET_KEYS"]


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_every_way_to_name_postgresql_uses_the_driver_we_ship(scheme: str) -> None:
    settings = Settings.from_env({**GOOD, "NORTHSTAR_DATABASE_URL": f"{scheme}://u@h/d"})
    assert settings.database_url == "postgresql+psycopg://u@h/d"


def test_a_first_run_makes_its_key_once_and_keeps_it_private(tmp_path: Path) -> None:
    env = {"NORTHSTAR_DATABASE_URL": f"sqlite:///{tmp_path / 'new' / 'northstar.sqlite'}"}
    first, second = load_settings(port=8080, env=env), load_settings(port=8080, env=env)
    assert first.secret_keys == second.secret_keys
    assert first.base_url == "http://127.0.0.1:8080"
    assert stat.S_IMODE((tmp_path / "new" / "northstar.key").stat().st_mode) == 0o600


def test_separate_processes_must_be_told_their_key(tmp_path: Path) -> None:
    env = {"NORTHSTAR_BASE_URL": "https://x.example.com", "NORTHSTAR_DATABASE_URL": f"sqlite:///{tmp_path}/n.sqlite"}
    with pytest.raises(click.ClickException, match="NORTHSTAR_SECRET_KEYS is not set"):
        load_settings(env=env)
