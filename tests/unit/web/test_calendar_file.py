"""The calendar file as other programs read it."""

from datetime import UTC, datetime, timedelta

from icalendar import Calendar

from service.domain.room import StepKind
from service.domain.room.agenda import SetAgenda
from service.domain.room.steps import Step
from service.usecases.read_room import RoomView
from service.web.rooms.calendar_file import calendar_text
from tests.unit.room.rooms import FAY, Play, play


def _text(played: Play) -> bytes:
    room = played.room
    return calendar_text(
        RoomView(room=room, facts=played.facts, viewer=FAY, seat=None, step=None, left_s=0, blockers=())
    )


def _played(cue: str = "") -> Play:
    played = play(StepKind.NOTES)
    step = Step(id="notes", kind=StepKind.NOTES, title="Ideas", minutes=10, cue=cue)
    played.act(FAY, SetAgenda(steps=(step,)))
    return played


def test_lines_are_folded_and_texts_escaped() -> None:
    """W-14; RFC 5545 3.1 and 3.3.11: CRLF, at most 75 octets a line, commas, semicolons and line ends escaped."""
    cue = "First, write; then talk \\ or not – " + "ä" * 120
    raw = _text(_played(cue))
    lines = raw.split(b"\r\n")
    assert lines[-1] == b""
    assert all(len(line) <= 75 for line in lines)
    assert b"\n" not in raw.replace(b"\r\n", b"")
    assert b"First\\, write\\; then talk \\\\ or not" in raw.replace(b"\r\n ", b"")
    event = Calendar.from_ical(raw).walk("VEVENT")[0]
    assert str(event["DESCRIPTION"]).endswith(cue)


def test_instants_are_utc_and_check_ins_repeat_to_the_end_of_the_cycle() -> None:
    """T-14, O-28: a weekly event until the cycle's last week, in UTC; three entries in all."""
    session, checkin, retrospective = Calendar.from_ical(_text(_played())).walk("VEVENT")
    assert session["DTSTART"].to_ical() == b"20261214T090000Z"
    assert session["DTEND"].dt - session["DTSTART"].dt == timedelta(minutes=10)
    assert checkin["RRULE"].to_ical() == b"FREQ=DAILY;UNTIL=20270329T090000Z;INTERVAL=7"
    assert retrospective["DTSTART"].dt == datetime(2027, 3, 29, 9, 0, tzinfo=UTC)


def test_a_second_file_replaces_the_first() -> None:
    """RFC 5545 3.8.4.7, 3.8.7.4: the uids stay, the sequence rises with every act."""
    played = _played()
    before = Calendar.from_ical(_text(played)).walk("VEVENT")
    played.act(FAY, SetAgenda(steps=(Step(id="notes", kind=StepKind.NOTES, title="Ideas", minutes=20),)))
    after = Calendar.from_ical(_text(played)).walk("VEVENT")
    assert [each["UID"] for each in after] == [each["UID"] for each in before]
    assert all(new["SEQUENCE"] > old["SEQUENCE"] for old, new in zip(before, after, strict=True))
