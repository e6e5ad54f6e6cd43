"""Our mirror of linked issues."""

from collections.abc import Iterable

from sqlalchemy import ColumnElement, select

from service.domain.model import Issue
from service.store.repositories.revisions import Published
from service.store.tables import initiatives, issues, key_results, objectives


class Issues(Published[Issue]):
    """Issues of a site by their stable id; a row stays after its last link went, so that its field can be cleared."""

    table = issues
    made_of = Issue
    noun = "issue"
    order = ("key", "id")

    def put(self, *, site_id: str, item: Issue) -> None:
        """Insert the issue or overwrite what Jira says about it; revisions stay."""
        apart = self.kept_apart
        values = {name: value for name, value in self._values(item).items() if name not in apart}
        insert = self._insert(issues).values(site_id=site_id, **values)
        rest = {name: insert.excluded[name] for name in values if name != "id"}
        self._connection.execute(insert.on_conflict_do_update(index_elements=["site_id", "id"], set_=rest))

    def find_by_key(self, *, site_id: str, key: str) -> Issue | None:
        """Return the issue that has this key now, or None."""
        return self._first(self._select(site_id).where(issues.c.key == key))

    def of_key_result(self, *, site_id: str, key_result_id: str) -> tuple[Issue, ...]:
        """Return the issues linked to a key result, gone ones included."""
        inside = select(initiatives.c.issue_id).where(
            initiatives.c.site_id == site_id, initiatives.c.key_result_id == key_result_id
        )
        return self._all(self._select(site_id).where(issues.c.id.in_(inside)))

    def of_key_results(self, *, site_id: str, key_result_ids: Iterable[str]) -> tuple[Issue, ...]:
        """Return the issues linked to any of some key results."""
        inside = select(initiatives.c.issue_id).where(
            initiatives.c.site_id == site_id, initiatives.c.key_result_id.in_(sorted(set(key_result_ids)))
        )
        return self._all(self._select(site_id).where(issues.c.id.in_(inside)))

    def of_cycle(self, *, site_id: str, cycle_id: str) -> tuple[Issue, ...]:
        """Return the issues linked to any key result of a cycle."""
        inside = (
            select(initiatives.c.issue_id)
            .join(
                key_results,
                (key_results.c.site_id == initiatives.c.site_id) & (key_results.c.id == initiatives.c.key_result_id),
            )
            .join(
                objectives,
                (objectives.c.site_id == key_results.c.site_id) & (objectives.c.id == key_results.c.objective_id),
            )
            .where(initiatives.c.site_id == site_id, objectives.c.cycle_id == cycle_id)
        )
        return self._all(self._select(site_id).where(issues.c.id.in_(inside)))

    def linked(self, *, site_id: str) -> tuple[Issue, ...]:
        """Return every issue with at least one link."""
        inside = select(initiatives.c.issue_id).where(initiatives.c.site_id == site_id)
        return self._all(self._select(site_id).where(issues.c.id.in_(inside)))

    def set_seen_options(self, *, site_id: str, id: str, option_ids: tuple[int, ...]) -> None:
        """Note the *Key results* field as last read or written. Raises: NotThere."""
        self._change(site_id=site_id, id=id, values={"seen_options": option_ids})

    def mark_gone(self, *, site_id: str, id: str) -> None:
        """Note that Jira no longer shows this issue to us. Raises: NotThere."""
        self._change(site_id=site_id, id=id, values={"gone": True})

    def _publishable(self) -> tuple[ColumnElement[bool], ...]:
        return (issues.c.gone.is_(False),)
