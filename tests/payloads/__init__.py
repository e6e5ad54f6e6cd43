"""Bodies as Atlassian sends them, kept as files beside this module."""

import json
from pathlib import Path
from typing import Any


def payload(name: str) -> dict[str, Any]:
    """Return a body by its file name without `.json`."""
    loaded: dict[str, Any] = json.loads((Path(__file__).parent / f"{name}.json").read_text(encoding="utf-8"))
    return loaded
