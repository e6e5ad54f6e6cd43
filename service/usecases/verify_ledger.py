"""Prove that nobody rewrote the promises of a site, or say what was done and where."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from service.domain.ledger import Break, Entry, EntryKind, Link, Unsaid, entry_of, unsaid, verify
from service.domain.results_text import seal_of
from service.usecases.needs import Needs


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerReport:
    """What the look found. `head` is the last link: noted elsewhere, it later proves that nothing was cut off.

    `unsealed` are the cycles whose results are not the ones that were sealed.
    """

    entries: int
    head: Link | None
    breaks: tuple[Break, ...]
    unsaid: tuple[Unsaid, ...]
    unsealed: tuple[str, ...]

    @property
    def is_sound(self) -> bool:
        """Tell whether the chain holds and says what is stored."""
        return not (self.breaks or self.unsaid or self.unsealed)


def verify_ledger(*, parts: Needs, site_id: str, heads: Mapping[int, str] = MappingProxyType({})) -> LedgerReport:
    """Check every link of the site's chain, replay it against the stored key results and compare the sealed results.

    `heads` are known hashes by number.
    """
    with parts.store.reading() as tx:
        links = tx.ledger.list(site_id=site_id)
        key_results = tx.key_results.list(site_id=site_id)
        results = {
            each.id: tx.results.find(site_id=site_id, cycle_id=each.id) for each in tx.cycles.list(site_id=site_id)
        }
    entries = [entry for link in links if (entry := _readable(link))]
    seals = {each.subject_id: each.changes[0].new for each in entries if each.kind is EntryKind.SEALED}
    return LedgerReport(
        entries=len(links),
        head=links[-1] if links else None,
        breaks=verify(links=links, heads=heads),
        unsaid=unsaid(entries=entries, key_results=key_results),
        unsealed=tuple(
            cycle_id
            for cycle_id, text in results.items()
            if (seal_of(text=text) if text is not None else None) != seals.get(cycle_id)
        ),
    )


def _readable(link: Link) -> Entry | None:
    """Return what a link says; None where its text was destroyed, which `verify` reports."""
    try:
        return entry_of(link=link)
    except (ValueError, KeyError, TypeError):
        return None
