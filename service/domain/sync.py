"""Three-way decisions where Jira and we both write: base (what we last read or wrote), theirs (Jira now), ours (database).

theirs = base: nothing came from Jira. theirs ≠ base: a person edited it there, unless it equals ours (our own echo).
Decisions only; who reads, writes and records is a use case's business.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ValueDecision:
    """What to do about a key result's field.

    `checkin` is a value a person typed into the field, to be recorded (None: none). `base` is what to remember as seen.
    `write` says that the field must be set to ours; after a check-in decide again with the new value.
    """

    checkin: float | None
    base: float | None
    write: bool


def decide_value(*, base: float | None, seen: bool, ours: float | None, theirs: float | None) -> ValueDecision:
    """Decide between the field's number and the key result's value.

    The first look (`seen` False) takes a number already there only if we have none. An emptied field says no number,
    so ours is put back.
    """
    if theirs is None or same_number(theirs, ours):
        return ValueDecision(None, theirs, not same_number(theirs, ours))
    is_edit = ours is None if not seen else not same_number(theirs, base)
    return ValueDecision(theirs, theirs, False) if is_edit else ValueDecision(None, theirs, ours is not None)


@dataclass(frozen=True, slots=True)
class TitleDecision:
    """What to do about an epic's summary: `take` it as the objective's new title (None: no), or `write` ours."""

    take: str | None
    base: str
    write: bool


def decide_title(*, base: str | None, ours: str, theirs: str) -> TitleDecision:
    """Decide between the epic's summary and the objective's title; at the first look (base None) ours stands.

    A person's edit in Jira wins over an unpublished one here: it is what everybody sees. Spacing is not an edit.
    """
    if _spaced(theirs) == _spaced(ours):
        return TitleDecision(None, theirs, False)
    if base is not None and _spaced(theirs) != _spaced(base):
        return TitleDecision(_spaced(theirs), theirs, False)
    return TitleDecision(None, theirs, True)


@dataclass(frozen=True, slots=True)
class LinkDecision:
    """What to do about the options of *Key results* on an issue.

    `merged` is what both sides should hold; `to_link` and `to_unlink` change our side, `to_write` says that Jira's must be set
    to `merged`.
    """

    merged: frozenset[int]
    to_link: frozenset[int]
    to_unlink: frozenset[int]
    to_write: bool


def decide_links(*, base: Iterable[int], ours: Iterable[int], theirs: Iterable[int]) -> LinkDecision:
    """Merge two sets of option ids three ways: what either side added is in, what either side removed is out."""
    was, here, there = frozenset(base), frozenset(ours), frozenset(theirs)
    merged = (here | (there - was)) - (was - there)
    return LinkDecision(merged, merged - here, here - merged, merged != there)


def same_number(one: float | None, other: float | None) -> bool:
    """Tell whether two values are the same number, but for the last bits a JSON round trip may cost."""
    if one is None or other is None:
        return one is other
    return math.isclose(one, other, rel_tol=1e-12, abs_tol=1e-12)


def _spaced(title: str) -> str:
    """Return the title as Jira keeps it: one line, single spaces."""
    return " ".join(title.split())
