"""Booking a session and acting in its room: once however often it is sent, and never lost."""

import threading
from datetime import UTC, datetime, timedelta

import pytest

from service.domain.errors import NotThere
from service.domain.room import Scope, Session, SessionKind, SessionState, Trigger
from service.domain.room.agenda import OpenRoom
from service.domain.room.notes import WriteNote
from service.domain.room.pacing import Advance
from service.domain.room.seats import Join, NotInRoom
from service.domain.room.steps import StepKind
from service.usecases.book_session import SessionInvalid, book_session
from service.usecases.list_sessions import list_sessions
from service.usecases.perform_act import perform_act
from service.usecases.read_room import read_room
from service.usecases.rooms import look
from tests.usecases.world import ADA, World

BEN = "557058:ben"


def _book(world: World, **words: object) -> Session:
    whole = {
        "cycle_id": world.cycle().id,
        "kind": SessionKind.PLANNING,
        "scope": Scope.TEAM,
        "trigger": Trigger.QUARTERLY_PLANNING,
        "team_ids": (world.team(preset="workshop_weaver").id,),
        "starts_at": datetime(2026, 12, 14, 9, 0, tzinfo=UTC),
        **words,
    }
    return book_session(**world.by_ada, **whole)  # type: ignore[arg-type]


def _act(world: World, session: Session, by: str, act: object, act_id: str | None = None) -> None:
    perform_act(
        parts=world.parts,
        site_id=world.site_id,
        by=by,
        session_id=session.id,
        act_id=act_id or world.parts.new_id(),
        act=act,  # type: ignore[arg-type]
    )


def _in_silence(world: World) -> Session:
    session = _book(world)
    for person in (ADA, BEN):
        _act(world, session, person, Join())
    _act(world, session, ADA, OpenRoom())
    _act(world, session, ADA, Advance(step_id="look-back"))
    return session


def test_a_booked_session_has_the_doctrines_agenda_and_its_facilitator(world: World) -> None:
    """M-26, M-01."""
    session = _book(world)
    view = read_room(parts=world.parts, site_id=world.site_id, session_id=session.id, viewer=ADA)
    assert view.room.session == list_sessions(parts=world.parts, site_id=world.site_id, cycle_id=session.cycle_id)[0]
    assert session.preset == "workshop_weaver"
    assert session.state is SessionState.BOOKED
    assert [step.kind for step in view.room.agenda.steps][1] is StepKind.NOTES
    assert view.may_turn
    assert view.step is None


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ({"team_ids": ()}, "team_ids"),
        ({"starts_at": datetime(2026, 12, 14, 9, 0)}, "starts_at"),  # noqa: DTZ001
    ],
)
def test_a_booking_that_cannot_be_names_the_field(world: World, words: dict[str, object], field: str) -> None:
    with pytest.raises(SessionInvalid) as refused:
        _book(world, **words)
    assert refused.value.field == field


def test_an_act_sent_twice_is_done_once(world: World) -> None:
    session = _in_silence(world)
    for _ in range(3):
        _act(world, session, BEN, WriteNote(text="Fewer returns"), act_id=f"{77:032x}")
    view = read_room(parts=world.parts, site_id=world.site_id, session_id=session.id, viewer=BEN)
    assert [note.text for note in view.room.notes.all] == ["Fewer returns"]
    assert view.room.notes.all[0].id == f"{77:032x}"


def test_a_refused_act_leaves_nothing_behind(world: World) -> None:
    session = _in_silence(world)
    before = read_room(parts=world.parts, site_id=world.site_id, session_id=session.id, viewer=ADA).room
    with pytest.raises(NotInRoom):
        _act(world, session, "557058:nobody", WriteNote(text="Let me in"))
    assert read_room(parts=world.parts, site_id=world.site_id, session_id=session.id, viewer=ADA).room == before


def test_a_new_process_reads_the_same_room_from_the_log(world: World) -> None:
    session = _in_silence(world)
    _act(world, session, BEN, WriteNote(text="Fewer returns"))
    known = read_room(parts=world.parts, site_id=world.site_id, session_id=session.id, viewer=ADA).room
    look.forget(store=world.store)
    assert read_room(parts=world.parts, site_id=world.site_id, session_id=session.id, viewer=ADA).room == known


def test_thirty_people_who_write_at_once_lose_nothing(world: World) -> None:
    session = _in_silence(world)
    people = [f"557058:p{number}" for number in range(30)]
    failed: list[BaseException] = []

    def write(person: str, number: int) -> None:
        try:
            _act(world, session, person, Join(), act_id=f"{10_000 + number:032x}")
            _act(world, session, person, WriteNote(text=f"Idea of {person}"), act_id=f"{20_000 + number:032x}")
        except BaseException as error:
            failed.append(error)

    threads = [threading.Thread(target=write, args=(person, number)) for number, person in enumerate(people)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    look.forget(store=world.store)
    room = read_room(parts=world.parts, site_id=world.site_id, session_id=session.id, viewer=ADA).room
    assert sorted(note.author for note in room.notes.all) == sorted(people)
    assert room.session.seq == 2 + 2 + 2 + 60


def test_a_room_of_another_site_is_not_there(world: World) -> None:
    session = _book(world)
    other = world.install(client_key="other", base_url="https://other.atlassian.net")
    with pytest.raises(NotThere):
        read_room(parts=world.parts, site_id=other, session_id=session.id, viewer=ADA)


def test_the_clock_of_a_room_is_the_servers(world: World) -> None:
    session = _in_silence(world)
    world.at += timedelta(minutes=12)
    view = read_room(parts=world.parts, site_id=world.site_id, session_id=session.id, viewer=ADA)
    assert view.left_s == -120
