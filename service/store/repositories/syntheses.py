"""Runs of the Synthesizer, and the requests they left."""

from collections.abc import Mapping
from dataclasses import asdict, fields
from typing import Any

from sqlalchemy import select

from service.domain.synthesis import Kind, Request, SetFinding, SynthesisRun
from service.store.repositories.base import Rows
from service.store.tables import requests, synthesis_runs

_REQUEST = tuple(f.name for f in fields(Request))


class Syntheses(Rows):
    """The last run of each cycle."""

    def find(self, *, site_id: str, cycle_id: str) -> SynthesisRun | None:
        """Return the last run over a cycle, or None."""
        row = synthesis_runs.c
        query = select(*(row[f.name] for f in fields(SynthesisRun)))
        found = (
            self._connection.execute(query.where(row.site_id == site_id, row.cycle_id == cycle_id)).mappings().first()
        )
        if found is None:
            return None
        return SynthesisRun(**{**found, "findings": tuple(map(_finding, found["findings"]))})

    def put(self, *, site_id: str, run: SynthesisRun) -> None:
        """Keep a run instead of the one before."""
        self._put(
            synthesis_runs, {"site_id": site_id, **asdict(run), "findings": [asdict(each) for each in run.findings]}
        )


class Requests(Rows):
    """Requests of one team to another."""

    def find(self, *, site_id: str, cycle_id: str, id: str) -> Request | None:
        """Return a request, or None."""
        found = [each for each in self.of_cycle(site_id=site_id, cycle_id=cycle_id) if each.id == id]
        return found[0] if found else None

    def of_cycle(self, *, site_id: str, cycle_id: str) -> tuple[Request, ...]:
        """Return the requests of a cycle, oldest first, withdrawn ones included."""
        row = requests.c
        query = select(*(row[name] for name in _REQUEST)).where(row.site_id == site_id, row.cycle_id == cycle_id)
        found = self._connection.execute(query.order_by(row.raised_at, row.id)).mappings()
        return tuple(Request(**each) for each in found)

    def put(self, *, site_id: str, request: Request) -> None:
        """Insert a request or overwrite what is known of it."""
        self._put(requests, {"site_id": site_id, **{name: getattr(request, name) for name in _REQUEST}})


def _finding(data: Mapping[str, Any]) -> SetFinding:
    tuples = {name: tuple(value) for name, value in data.items() if isinstance(value, list)}
    return SetFinding(**{**data, **tuples, "kind": Kind(data["kind"])})
