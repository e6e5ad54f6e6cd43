"""What we declare to Atlassian: the Connect descriptor, and the keys other code needs from it. No HTTP."""

import json
from functools import cache
from pathlib import Path
from typing import Any, Final

APP_KEY: Final = "northstar"
SLOT_FIELD_KEYS: Final = ("kr-1", "kr-2", "kr-3", "kr-4", "kr-5")
KEY_RESULTS_FIELD_KEY: Final = "key-results"
OBJECTIVE_PROPERTY: Final = "northstar.objective"
INITIATIVE_PROPERTY: Final = "northstar.initiative"

_FILE = Path(__file__).resolve().parent.parent / "atlassian-connect.json"


def build_descriptor(*, base_url: str) -> dict[str, Any]:
    """Return the descriptor for the address we are reached under."""
    descriptor: dict[str, Any] = json.loads(_text())
    descriptor["baseUrl"] = base_url.rstrip("/")
    return descriptor


def app_field_key(module_key: str) -> str:
    """Return the key Jira gives to one of our issue fields. Source: platform 3 (field options)."""
    return f"{APP_KEY}__{module_key}"


@cache
def _text() -> str:
    return _FILE.read_text(encoding="utf-8")
