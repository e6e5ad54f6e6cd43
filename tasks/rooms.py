"""What workers do for planning rooms: each job is one use case. No rule, no error handling, no Celery in here."""

from collections.abc import Callable, Mapping
from typing import Final

from service import jobs
from service.jobs import Job
from service.usecases.commit_session import commit_session, give_up_commit
from service.usecases.needs import Needs
from service.usecases.review_alignment import give_up_review, review_alignment
from service.usecases.write_record import give_up_record, write_record


def commit_plan(needs: Needs, site_id: str, session_id: str) -> None:
    """Put what a room agreed into the plan and into Jira."""
    commit_session(parts=needs, site_id=site_id, session_id=session_id)


def review_plans(needs: Needs, site_id: str, session_id: str) -> None:
    """Review all teams' plans together with a room's drafts."""
    review_alignment(parts=needs, site_id=site_id, session_id=session_id)


def record_room(needs: Needs, site_id: str, session_id: str) -> None:
    """Bring a session's record in Confluence up to date."""
    write_record(parts=needs, site_id=site_id, session_id=session_id)


def note_commit(needs: Needs, site_id: str, session_id: str, *, error: Exception) -> None:
    """Say in the room that committing stopped."""
    give_up_commit(parts=needs, site_id=site_id, session_id=session_id, error=error)


def note_review(needs: Needs, site_id: str, session_id: str, *, error: Exception) -> None:
    """Say in the room that the review could not be run."""
    give_up_review(parts=needs, site_id=site_id, session_id=session_id, error=error)


def note_record(needs: Needs, site_id: str, session_id: str, *, error: Exception) -> None:
    """Say in the room that the record could not be written."""
    give_up_record(parts=needs, site_id=site_id, session_id=session_id, error=error)


TASKS: Final[Mapping[Job, Callable[..., None]]] = {
    jobs.COMMIT_SESSION: commit_plan,
    jobs.REVIEW_ALIGNMENT: review_plans,
    jobs.WRITE_RECORD: record_room,
}
FAILED: Final[Mapping[Job, Callable[..., None]]] = {
    jobs.COMMIT_SESSION: note_commit,
    jobs.REVIEW_ALIGNMENT: note_review,
    jobs.WRITE_RECORD: note_record,
}
