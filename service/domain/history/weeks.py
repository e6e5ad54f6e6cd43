"""The weekly grid and what is kept of a measured history."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

STEP: Final = timedelta(days=7)
MOST_WEEKS: Final = 104


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """One value a week, the first at `starts_at`; None where there was none.

    `asked` is the query or field it was rebuilt from, `issue_count` how many issues were replayed, `digest` the SHA-256 of
    the values and of the issues seen. `notes` say what could not be replayed and is taken as it stands today.
    """

    starts_at: datetime
    values: tuple[float | None, ...]
    asked: str
    measured_at: datetime
    issue_count: int
    digest: str
    notes: tuple[str, ...] = ()

    @property
    def points(self) -> tuple[tuple[datetime, float], ...]:
        """Return (instant, value) of the weeks that have one."""
        return tuple(
            (self.starts_at + number * STEP, value) for number, value in enumerate(self.values) if value is not None
        )

    @property
    def provenance(self) -> str:
        """Return the sentence that travels with a number taken from here."""
        return (
            f"{self.asked} | {len(self.points)} weeks from {self.issue_count} issues' changelogs | "
            f"read {self.measured_at:%Y-%m-%dT%H:%M:%SZ} | sha256 {self.digest[:16]}"
        )


def week_ends(*, until: datetime, weeks: int) -> tuple[datetime, ...]:
    """Return `weeks` instants a week apart, oldest first, the last of them `until`."""
    count = max(1, min(weeks, MOST_WEEKS))
    return tuple(until - STEP * back for back in range(count - 1, -1, -1))


def proven_history(
    *,
    instants: Sequence[datetime],
    values: Sequence[float | None],
    asked: str,
    measured_at: datetime,
    issue_ids: Iterable[str],
    notes: Sequence[str] = (),
) -> History:
    """Return the history with its proof, cut at the front to where values begin."""
    first = next((number for number, value in enumerate(values) if value is not None), len(values))
    seen = sorted(set(issue_ids))
    kept = tuple(values[first:])
    lines = [asked, *seen, *(repr(value) for value in kept)]
    return History(
        starts_at=instants[min(first, len(instants) - 1)],
        values=kept,
        asked=asked,
        measured_at=measured_at,
        issue_count=len(seen),
        digest=hashlib.sha256("\n".join(lines).encode()).hexdigest(),
        notes=tuple(notes),
    )
