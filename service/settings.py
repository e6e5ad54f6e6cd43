"""The environment, read once. Every name the service knows is declared here; nothing else reads `os.environ`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from typing import Any
from urllib.parse import urlsplit

DEFAULT_DATABASE_URL = "sqlite:///northstar.sqlite"
INSTALL_KEYS_URLS = (
    "https://asap-distribution.us-west-2.prod.atl-asap.net",
    "https://connect-install-keys.atlassian.com",
)
CONNECT_SCRIPT_URL = "https://connect-cdn.atl-paas.net/all.js"
MIN_SECRET_KEY_CHARS = 16


class BadSettings(ValueError):
    """One or more settings are missing or wrong; the message lists every one of them, with the way out."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("Northstar cannot start:\n" + "\n".join(f"  - {line}" for line in problems))
        self.problems = problems


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the operator decides. Units: `publish_interval_s` and `sweep_interval_s` in seconds.

    `base_url` is the public address of this service, the audience of install tokens; never taken from a Host header.
    `wording_url` names an OpenAI-compatible endpoint that rephrases suggestions; None, the default, means nobody does.
    `install_keys_urls` are asked in order for the public key of an install token. Source: platform 1.5 A.
    """

    base_url: str
    secret_keys: tuple[str, ...]
    database_url: str = DEFAULT_DATABASE_URL
    redis_url: str | None = None
    install_keys_urls: tuple[str, ...] = INSTALL_KEYS_URLS
    connect_script_url: str = CONNECT_SCRIPT_URL
    allowed_hosts: frozenset[str] = frozenset()
    publish_interval_s: float = 900.0
    sweep_interval_s: float = 60.0
    wording_url: str | None = None
    wording_model: str = "default"
    wording_key: str = field(default="", repr=False)
    log_level: str = "INFO"

    @property
    def embedded(self) -> bool:
        """Tell whether broker, worker and beat live inside this process."""
        return self.redis_url is None

    @classmethod
    def from_env(cls, env: Mapping[str, str]) -> "Settings":
        """Read the settings; list every missing or bad name at once.

        Raises: BadSettings.
        """
        problems: list[str] = []
        values: dict[str, Any] = {}
        for name, (attribute, read) in _READERS.items():
            raw = env.get(name, "").strip()
            if raw:
                try:
                    values[attribute] = read(raw)
                except ValueError as error:
                    problems.append(f"{name}: {error}")
        for name in ("NORTHSTAR_BASE_URL", "NORTHSTAR_SECRET_KEYS"):
            if not env.get(name, "").strip():
                problems.append(f"{name} is not set: {_WHY[name]}")
        if problems:
            raise BadSettings(problems)
        return cls(**values)


def _url(raw: str) -> str:
    parts = urlsplit(raw)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.query or parts.fragment:
        raise ValueError(f"{raw!r} is not an address like https://okr.example.com")
    return raw.rstrip("/")


def _database(raw: str) -> str:
    for alias in ("postgres://", "postgresql://"):
        if raw.startswith(alias):
            return "postgresql+psycopg://" + raw.removeprefix(alias)
    if not raw.startswith(("sqlite:///", "postgresql+psycopg://")):
        raise ValueError("give sqlite:///FILE or postgresql://USER@HOST/DATABASE")
    return raw


def _redis(raw: str) -> str | None:
    if raw == "embedded":
        return None
    if not raw.startswith(("redis://", "rediss://", "unix://")):
        raise ValueError("give redis://HOST:PORT/DB, or leave it out for the embedded broker")
    return raw


def _keys(raw: str) -> tuple[str, ...]:
    keys = tuple(part.strip() for part in raw.split(",") if part.strip())
    if not keys or any(len(key) < MIN_SECRET_KEY_CHARS for key in keys):
        raise ValueError(
            f"each key needs at least {MIN_SECRET_KEY_CHARS} characters; make one with `openssl rand -base64 32`"
        )
    return keys


def _hosts(raw: str) -> frozenset[str]:
    return frozenset(part.strip().lower() for part in raw.split(",") if part.strip())


def _seconds(raw: str) -> float:
    value = float(raw)
    if not 0 < value < 86_400:
        raise ValueError("give a number of seconds between 0 and 86400")
    return value


def _level(raw: str) -> str:
    if raw.upper() not in {"DEBUG", "INFO", "WARNING", "ERROR"}:
        raise ValueError("give DEBUG, INFO, WARNING or ERROR")
    return raw.upper()


_READERS: Mapping[str, tuple[str, Callable[[str], Any]]] = {
    "NORTHSTAR_BASE_URL": ("base_url", _url),
    "NORTHSTAR_SECRET_KEYS": ("secret_keys", _keys),
    "NORTHSTAR_DATABASE_URL": ("database_url", _database),
    "NORTHSTAR_REDIS_URL": ("redis_url", _redis),
    "NORTHSTAR_INSTALL_KEYS_URL": ("install_keys_urls", lambda raw: (_url(raw),)),
    "NORTHSTAR_CONNECT_SCRIPT_URL": ("connect_script_url", _url),
    "NORTHSTAR_ALLOWED_HOSTS": ("allowed_hosts", _hosts),
    "NORTHSTAR_PUBLISH_INTERVAL_S": ("publish_interval_s", _seconds),
    "NORTHSTAR_SWEEP_INTERVAL_S": ("sweep_interval_s", _seconds),
    "NORTHSTAR_WORDING_URL": ("wording_url", _url),
    "NORTHSTAR_WORDING_MODEL": ("wording_model", str),
    "NORTHSTAR_WORDING_KEY": ("wording_key", str),
    "NORTHSTAR_LOG_LEVEL": ("log_level", _level),
}
_WHY = {
    "NORTHSTAR_BASE_URL": "the public https address of this service, e.g. https://okr.example.com",
    "NORTHSTAR_SECRET_KEYS": "encrypts the sites' secrets at rest; make one with `openssl rand -base64 32`",
}
NAMES: tuple[str, ...] = tuple(_READERS)
assert {attribute for attribute, _ in _READERS.values()} <= {each.name for each in fields(Settings)}
