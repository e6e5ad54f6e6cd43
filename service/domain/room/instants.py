"""When things happened for the first time, read from the log. Source: T-17."""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Final

from service.domain.room.log import Entry

DRAFTS: Final = frozenset({"draft_objective", "draft_key_result"})


def first_at(*, entries: Iterable[Entry], kinds: Collection[str]) -> datetime | None:
    """Return when an act of one of the kinds was done first, or None. Source: T-17."""
    return min((entry.stamp.at for entry in entries if entry.kind in kinds), default=None)
