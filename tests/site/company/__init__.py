"""The demo company. Not here: its OKRs; those are planned through the app, from `okrs.json`."""

from __future__ import annotations

from tests.site.sample import fill

__all__ = ["fill"]
