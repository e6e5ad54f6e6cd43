"""Prove that nobody rewrote the promises of a site, or say what was done and where."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from service.domain.ledger import Break, Entry, Link, Unsaid, entry_of, unsaid, verify
from service.usecases.needs import Needs


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerReport:
    """What the look found. `head` is the last link: noted elsewhere, it later proves that nothing was cut off."""

    entries: int
    head: Link | None
    breaks: tuple[Break, ...]
    unsaid: tuple[Unsaid, ...]

    @property
    def is_sound(self) -> bool:
        """Tell whether the chain holds and says what is stored."""
        return not self.breaks and not self.unsaid


def verify_ledger(*, parts: Needs, site_id: str, heads: Mapping[int, str] = MappingProxyType({})) -> LedgerReport:
    """Check every link of the site's chain, and replay it against the stored key results; `heads` are known hashes by number."""
    with parts.store.reading() as tx:
        links = tx.ledger.list(site_id=site_id)
        key_results = tx.key_results.list(site_id=site_id)
    return LedgerReport(
        entries=len(links),
        head=links[-1] if links else None,
        breaks=verify(links=links, heads=heads),
        unsaid=unsaid(entries=[entry for link in links if (entry := _readable(link))], key_results=key_results),
    )


def _readable(link: Link) -> Entry | None:
    """Return what a link says; None where its text was destroyed, which `verify` reports."""
    try:
        return entry_of(link=link)
    except (ValueError, KeyError, TypeError):
        return None
