"""List what the ledger says of an objective and its key results."""

from dataclasses import dataclass

from service.domain.ledger import Entry, entry_of
from service.usecases.needs import Needs


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberedEntry:
    """An entry with its place in the chain."""

    number: int
    entry: Entry


def list_changes(*, parts: Needs, site_id: str, objective_id: str) -> tuple[NumberedEntry, ...]:
    """Return every entry about an objective and its key results, oldest first. Raises: NotThere."""
    with parts.store.reading() as tx:
        tx.objectives.get(site_id=site_id, id=objective_id)
        rows = tx.key_results.of_objective(site_id=site_id, objective_id=objective_id)
        links = tx.ledger.of_subjects(site_id=site_id, subject_ids=[objective_id, *(row.id for row in rows)])
    return tuple(NumberedEntry(number=link.number, entry=entry_of(link=link)) for link in links)
