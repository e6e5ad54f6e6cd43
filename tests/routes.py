"""Routes that many applications share are compiled once.

Werkzeug writes and compiles two functions for each of an application's hundreds of routes. Tests build some hundred
applications that have the same routes; this took a third of their time.
"""

from collections.abc import Callable
from typing import Any

import pytest
from werkzeug.routing import Rule


def compile_once(patch: pytest.MonkeyPatch) -> None:
    """Let equal routes share what Werkzeug makes of them; it depends on the route's text alone where nothing has a default."""
    made: Callable[..., Any] = Rule._compile_builder
    known: dict[tuple[tuple[tuple[bool, str], ...], bool], Any] = {}

    def compile_builder(rule: Rule, append_unknown: bool = True) -> Any:
        if rule.defaults:
            return made(rule, append_unknown)
        key = tuple(rule._trace), append_unknown
        if key not in known:
            known[key] = made(rule, append_unknown)
        return known[key]

    patch.setattr(Rule, "_compile_builder", compile_builder)
