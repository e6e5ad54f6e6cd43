"""What workers do with issues, objectives and sites: each job is one use case. No rule, no error handling, no Celery in here."""

from collections.abc import Callable, Mapping
from typing import Final

from service import jobs
from service.jobs import Job
from service.usecases import hold_publishing, note_failure
from service.usecases.apply_issue_change import apply_issue_change
from service.usecases.check_owners import check_owners
from service.usecases.check_waivers import check_waivers
from service.usecases.gather_inputs import gather_inputs
from service.usecases.measure_history import measure_history
from service.usecases.needs import Needs
from service.usecases.publish_issue import publish_issue
from service.usecases.publish_objective import publish_objective
from service.usecases.purge_sites import purge_sites
from service.usecases.read_guardrails import read_guardrails
from service.usecases.read_trackers import read_trackers
from service.usecases.reconcile_site import reconcile_site
from service.usecases.run_synthesis import run_synthesis
from service.usecases.sweep import sweep
from service.usecases.sync_options import sync_options


def look_at_issue(needs: Needs, site_id: str, issue_id: str) -> None:
    """Read an issue again and record what people changed."""
    apply_issue_change(parts=needs, site_id=site_id, issue_id=issue_id)


def tell_epic(needs: Needs, site_id: str, objective_id: str) -> None:
    """Write an objective's numbers to its epic."""
    publish_objective(parts=needs, site_id=site_id, objective_id=objective_id)


def tell_issue(needs: Needs, site_id: str, issue_id: str) -> None:
    """Write an initiative's links to its issue."""
    publish_issue(parts=needs, site_id=site_id, issue_id=issue_id)


def name_options(needs: Needs, site_id: str) -> None:
    """Keep the options of *Key results* in step."""
    sync_options(parts=needs, site_id=site_id)


def compare_site(needs: Needs, site_id: str, full: bool = False) -> None:
    """Find what webhooks lost."""
    reconcile_site(parts=needs, site_id=site_id, full=full)


def look_at_owners(needs: Needs, site_id: str) -> None:
    """Check every owner again."""
    check_owners(parts=needs, site_id=site_id)


def ask_trackers(needs: Needs, site_id: str) -> None:
    """Read the trackers and the guardrails that have to be asked."""
    read_trackers(parts=needs, site_id=site_id)
    read_guardrails(parts=needs, site_id=site_id)


def look_at_waivers(needs: Needs, site_id: str) -> None:
    """Ask for the outcome of every enabler that is over."""
    check_waivers(parts=needs, site_id=site_id)


def replay_past(needs: Needs, site_id: str, key_result_id: str) -> None:
    """Measure a key result's history."""
    measure_history(parts=needs, site_id=site_id, key_result_id=key_result_id)


def compare_plans(needs: Needs, site_id: str, cycle_id: str) -> None:
    """Find what the plans of all teams do to each other."""
    run_synthesis(parts=needs, site_id=site_id, cycle_id=cycle_id)


def prepare_session(needs: Needs, site_id: str, session_id: str) -> None:
    """Gather what a booked session stands on."""
    gather_inputs(parts=needs, site_id=site_id, session_id=session_id)


def wake_what_waits(needs: Needs) -> None:
    """Enqueue what is marked and not published, and passes that are due."""
    sweep(parts=needs)


def forget_sites(needs: Needs) -> None:
    """Delete the rows of sites that left long ago."""
    purge_sites(parts=needs)


def hold_epic(needs: Needs, site_id: str, objective_id: str, *, after_s: float) -> None:
    """Keep other jobs from the epic while this one waits."""
    hold_publishing.hold_objective(parts=needs, site_id=site_id, objective_id=objective_id, for_s=after_s)


def hold_issue(needs: Needs, site_id: str, issue_id: str, *, after_s: float) -> None:
    """Keep other jobs from the issue while this one waits."""
    hold_publishing.hold_issue(parts=needs, site_id=site_id, issue_id=issue_id, for_s=after_s)


def note_epic(needs: Needs, site_id: str, objective_id: str, *, error: Exception) -> None:
    """Make a failure visible on the objective."""
    note_failure.note_objective_failure(parts=needs, site_id=site_id, objective_id=objective_id, error=error)


def note_issue(needs: Needs, site_id: str, issue_id: str, *, error: Exception) -> None:
    """Keep a failure with the issue."""
    note_failure.note_issue_failure(parts=needs, site_id=site_id, issue_id=issue_id, error=error)


def note_history(needs: Needs, site_id: str, key_result_id: str, *, error: Exception) -> None:
    """Say on the key result why its history is still missing."""
    note_failure.note_history_failure(parts=needs, site_id=site_id, key_result_id=key_result_id, error=error)


def note_synthesis(needs: Needs, site_id: str, cycle_id: str, *, error: Exception) -> None:
    """Say on the cycle why its plans were not compared."""
    note_failure.note_synthesis_failure(parts=needs, site_id=site_id, cycle_id=cycle_id, error=error)


TASKS: Final[Mapping[Job, Callable[..., None]]] = {
    jobs.APPLY_ISSUE_CHANGE: look_at_issue,
    jobs.PUBLISH_OBJECTIVE: tell_epic,
    jobs.PUBLISH_ISSUE: tell_issue,
    jobs.SYNC_OPTIONS: name_options,
    jobs.RECONCILE_SITE: compare_site,
    jobs.CHECK_OWNERS: look_at_owners,
    jobs.READ_TRACKERS: ask_trackers,
    jobs.MEASURE_HISTORY: replay_past,
    jobs.RUN_SYNTHESIS: compare_plans,
    jobs.GATHER_INPUTS: prepare_session,
    jobs.CHECK_WAIVERS: look_at_waivers,
    jobs.SWEEP: wake_what_waits,
    jobs.PURGE_SITES: forget_sites,
}
WAITING: Final[Mapping[Job, Callable[..., None]]] = {jobs.PUBLISH_OBJECTIVE: hold_epic, jobs.PUBLISH_ISSUE: hold_issue}
FAILED: Final[Mapping[Job, Callable[..., None]]] = {
    jobs.PUBLISH_OBJECTIVE: note_epic,
    jobs.PUBLISH_ISSUE: note_issue,
    jobs.MEASURE_HISTORY: note_history,
    jobs.RUN_SYNTHESIS: note_synthesis,
}
