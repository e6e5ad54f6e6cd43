"""The one retry policy: what a worker does about an error. A pure function; no Celery, no logging, no clock in here.

Waiting for a rate limit is not a failed attempt of ours, but Celery counts it as one: after many of them an outage is given up
earlier, which costs nothing, because the sweep and the next pass look again (design section 6).
"""

from dataclasses import dataclass
from typing import Final

from connect.errors import HostNotAllowed, NotFound, RateLimited, SiteGone, Unavailable
from service.domain.errors import DomainError
from service.store import Clash

MAX_ATTEMPTS: Final = 5
FIRST_WAIT_S: Final = 60.0
WAIT_FACTOR: Final = 3
LOST_RACE_WAIT_S: Final = 1.0


@dataclass(frozen=True, slots=True)
class Again:
    """Run the job once more. Units: `after_s` in seconds."""

    after_s: float


@dataclass(frozen=True, slots=True)
class Drop:
    """Done without success, and that is not a failure: the aim is gone or a rule refuses."""

    reason: str


@dataclass(frozen=True, slots=True)
class Fail:
    """Give up at once and let it be seen."""

    reason: str


Decision = Again | Drop | Fail


def decide(error: Exception, *, attempt: int) -> Decision:
    """Say what becomes of a job that raised `error`; `attempt` counts the retries before this run, from 0.

    Source: design section 10; github-for-jira's error-handlers.
    """
    match error:
        case RateLimited():
            return Again(error.retry_after_s)
        case Unavailable() if attempt < MAX_ATTEMPTS:
            return Again(FIRST_WAIT_S * WAIT_FACTOR**attempt)
        case Unavailable():
            return Fail("unavailable")
        case SiteGone():
            return Drop("site_gone")
        case NotFound():
            return Drop("not_found")
        case HostNotAllowed():
            return Drop("host_not_allowed")
        case Clash():
            return Again(LOST_RACE_WAIT_S)
        case DomainError():
            return Drop(error.code)
    return Fail(type(error).__name__)
