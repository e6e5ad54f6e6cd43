"""The append-only chain of changes to promises. Hashes are computed by the domain; here they are only kept in order."""

from collections.abc import Iterable, Mapping
from dataclasses import fields
from typing import Any

from sqlalchemy import select

from service.domain.ledger import Link
from service.store.repositories.base import Rows
from service.store.tables import ledger


class Ledger(Rows):
    """Ledger rows of a site by number. Two writers of one number clash, so the chain cannot fork."""

    def append(self, *, site_id: str, link: Link) -> None:
        """Append a link whose number is the last one's plus 1."""
        values = {f.name: getattr(link, f.name) for f in fields(Link)}
        self._connection.execute(ledger.insert().values(site_id=site_id, **values))

    def last(self, *, site_id: str) -> Link | None:
        """Return the end of the chain, or None while it is empty."""
        query = select(ledger).where(ledger.c.site_id == site_id).order_by(ledger.c.number.desc()).limit(1)
        row = self._connection.execute(query).mappings().first()
        return None if row is None else _row(row)

    def list(self, *, site_id: str, subject_id: str | None = None) -> tuple[Link, ...]:
        """Return the chain in order, or only the rows about one subject."""
        query = select(ledger).where(ledger.c.site_id == site_id).order_by(ledger.c.number)
        if subject_id is not None:
            query = query.where(ledger.c.subject_id == subject_id)
        return tuple(_row(row) for row in self._connection.execute(query).mappings())

    def of_subjects(self, *, site_id: str, subject_ids: Iterable[str]) -> tuple[Link, ...]:
        """Return the rows about some subjects, in order."""
        wanted = sorted(set(subject_ids))
        found: dict[int, Link] = {}
        for start in range(0, len(wanted), 500):  # smaller statements stay cached
            few = ledger.c.subject_id.in_(wanted[start : start + 500])
            query = select(ledger).where(ledger.c.site_id == site_id, few)
            found |= {row["number"]: _row(row) for row in self._connection.execute(query).mappings()}
        return tuple(found[number] for number in sorted(found))

    def amended(self, *, site_id: str, subject_ids: Iterable[str]) -> frozenset[str]:
        """Return those of the subjects whose promise was ever amended."""
        wanted = sorted(set(subject_ids))
        found: set[str] = set()
        for start in range(0, len(wanted), 500):
            row = ledger.c
            few = (row.site_id == site_id, row.subject_id.in_(wanted[start : start + 500]), row.kind == "amended")
            found |= set(self._connection.execute(select(row.subject_id).where(*few).distinct()).scalars())
        return frozenset(found)


def _row(row: Mapping[Any, Any]) -> Link:
    return Link(**{name: value for name, value in row.items() if name != "site_id"})
