"""Reading an app's descriptor as a host would. Not here: installing it (`lifecycle.py`)."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import quote, urlsplit

_IMPLIED = {
    "READ": {"READ"},
    "WRITE": {"READ", "WRITE"},
    "DELETE": {"READ", "WRITE", "DELETE"},
    "PROJECT_ADMIN": {"READ", "WRITE", "DELETE", "PROJECT_ADMIN"},
    "SPACE_ADMIN": {"READ", "WRITE", "DELETE", "SPACE_ADMIN"},
    "ADMIN": {"READ", "WRITE", "DELETE", "PROJECT_ADMIN", "SPACE_ADMIN", "ADMIN"},
    "ACT_AS_USER": {"ACT_AS_USER"},
}


class BadDescriptor(Exception):
    """Say what a host would refuse about a descriptor."""


class Descriptor:
    """Answer a host's questions about one app's descriptor."""

    def __init__(self, data: Any) -> None:
        self.data: dict[str, Any] = _checked(data)
        self.key: str = self.data["key"]
        self.name: str = self.data.get("name", self.key)
        self.base_url: str = self.data["baseUrl"].rstrip("/")
        self.scopes: set[str] = set()
        for scope in self.data.get("scopes", []):
            self.scopes |= _IMPLIED.get(str(scope).upper(), set())

    @property
    def base_path(self) -> str:
        """Return the path part of the app's base URL, which is not hashed."""
        return urlsplit(self.base_url).path

    def modules(self, kind: str) -> list[dict[str, Any]]:
        """Return the modules of one kind; a single object counts as a list of one."""
        found = self.data.get("modules", {}).get(kind, [])
        return [found] if isinstance(found, dict) else list(found)

    def find_module(self, key: str) -> tuple[str, dict[str, Any]] | None:
        """Return (kind, module) of the module with this key."""
        for kind in self.data.get("modules", {}):
            for module in self.modules(kind):
                if module.get("key") == key:
                    return kind, module
        return None

    def lifecycle_path(self, event: str) -> str | None:
        """Return the path of a lifecycle callback, if the app wants it."""
        path = self.data.get("lifecycle", {}).get(event)
        return str(path) if path else None


def module_url(module: dict[str, Any]) -> str:
    """Return a module's URL template, wherever that kind of module keeps it."""
    target = module.get("target")
    return str(target["url"] if isinstance(target, dict) and "url" in target else module["url"])


def fill(template: str, values: dict[str, str]) -> str:
    """Replace `{name}` by the escaped value; unknown names become empty, as hosts do."""
    return re.sub(r"\{([^{}]+)\}", lambda match: quote(str(values.get(match[1], "")), safe=""), template)


def _checked(data: Any) -> dict[str, Any]:
    if not isinstance(data, dict):
        raise BadDescriptor("the descriptor is not a JSON object")
    for name in ("key", "baseUrl", "authentication"):
        if name not in data:
            raise BadDescriptor(f"the descriptor has no {name!r}")
    if not re.fullmatch(r"[A-Za-z0-9._-]{1,64}", str(data["key"])):
        raise BadDescriptor("the app key may hold letters, digits, '.', '_' and '-' only")
    if not str(data["baseUrl"]).startswith(("http://", "https://")):
        raise BadDescriptor("baseUrl must be an absolute URL")
    if data["authentication"].get("type") == "jwt":
        if not data.get("lifecycle", {}).get("installed"):
            raise BadDescriptor("an app that authenticates by JWT needs the lifecycle callback 'installed'")
        if not data.get("apiMigrations", {}).get("signed-install"):
            raise BadDescriptor("apiMigrations.signed-install must be true")
    return data
