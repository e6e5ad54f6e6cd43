"""What beat starts by itself. Times only; which sites are due for a pass is decided by the sweep, from what the store remembers.

Beat fires two entries whatever the number of sites: per-site work is spread by the sweep, so that no site's pass starts at the
same instant as all others'. Source: platform 4, a well-behaved client, 5.
"""

from datetime import timedelta
from typing import Any, Final

from service import jobs

PURGE_EVERY: Final = timedelta(hours=24)


def beat_schedule(*, sweep_interval_s: float) -> dict[str, dict[str, Any]]:
    """Return Celery's schedule table. Units: `sweep_interval_s` in seconds.

    A sweep that could not start before the next one is due is worthless: it expires instead of queueing up.
    """
    return {
        "sweep": {
            "task": jobs.SWEEP.name,
            "schedule": timedelta(seconds=sweep_interval_s),
            "options": {"queue": jobs.SWEEP.queue, "expires": sweep_interval_s},
        },
        "purge-sites": {
            "task": jobs.PURGE_SITES.name,
            "schedule": PURGE_EVERY,
            "options": {"queue": jobs.PURGE_SITES.queue},
        },
    }
