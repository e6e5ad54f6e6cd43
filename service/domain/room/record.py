"""Where the written record of a session is: its page in Confluence, written by a job that says here what it did.

Source: O-13, O-26, G-10.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from service.domain.room.act import Act, Stamp, words
from service.domain.room.committing import SystemAct
from service.domain.room.running import RoomNotOpen
from service.domain.room.seats import require_part
from service.domain.room.session import SessionState

if TYPE_CHECKING:
    from service.domain.room.facts import Facts
    from service.domain.room.room import Room


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """The page, once it is written. `body_hash` is of what was last written: equal means that nothing is to be written.

    `is_restricted`: not everybody who sees the space may read it (O-27).
    """

    page_id: str = ""
    url: str = ""
    title: str = ""
    space_key: str = ""
    version: int = 0
    body_hash: str = ""
    is_restricted: bool = False
    written_at: datetime | None = None
    is_running: bool = False
    trouble: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskRecord(Act):
    """Write the record of the session to Confluence, or bring it up to date."""

    kind: ClassVar[str] = "write_record"
    summary: ClassVar[str] = "Write the session's record to Confluence"
    said: ClassVar[str] = "The record is being written"

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:  # noqa: ARG002
        """Raises: NotInRoom, ObserversWatch, RoomNotOpen."""
        require_part(room=room, by=stamp.by)
        if room.session.state not in {SessionState.OPEN, SessionState.CLOSED}:
            raise RoomNotOpen("There is nothing to record yet.")

    def apply(self, *, room: Room, stamp: Stamp) -> Room:  # noqa: ARG002
        """Ask the job."""
        return replace(room, record=replace(room.record, is_running=True, trouble=""))


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteRecord(SystemAct):
    """The record stands in Confluence."""

    kind: ClassVar[str] = "record_written"
    summary: ClassVar[str] = "Say where the record is"
    page_id: str
    url: str
    title: str
    space_key: str
    version: int
    body_hash: str
    is_restricted: bool = False

    def apply(self, *, room: Room, stamp: Stamp) -> Room:
        """Keep it."""
        record = Record(
            page_id=self.page_id,
            url=self.url,
            title=self.title,
            space_key=self.space_key,
            version=self.version,
            body_hash=self.body_hash,
            is_restricted=self.is_restricted,
            written_at=stamp.at,
        )
        return replace(room, record=record)


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteRecordFailed(SystemAct):
    """The record could not be written."""

    kind: ClassVar[str] = "record_failed"
    summary: ClassVar[str] = "Say why the record could not be written"
    reason: str = words(at_most=1000)

    def apply(self, *, room: Room, stamp: Stamp) -> Room:  # noqa: ARG002
        """Say why; an earlier page stays."""
        return replace(room, record=replace(room.record, is_running=False, trouble=self.reason))


ACTS = (AskRecord, NoteRecord, NoteRecordFailed)
