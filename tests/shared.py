"""Where the shared folder beside the checkout is, for tests that need Atlassian's specifications.

The folder is not part of the repository: such tests skip with a reason without it, except where `CI=true`.
"""

from __future__ import annotations

import functools
import json
import os
from pathlib import Path
from typing import Any, NoReturn

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"
SPECS = SHARED / "specs"


def need_shared(path: Path = SPECS) -> Path:
    """Return the path, or skip the test (fail it where CI=true) when it is absent."""
    if path.exists():
        return path
    return absent(f"{path.name} is not in the shared folder beside the checkout")


def absent(reason: str) -> NoReturn:
    """Skip the running test for want of something outside the repository; fail it where CI=true, which must have it."""
    if os.environ.get("CI") == "true":
        raise pytest.fail.Exception(reason)
    raise pytest.skip.Exception(reason)


@functools.cache
def specification(name: str) -> dict[str, Any]:
    """Return the OpenAPI document whose file name starts with `name`, such as `jira-v3`."""
    folder = need_shared()
    document: dict[str, Any] = json.loads(next(iter(sorted(folder.glob(f"{name}.*.json")))).read_text("utf-8"))
    return document
