"""The chain: every link carries the hash of the one before, so that no entry can be edited, dropped or moved unseen."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from service.domain.ledger.entry import Entry, canonical, entry_from_data

GENESIS: Final = "0" * 64
"""What the first link points to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One stored row. `payload` is the exact text that was hashed; `number` counts from 1 per site without a gap.

    The other columns repeat what the payload says, for searching; `verify` compares them.
    """

    number: int
    at: datetime
    kind: str
    subject_id: str
    author: str | None
    payload: str
    previous_hash: str
    hash: str


class Fault(StrEnum):
    """What was done to a link."""

    EDITED = "edited"
    DROPPED = "dropped"
    REORDERED = "reordered"


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """A place where the ledger was tampered with; `number` is the link concerned."""

    number: int
    fault: Fault
    message: str


def append(*, entry: Entry, last: Link | None) -> Link:
    """Return the link that seals `entry` after `last` (None: the first of the site)."""
    number = last.number + 1 if last else 1
    previous_hash = last.hash if last else GENESIS
    payload = canonical(number=number, entry=entry)
    return Link(
        number=number,
        at=entry.at,
        kind=entry.kind.value,
        subject_id=entry.subject_id,
        author=entry.author,
        payload=payload,
        previous_hash=previous_hash,
        hash=_hash(previous_hash, payload),
    )


def entry_of(*, link: Link) -> Entry:
    """Return what a link says."""
    return entry_from_data(data=json.loads(link.payload))


def verify(*, links: Sequence[Link], heads: Mapping[int, str] = MappingProxyType({})) -> tuple[Break, ...]:
    """Return every place where the chain is broken; an empty result proves that no entry was rewritten.

    `links` in the order they are stored. `heads` are hashes known from elsewhere (number → hash: a sealed page, a printed
    report): only they can prove that the end was not cut off or the whole chain rewritten.
    """
    found: list[Break] = []
    before: Link | None = None
    for link in links:
        found += _faults(link, before)
        before = link if before is None or link.number > before.number else before
    last = before.number if before else 0
    stored = {link.number: link.hash for link in links}
    for number, known in sorted(heads.items()):
        if number > last:
            missing = f"Entries up to {number} were known; the ledger ends with {last}."
            found.append(Break(number=number, fault=Fault.DROPPED, message=missing))
        elif number in stored and stored[number] != known:
            text = f"Entry {number} is not the one that was published: the ledger was rewritten up to it."
            found.append(Break(number=number, fault=Fault.EDITED, message=text))
    return tuple(found)


def _faults(link: Link, before: Link | None) -> list[Break]:
    expected = before.number + 1 if before else 1
    if link.number < expected:
        text = f"Entry {link.number} stands after entry {expected - 1}."
        return [Break(number=link.number, fault=Fault.REORDERED, message=text)]
    found = [_gap(expected, link.number - 1)] if link.number > expected else []
    said = _said(link)
    if said is not None and said != link.number:
        text = f"Entry {said} was moved to place {link.number}."
        return [*found, Break(number=link.number, fault=Fault.REORDERED, message=text)]
    if said is None or _hash(link.previous_hash, link.payload) != link.hash:
        text = f"Entry {link.number} was edited: its text and its hash differ."
        return [*found, Break(number=link.number, fault=Fault.EDITED, message=text)]
    columns = (link.at, link.kind, link.subject_id, link.author)
    entry = entry_of(link=link)
    if columns != (entry.at, entry.kind.value, entry.subject_id, entry.author):
        text = f"Entry {link.number} was edited: its columns and its text differ."
        found.append(Break(number=link.number, fault=Fault.EDITED, message=text))
    if not found and link.previous_hash != (before.hash if before else GENESIS):
        culprit = before.number if before else link.number
        text = f"Entry {culprit} was edited and hashed anew: entry {link.number} still points to the old one."
        found.append(Break(number=culprit, fault=Fault.EDITED, message=text))
    return found


def _gap(first: int, last: int) -> Break:
    """Return the break of a whole gap at once: a forged number may be astronomical."""
    text = f"Entry {first} is missing." if first == last else f"Entries {first} to {last} are missing."
    return Break(number=first, fault=Fault.DROPPED, message=text)


def _said(link: Link) -> int | None:
    """Return the number a link's text gives itself, None if the text cannot be read as an entry."""
    try:
        data = json.loads(link.payload)
        entry_from_data(data=data)
        return int(data["number"])
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def _hash(previous_hash: str, payload: str) -> str:
    return hashlib.sha256(f"{previous_hash}\n{payload}".encode()).hexdigest()
