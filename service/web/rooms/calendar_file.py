"""The calendar file of a session: itself, its check-ins, its retrospective. Source: T-14, W-14, O-28; RFC 5545."""

from datetime import UTC, timedelta

from flask import Response
from icalendar import Calendar, Event

from service.domain.room.appointments import Appointment, appointments
from service.usecases.read_room import RoomView
from service.web.call import this_call
from service.web.rooms.live import look
from service.web.rooms.routes import fragment


@fragment("/<session_id>/calendar")
def calendar_file(session_id: str) -> Response:
    """Answer with the appointments as a file."""
    return calendar_answer(look(this_call(), session_id))


def calendar_answer(view: RoomView) -> Response:
    """Return the file as a response."""
    named = {"Content-Disposition": 'attachment; filename="session.ics"'}
    return Response(calendar_text(view), mimetype="text/calendar", headers=named)


def calendar_text(view: RoomView) -> bytes:
    """Return the file. The library folds long lines and escapes what RFC 5545 wants escaped."""
    room, facts = view.room, view.facts
    found = appointments(room=room, cycle=facts.cycle, preset=facts.preset)
    calendar = Calendar()
    calendar.add("prodid", "-//Northstar//Planning sessions//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for each in found:
        calendar.add_component(_event(each, view))
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _event(each: Appointment, view: RoomView) -> Event:
    event = Event()
    event.add("uid", f"{each.uid}@northstar")
    event.add("dtstamp", view.room.session.booked_at)
    # Calendars replace an entry only by one of a higher number.
    event.add("sequence", view.room.session.seq)
    event.add("dtstart", each.starts_at)
    event.add("dtend", each.starts_at + timedelta(minutes=each.minutes))
    event.add("summary", each.title)
    event.add("description", each.text)
    if each.every_days is not None and each.until is not None:
        event.add("rrule", {"freq": "daily", "interval": each.every_days, "until": each.until.astimezone(UTC)})
    return event
