"""Measurable outcomes. The tracker is a value inside a key result and a group of columns in its row."""

from collections.abc import Iterable, Mapping
from dataclasses import fields
from typing import Any

from sqlalchemy import func, select

from service.domain.model import KeyResult, KeyResultState, OwnerState, Tracker
from service.store.repositories.base import Repository
from service.store.repositories.objectives import LIVING
from service.store.tables import key_results, objectives

TRACKER_FIELDS = tuple(f.name for f in fields(Tracker))


class KeyResults(Repository[KeyResult]):
    """Key results of a site, in their order below the objective."""

    table = key_results
    made_of = KeyResult
    noun = "key result"
    order = ("position", "id")
    # What workers note about Jira while a person edits the words.
    kept_apart = frozenset({"tracker_seen", "tracker_seen_value", "owner_state", "option_id"})

    def of_objective(self, *, site_id: str, objective_id: str) -> tuple[KeyResult, ...]:
        """Return the key results of an objective, cancelled ones included."""
        return self._all(self._select(site_id).where(key_results.c.objective_id == objective_id))

    def of_cycle(self, *, site_id: str, cycle_id: str) -> tuple[KeyResult, ...]:
        """Return the key results of every objective of a cycle, cancelled ones included."""
        inside = select(objectives.c.id).where(objectives.c.site_id == site_id, objectives.c.cycle_id == cycle_id)
        return self._all(self._select(site_id).where(key_results.c.objective_id.in_(inside)))

    def of_options(self, *, site_id: str, option_ids: Iterable[int]) -> tuple[KeyResult, ...]:
        """Return the active key results that options of the *Key results* field stand for."""
        named = (
            key_results.c.option_id.in_(sorted(set(option_ids))),
            key_results.c.state == KeyResultState.ACTIVE,
        )
        return self._all(self._select(site_id).where(*named))

    def active(self, *, site_id: str) -> tuple[KeyResult, ...]:
        """Return the key results of the site that count: not cancelled, and of a living objective."""
        inside = select(objectives.c.id).where(objectives.c.site_id == site_id, objectives.c.state.in_(LIVING))
        counts = (key_results.c.state == KeyResultState.ACTIVE, key_results.c.objective_id.in_(inside))
        return self._all(self._select(site_id).where(*counts))

    def next_position(self, *, site_id: str, objective_id: str) -> int:
        """Return the position behind the last key result of an objective."""
        last = select(func.max(key_results.c.position)).where(
            key_results.c.site_id == site_id, key_results.c.objective_id == objective_id
        )
        highest = self._connection.execute(last).scalar()
        return 0 if highest is None else highest + 1

    def set_seen(self, *, site_id: str, id: str, value: float | None) -> None:
        """Note the Jira field's value as last read or written. Raises: NotThere."""
        self._change(site_id=site_id, id=id, values={"tracker_seen": True, "tracker_seen_value": value})

    def forget_seen(self, *, site_id: str, id: str) -> None:
        """Note that the field that shows this key result was never looked at. Raises: NotThere."""
        self._change(site_id=site_id, id=id, values={"tracker_seen": False, "tracker_seen_value": None})

    def set_owner_state(self, *, site_id: str, id: str, state: OwnerState) -> None:
        """Note what the ownership check found. Raises: NotThere."""
        self._change(site_id=site_id, id=id, values={"owner_state": state})

    def set_option(self, *, site_id: str, id: str, option_id: int | None) -> None:
        """Note the option of the *Key results* field that stands for this key result. Raises: NotThere."""
        self._change(site_id=site_id, id=id, values={"option_id": option_id})

    def _values(self, item: KeyResult) -> dict[str, Any]:
        tracker = {f"tracker_{name}": getattr(item.tracker, name) for name in TRACKER_FIELDS}
        return super()._values(item) | {name: value for name, value in tracker.items() if name in self.table.c}

    def _object(self, row: Mapping[Any, Any]) -> KeyResult:
        tracker = Tracker(**{name: row[f"tracker_{name}"] for name in TRACKER_FIELDS if f"tracker_{name}" in row})
        flat = {f.name: row[f.name] for f in fields(KeyResult) if f.name in row}
        return KeyResult(**flat, tracker=tracker)
