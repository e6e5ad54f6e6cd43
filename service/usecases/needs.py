"""What a use case is given: ports to the store, the products, the clock and the queue. Built once, in `service/parts.py`."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from connect.outbound.confluence import ConfluenceClient
from connect.outbound.jira import JiraClient
from service.domain.errors import DomainError
from service.jobs import Job
from service.store import Store


class NoInstallation(DomainError):
    """The site has no live installation of that product."""

    code = "no_installation"
    status = 409


class Enqueue(Protocol):
    """Put a job on its queue. Call it after the transaction has committed; arguments are ids."""

    def __call__(self, job: Job, *args: str | bool, countdown_s: float = 0) -> None: ...


class Rephrase(Protocol):
    """Put a suggestion into other words, or give it back as it was."""

    def __call__(self, *, draft: str, suggestion: str) -> str: ...


def _as_it_is(*, draft: str, suggestion: str) -> str:  # noqa: ARG001  # the port's shape
    return suggestion


@dataclass(frozen=True, slots=True, kw_only=True)
class Needs:
    """The ports of a use case.

    `jira` and `confluence` take a site id and raise NoInstallation when the app is not (or no longer) installed there.
    """

    store: Store
    jira: Callable[[str], JiraClient]
    confluence: Callable[[str], ConfluenceClient]
    enqueue: Enqueue
    now: Callable[[], datetime]
    new_id: Callable[[], str]
    base_url: str
    allowed_hosts: frozenset[str]
    publish_interval_s: float
    rephrase: Rephrase = _as_it_is
