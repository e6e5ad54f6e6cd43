"""Read where a cycle's Confluence page is, and whether something still waits to be written to Jira or Confluence."""

from dataclasses import dataclass
from datetime import datetime

from service.usecases.needs import Needs


@dataclass(frozen=True, slots=True, kw_only=True)
class CyclePageState:
    """The page of a cycle. `waiting` counts the objectives and the page that await writing; `error` says why the last write failed."""

    url: str | None
    title: str | None
    published_at: datetime | None
    waiting: int
    error: str | None


def read_cycle_page(*, parts: Needs, site_id: str, cycle_id: str) -> CyclePageState:
    """Return the state of a cycle's page. Raises: NotThere."""
    with parts.store.reading() as tx:
        tx.cycles.get(site_id=site_id, id=cycle_id)
        page = tx.pages.find(site_id=site_id, cycle_id=cycle_id)
        objectives = tx.objectives.of_cycle(site_id=site_id, cycle_id=cycle_id)
    behind = sum(each.epic_id is not None and each.changed_rev > each.published_rev for each in objectives)
    if page is None:
        return CyclePageState(url=None, title=None, published_at=None, waiting=behind, error=None)
    return CyclePageState(
        url=page.url,
        title=page.title,
        published_at=page.published_at,
        waiting=behind + (page.changed_rev > page.published_rev),
        error=page.publish_error,
    )
