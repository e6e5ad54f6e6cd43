"""Accepted guardrails with their latest value, the readings behind it, and dismissed loopholes."""

from collections.abc import Iterable, Mapping
from dataclasses import fields
from typing import Any

from sqlalchemy import Select, func, select

from service.domain.challenge import Dismissal, Guardrail, GuardrailReading
from service.domain.model import KeyResultState
from service.store.repositories.base import Repository, Rows
from service.store.repositories.objectives import LIVING
from service.store.tables import dismissals, guardrail_readings, guardrails, key_results, objectives

_latest = (
    select(
        guardrail_readings,
        func.row_number()
        .over(
            partition_by=(guardrail_readings.c.site_id, guardrail_readings.c.guardrail_id),
            order_by=guardrail_readings.c.at.desc(),
        )
        .label("place"),
    )
).subquery("latest")


class Guardrails(Repository[Guardrail]):
    """Guardrails of a site. `value` and `measured_at` come from the latest reading."""

    table = guardrails
    made_of = Guardrail
    noun = "guardrail"
    order = ("accepted_at", "id")

    def of_key_result(self, *, site_id: str, key_result_id: str) -> tuple[Guardrail, ...]:
        """Return the guardrails of a key result, oldest first."""
        return self._all(self._select(site_id).where(guardrails.c.key_result_id == key_result_id))

    def of_key_results(self, *, site_id: str, key_result_ids: Iterable[str]) -> tuple[Guardrail, ...]:
        """Return the guardrails of some key results."""
        return self._all(self._select(site_id).where(guardrails.c.key_result_id.in_(sorted(set(key_result_ids)))))

    def of_cycle(self, *, site_id: str, cycle_id: str) -> tuple[Guardrail, ...]:
        """Return the guardrails of every key result of a cycle."""
        inside = _key_results(site_id).where(objectives.c.cycle_id == cycle_id)
        return self._all(self._select(site_id).where(guardrails.c.key_result_id.in_(inside)))

    def read_in_jira(self, *, site_id: str) -> tuple[Guardrail, ...]:
        """Return the guardrails whose value Northstar reads by itself, of key results that still run."""
        runs = (key_results.c.state == KeyResultState.ACTIVE, objectives.c.state.in_(LIVING))
        inside = _key_results(site_id).where(*runs)
        by_itself = guardrails.c.jql.is_not(None) | guardrails.c.issue_id.is_not(None)
        return self._all(self._select(site_id).where(by_itself, guardrails.c.key_result_id.in_(inside)))

    def add_reading(self, *, site_id: str, reading: GuardrailReading) -> bool:
        """Append a value; tell whether it was new (one guardrail has one value an instant)."""
        values = {each.name: getattr(reading, each.name) for each in fields(GuardrailReading)}
        return self._insert_new(guardrail_readings, {"site_id": site_id, **values})

    def readings(self, *, site_id: str, guardrail_id: str) -> tuple[GuardrailReading, ...]:
        """Return the values of a guardrail, oldest first."""
        row = guardrail_readings.c
        named = [row[each.name] for each in fields(GuardrailReading)]
        query = select(*named).where(row.site_id == site_id, row.guardrail_id == guardrail_id).order_by(row.at)
        return tuple(GuardrailReading(**found) for found in self._connection.execute(query).mappings())

    def _select(self, site_id: str) -> Select[Any]:
        newest = (
            (_latest.c.site_id == guardrails.c.site_id)
            & (_latest.c.guardrail_id == guardrails.c.id)
            & (_latest.c.place == 1)
        )
        return (
            select(guardrails, _latest.c.value, _latest.c.at.label("measured_at"))
            .select_from(guardrails.outerjoin(_latest, newest))
            .where(guardrails.c.site_id == site_id)
            .order_by(guardrails.c.accepted_at, guardrails.c.id)
        )


class Dismissals(Rows):
    """Loopholes somebody chose to live with. A second reason replaces the first."""

    def of_key_result(self, *, site_id: str, key_result_id: str) -> tuple[Dismissal, ...]:
        """Return the dismissals of a key result, oldest first."""
        row = dismissals.c
        query = select(dismissals).where(row.site_id == site_id, row.key_result_id == key_result_id)
        found = self._connection.execute(query.order_by(row.dismissed_at, row.loophole)).mappings()
        return tuple(_dismissal(each) for each in found)

    def put(self, *, site_id: str, dismissal: Dismissal) -> None:
        """Insert a dismissal or overwrite the one of the same loophole."""
        values = {each.name: getattr(dismissal, each.name) for each in fields(Dismissal)}
        self._put(dismissals, {"site_id": site_id, **values})


def _key_results(site_id: str) -> Select[Any]:
    same = (objectives.c.site_id == key_results.c.site_id) & (objectives.c.id == key_results.c.objective_id)
    return select(key_results.c.id).join(objectives, same).where(key_results.c.site_id == site_id)


def _dismissal(row: Mapping[Any, Any]) -> Dismissal:
    return Dismissal(**{name: value for name, value in row.items() if name != "site_id"})
