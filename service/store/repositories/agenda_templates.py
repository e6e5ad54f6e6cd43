"""Agendas that sites keep under names of their own."""

from collections.abc import Mapping
from typing import Any, ClassVar

from service.domain.room.agenda_template import AgendaTemplate
from service.domain.room.steps import Step, StepKind
from service.store.repositories.base import Repository
from service.store.tables import agenda_templates


class AgendaTemplates(Repository[AgendaTemplate]):
    """Templates of a site by name."""

    table = agenda_templates
    made_of = AgendaTemplate
    noun = "agenda template"
    order: ClassVar[tuple[str, ...]] = ("name", "id")

    def remove(self, *, site_id: str, id: str) -> None:
        """Delete a template; one that is gone already stays gone."""
        row = agenda_templates.c
        self._connection.execute(agenda_templates.delete().where(row.site_id == site_id, row.id == id))

    def _values(self, item: AgendaTemplate) -> dict[str, Any]:
        steps = [
            {name: getattr(step, name) for name in ("id", "title", "minutes", "cue", "source")}
            | {"kind": step.kind.value}
            for step in item.steps
        ]
        return {**super()._values(item), "steps": steps}

    def _object(self, row: Mapping[Any, Any]) -> AgendaTemplate:
        steps = tuple(Step(**{**step, "kind": StepKind(step["kind"])}) for step in row["steps"])
        return AgendaTemplate(id=row["id"], name=row["name"], steps=steps, author=row["author"], at=row["at"])
