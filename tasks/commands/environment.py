"""Turns the process environment into settings, with what a first run on one machine may leave out."""

import os
import secrets
from collections.abc import Mapping
from pathlib import Path

import click

from service.settings import DEFAULT_DATABASE_URL, BadSettings, Settings


def load_settings(*, port: int | None = None, env: Mapping[str, str] | None = None) -> Settings:
    """Return the settings; a bad environment ends the command with the list of faults.

    With `port` (the one-process `run`) the base address defaults to this machine and, as long as the database is a
    SQLite file, a secret key is made once and kept beside it, readable by its owner only.
    """
    values = dict(os.environ if env is None else env)
    if port is not None:
        values.setdefault("NORTHSTAR_BASE_URL", f"http://127.0.0.1:{port}")
        database = values.get("NORTHSTAR_DATABASE_URL") or DEFAULT_DATABASE_URL
        if not values.get("NORTHSTAR_SECRET_KEYS") and database.startswith("sqlite:///"):
            values["NORTHSTAR_SECRET_KEYS"] = _kept_key(
                Path(database.removeprefix("sqlite:///")).parent / "northstar.key"
            )
    try:
        return Settings.from_env(values)
    except BadSettings as error:
        raise click.ClickException(str(error)) from error


def _kept_key(path: Path) -> str:
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(32))
    return path.read_text().strip()
