"""The names of background jobs and their queues. No behaviour: tasks consume them, use cases and views enqueue them."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Job:
    """A background job: its stable Celery name and the queue that carries it. Arguments are ids only."""

    name: str
    queue: str


APPLY_ISSUE_CHANGE: Final = Job("northstar.apply_issue_change", "changes")  # site_id, issue_id
PUBLISH_OBJECTIVE: Final = Job("northstar.publish_objective", "publish")  # site_id, objective_id
PUBLISH_ISSUE: Final = Job(
    "northstar.publish_issue", "publish"
)  # site_id, issue_id (an initiative's property and field)
PUBLISH_CYCLE: Final = Job("northstar.publish_cycle", "reports")  # site_id, cycle_id
PUBLISH_PAGES: Final = Job("northstar.publish_pages", "reports")  # site_id
SYNC_OPTIONS: Final = Job("northstar.sync_options", "publish")  # site_id
RECONCILE_SITE: Final = Job("northstar.reconcile_site", "sync")  # site_id, full: bool
CHECK_OWNERS: Final = Job("northstar.check_owners", "sync")  # site_id
READ_TRACKERS: Final = Job("northstar.read_trackers", "sync")  # site_id
CHECK_WAIVERS: Final = Job("northstar.check_waivers", "sync")  # site_id
MEASURE_HISTORY: Final = Job("northstar.measure_history", "sync")  # site_id, key_result_id
RUN_SYNTHESIS: Final = Job("northstar.run_synthesis", "sync")  # site_id, cycle_id
GATHER_INPUTS: Final = Job("northstar.gather_inputs", "sync")  # site_id, session_id
COMMIT_SESSION: Final = Job("northstar.commit_session", "publish")  # site_id, session_id
REVIEW_ALIGNMENT: Final = Job("northstar.review_alignment", "sync")  # site_id, session_id
WRITE_RECORD: Final = Job("northstar.write_record", "reports")  # site_id, session_id
SWEEP: Final = Job("northstar.sweep", "sync")  # no argument
PURGE_SITES: Final = Job("northstar.purge_sites", "sync")  # no argument

ALL: Final = (
    APPLY_ISSUE_CHANGE,
    PUBLISH_OBJECTIVE,
    PUBLISH_ISSUE,
    PUBLISH_CYCLE,
    PUBLISH_PAGES,
    SYNC_OPTIONS,
    RECONCILE_SITE,
    CHECK_OWNERS,
    READ_TRACKERS,
    MEASURE_HISTORY,
    RUN_SYNTHESIS,
    CHECK_WAIVERS,
    GATHER_INPUTS,
    COMMIT_SESSION,
    REVIEW_ALIGNMENT,
    WRITE_RECORD,
    SWEEP,
    PURGE_SITES,
)
