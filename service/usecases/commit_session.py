"""Commit what a room agreed: objectives, epics, key results, initiatives, with the ids of their drafts. A job does it.

Every step looks first whether it was done, so the job may be delivered twice, die in the middle or be pressed again. One thing that
is refused keeps nothing else back; it says why in the room. Source: O-13, O-17, M-19.
"""

from collections.abc import Callable, Iterable
from typing import Any

from connect.errors import ProductError, RateLimited, Unavailable
from service.domain.errors import DomainError
from service.domain.model import ObjectiveState, TeamKind
from service.domain.room import Room
from service.domain.room.committing import (
    NoteCommitEnded,
    NoteCommitted,
    NoteCommitWaits,
    NoteRefused,
    Priority,
    fingerprint,
    to_commit,
)
from service.domain.room.drafts import KeyResultDraft, ObjectiveDraft
from service.jobs import COMMIT_SESSION
from service.usecases.committing.judgement import commit_guardrails, commit_waiver, keep_votes
from service.usecases.committing.key_results import commit_key_result
from service.usecases.committing.objectives import commit_objective
from service.usecases.committing.refusals import way_out
from service.usecases.committing.work import commit_work, settle_work
from service.usecases.map_objective import MappingBusy
from service.usecases.needs import Needs
from service.usecases.note_failure import reason
from service.usecases.rooms.entered import room_now
from service.usecases.rooms.tell import tell
from service.usecases.sync.lane import lane
from service.usecases.sync.making import StillUnsure

BUSY_WAIT_S = 5.0
UNSURE_WAIT_S = 61.0
MOST_PRIORITIES = 2
"""Source: T-21, "top 1–2 company priorities"."""


def commit_session(*, parts: Needs, site_id: str, session_id: str) -> None:
    """Bring the plan and Jira up to what the room agreed, and say so in the room, thing by thing.

    Raises: RateLimited and Unavailable, after saying that it waits; the worker comes back.
    """
    work = _Work(parts, site_id, session_id)
    if not work.room().commits.is_running:
        return
    try:
        waits_s = work.all()
    except (RateLimited, Unavailable) as error:
        work.say(NoteCommitWaits(reason=f"Waiting: {reason(error)}. It goes on by itself."), parts.new_id())
        raise
    if waits_s:
        parts.enqueue(COMMIT_SESSION, site_id, session_id, countdown_s=waits_s)
    else:
        work.end()


def give_up_commit(*, parts: Needs, site_id: str, session_id: str, error: Exception) -> None:
    """Say in the room that the job has failed for good; pressing again tries it again."""
    work = _Work(parts, site_id, session_id)
    if work.room().commits.is_running:
        work.end(because=f"It stopped because {reason(error)}. Nothing is lost; press Commit to go on.")


class _Work:
    """One run of the job."""

    def __init__(self, parts: Needs, site_id: str, session_id: str) -> None:
        self._parts, self._site_id, self._session_id = parts, site_id, session_id

    def room(self) -> Room:
        """Return the room as it stands now: people go on talking while the job runs."""
        return room_now(parts=self._parts, site_id=self._site_id, session_id=self._session_id)

    def say(self, act: NoteCommitted | NoteRefused | NoteCommitWaits | NoteCommitEnded, *once: str) -> None:
        """Tell everybody in the room."""
        tell(parts=self._parts, site_id=self._site_id, session_id=self._session_id, act=act, once=once)

    def all(self) -> float:
        """Commit everything; return how long to wait before looking again, 0 when it is done. Units: seconds."""
        waits = [self._objective(id) for id in _in_order(self.room())]
        waits += [self._waiver(each) for each in _enablers(self.room())]
        return max(waits, default=0.0)

    def end(self, *, because: str = "") -> None:
        """Say that it is over, and what the company's first priorities are."""
        room = self.room()
        with self._parts.store.reading() as tx:
            company = {each.id for each in tx.teams.list(site_id=self._site_id) if each.kind is TeamKind.COMPANY}
            plan = tx.objectives.of_cycle(site_id=self._site_id, cycle_id=room.session.cycle_id)
        first = sorted(
            (each for each in plan if each.team_id in company and each.state is ObjectiveState.ACTIVE),
            key=lambda each: (each.position, each.id),
        )[:MOST_PRIORITIES]
        press = room.commits.press_id
        priorities = tuple(Priority(id=each.id, title=each.title) for each in first)
        self.say(NoteCommitEnded(press_id=press, reason=because, priorities=priorities), press)

    def _objective(self, objective_id: str) -> float:
        room = self.room()
        draft = room.drafts.objective(objective_id)
        if draft is None:
            return 0.0  # taken off the table while the job ran: it never reaches Jira
        with lane(parts=self._parts, site_id=self._site_id, issue_id=f"commit:{draft.id}") as is_ours:
            if not is_ours:
                return BUSY_WAIT_S
            waits, is_there = self._tried(room, draft, lambda: self._map(room, draft))
            if not is_there:
                return waits
            rows = room.drafts.key_results(objective_id=draft.id)
            return max([waits, *(self._key_result(room, draft, each) for each in rows)])

    def _map(self, room: Room, draft: ObjectiveDraft) -> None:
        if room.commits.has(draft.id):
            return
        made = commit_objective(parts=self._parts, site_id=self._site_id, by=room.commits.by, room=room, draft=draft)
        self.say(
            NoteCommitted(subject_id=draft.id, keys=(made.epic_key or "",), fingerprint=fingerprint(draft)), draft.id
        )

    def _key_result(self, room: Room, objective: ObjectiveDraft, draft: KeyResultDraft) -> float:
        if room.commits.has(draft.id):
            return 0.0

        def act() -> None:
            here: dict[str, Any] = {"parts": self._parts, "site_id": self._site_id, "by": room.commits.by}
            ballot = room.ballots.of(draft)
            commit_key_result(**here, draft=draft, confidence=ballot.median)
            keep_votes(parts=self._parts, site_id=self._site_id, ballot=ballot)
            commit_guardrails(**here, room=room, draft=draft)
            with self._parts.store.reading() as tx:
                project_key = tx.teams.get(site_id=self._site_id, id=objective.team_id).project_key
            keys = commit_work(**here, draft=draft, project_key=project_key)
            if draft.waiver is None:
                self.say(NoteCommitted(subject_id=draft.id, keys=keys, fingerprint=fingerprint(draft)), draft.id)
            settle_work(parts=self._parts, site_id=self._site_id, draft=draft)

        return self._tried(room, draft, act)[0]

    def _waiver(self, draft: KeyResultDraft) -> float:
        room = self.room()
        with self._parts.store.reading() as tx:
            is_there = tx.key_results.find(site_id=self._site_id, id=draft.id) is not None
        if not is_there or room.commits.has(draft.id) or draft.id in room.commits.refused:
            return 0.0

        def act() -> None:
            commit_waiver(parts=self._parts, site_id=self._site_id, by=room.commits.by, room=room, draft=draft)
            keys = tuple(each.issue_key for each in draft.initiatives if each.issue_key)
            self.say(NoteCommitted(subject_id=draft.id, keys=keys, fingerprint=fingerprint(draft)), draft.id)

        return self._tried(room, draft, act)[0]

    def _tried(self, room: Room, draft: ObjectiveDraft | KeyResultDraft, act: Callable[[], None]) -> tuple[float, bool]:
        """Do one thing; return how long to wait for it and whether it worked. What is refused is said in the room."""
        try:
            act()
        except (RateLimited, Unavailable):
            raise
        except StillUnsure:
            return UNSURE_WAIT_S, False
        except MappingBusy:
            return BUSY_WAIT_S, False
        except (DomainError, ProductError) as error:
            said = NoteRefused(subject_id=draft.id, reason=reason(error), way_out=way_out(error))
            self.say(said, draft.id, room.commits.press_id)
            return 0.0, False
        return 0.0, True


def _in_order(room: Room) -> tuple[str, ...]:
    """Return the agreed objectives, those that others contribute to first."""
    agreed = {each.id: each for each in to_commit(room)}
    ordered: dict[str, None] = {}

    def put(id: str, below: frozenset[str]) -> None:
        parent = agreed[id].parent_id
        if parent in agreed and parent not in below:
            put(parent, below | {id})
        ordered.setdefault(id)

    for id in agreed:
        put(id, frozenset())
    return tuple(ordered)


def _enablers(room: Room) -> Iterable[KeyResultDraft]:
    """Yield what asks for a waiver: granted last, when everything that it unlocks is there."""
    for objective in to_commit(room):
        yield from (each for each in room.drafts.key_results(objective_id=objective.id) if each.waiver is not None)
