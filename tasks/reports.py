"""What workers do with Confluence pages: each job is one use case. No rule, no error handling, no Celery in here."""

from collections.abc import Callable, Mapping
from typing import Final

from service import jobs
from service.jobs import Job
from service.usecases.needs import Needs
from service.usecases.publish_cycle import publish_cycle
from service.usecases.publish_pages import publish_pages


def write_page(needs: Needs, site_id: str, cycle_id: str) -> None:
    """Bring a cycle's page up to date."""
    publish_cycle(parts=needs, site_id=site_id, cycle_id=cycle_id)


def write_pages(needs: Needs, site_id: str) -> None:
    """Look after every page of a site, changed or not."""
    publish_pages(parts=needs, site_id=site_id)


TASKS: Final[Mapping[Job, Callable[..., None]]] = {jobs.PUBLISH_CYCLE: write_page, jobs.PUBLISH_PAGES: write_pages}
