"""The names of people, as Jira shows them now. They live in this process for ten minutes and are never stored."""

from collections.abc import Collection
from datetime import datetime, timedelta
from threading import Lock
from typing import Final

from connect.outbound.shapes import Person
from service.usecases.needs import Needs

KEEP: Final = timedelta(minutes=10)
MOST: Final = 5000
"""People kept in memory, over all sites."""


class _Names:
    """People by site and account id, each with the instant it was read."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._read: dict[tuple[str, str], tuple[datetime, Person | None]] = {}

    def find(self, site_id: str, account_id: str, *, now: datetime) -> tuple[bool, Person | None]:
        """Tell whether the answer is known and fresh, and what it is (None: Jira knows no such account)."""
        with self._lock:
            at, person = self._read.get((site_id, account_id), (None, None))
        return at is not None and at <= now < at + KEEP, person

    def put(self, site_id: str, people: dict[str, Person | None], *, now: datetime) -> None:
        with self._lock:
            if len(self._read) + len(people) > MOST:
                self._read.clear()
            self._read.update({(site_id, id): (now, person) for id, person in people.items()})


_names = _Names()


def read_people(*, parts: Needs, site_id: str, account_ids: Collection[str]) -> tuple[Person, ...]:
    """Return the people in the order asked; accounts that Jira doesn't know are left out.

    Raises: connect.errors.ProductError, NoInstallation.
    """
    now, wanted = parts.now(), tuple(dict.fromkeys(account_ids))
    unknown = [id for id in wanted if not _names.find(site_id, id, now=now)[0]]
    if unknown:
        read = {person.account_id: person for person in parts.jira(site_id).people(account_ids=unknown)}
        _names.put(site_id, {id: read.get(id) for id in unknown}, now=now)
    found = (_names.find(site_id, id, now=now)[1] for id in wanted)
    return tuple(person for person in found if person is not None)
