"""Which job an act asks for. It is enqueued after the act is committed; a lost one is found by the sweep."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from service import jobs
from service.domain.room import Act, Room, SessionState
from service.domain.room.alignment import AskReview, NoteReview, NoteReviewFailed
from service.domain.room.committing import Commit, NoteCommitEnded
from service.domain.room.output_test import AnswerTest
from service.domain.room.pacing import Advance
from service.domain.room.record import AskRecord, NoteRecord, NoteRecordFailed
from service.jobs import Job
from service.usecases.needs import Needs

ASKS: Final[Mapping[str, Job]] = MappingProxyType(
    {
        Commit.kind: jobs.COMMIT_SESSION,
        AskReview.kind: jobs.REVIEW_ALIGNMENT,
        AskRecord.kind: jobs.WRITE_RECORD,
        AnswerTest.kind: jobs.WRITE_RECORD,
    }
)
"""The acts that ask for a job."""

ANSWERS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        Commit.kind: (NoteCommitEnded.kind,),
        AskReview.kind: (NoteReview.kind, NoteReviewFailed.kind),
        AskRecord.kind: (NoteRecord.kind, NoteRecordFailed.kind),
    }
)
"""What a job says when it has done what an act asked for; an ask without an answer is asked again by the sweep."""


def wake_after(*, parts: Needs, site_id: str, room: Room, act: Act) -> None:
    """Enqueue what an act asks for; the end of a session asks for its record."""
    job = ASKS.get(act.kind)
    if isinstance(act, Advance) and room.session.state is SessionState.CLOSED:
        job = jobs.WRITE_RECORD
    if job is not None:
        parts.enqueue(job, site_id, room.session.id)
