"""What a program may read of a room: whose a note is, where dots lie and what was picked stay sealed. Source: W-03, W-05, M-23."""

from datetime import UTC, datetime

from service.domain.model import TeamKind
from service.domain.room import Act, Scope, SessionKind, Step, StepKind, Trigger
from service.domain.room.agenda import OpenRoom, SetAgenda
from service.domain.room.choosing.cut import CloseCut, OpenCut, PickObjective
from service.domain.room.choosing.dots import PlaceDot, RevealDots
from service.domain.room.drafts.objectives import DraftObjective
from service.domain.room.notes import WriteNote
from service.domain.room.pacing import Advance
from service.domain.room.seats import Join
from service.domain.room.themes.sorting import StartTheme
from service.usecases.book_session import book_session
from service.usecases.perform_act import perform_act
from service.usecases.read_room import RoomView, read_room
from service.web.rooms.document import document
from tests.usecases.world import ADA, World

BEN = "557058:ben"
KINDS = (StepKind.NOTES, StepKind.THEMES, StepKind.CHOOSE)


def test_what_is_sealed_is_not_in_the_document(world: World) -> None:
    """W-03, W-05: anonymous notes and sealed votes; M-23: picks only as a sum, once the line is drawn."""
    team, cycle = world.team(preset="okrs_tool"), world.cycle()
    world.objective(cycle, world.team(name="All of us", kind=TeamKind.COMPANY, project_key="HQ"))
    session = book_session(
        **world.by_ada,
        cycle_id=cycle.id,
        kind=SessionKind.PLANNING,
        scope=Scope.TEAM,
        trigger=Trigger.QUARTERLY_PLANNING,
        team_ids=(team.id,),
        starts_at=datetime(2026, 12, 14, 9, 0, tzinfo=UTC),
    )

    def act(by: str, what: Act) -> str:
        act_id = world.parts.new_id()
        perform_act(parts=world.parts, site_id=world.site_id, by=by, session_id=session.id, act_id=act_id, act=what)
        return act_id

    def seen(viewer: str) -> RoomView:
        return read_room(parts=world.parts, site_id=world.site_id, session_id=session.id, viewer=viewer)

    act(ADA, SetAgenda(steps=tuple(Step(id=kind.value, kind=kind, title=kind.value, minutes=10) for kind in KINDS)))
    act(ADA, Join())
    act(BEN, Join())
    act(ADA, OpenRoom())
    act(BEN, WriteNote(text="Fewer returns"))
    assert document(seen(ADA))["notes"] == []
    act(ADA, Advance(step_id="notes"))
    assert [(note["text"], note["author"]) for note in document(seen(ADA))["notes"]] == [("Fewer returns", None)]
    assert document(seen(BEN))["notes"][0]["author"] == BEN

    themes = [act(BEN, StartTheme(name=name)) for name in ("Returns", "Answers")]
    act(ADA, Advance(step_id="themes"))
    act(BEN, PlaceDot(theme_id=themes[0]))
    assert document(seen(ADA))["dots"] == {"each_has": 2, "mine": [], "totals": None}
    assert document(seen(BEN))["dots"]["mine"] == [themes[0]]
    act(ADA, RevealDots())
    assert document(seen(ADA))["dots"]["totals"] == {themes[0]: 1}

    assert document(seen(ADA))["objective_limits"] == {team.id: 2}
    a, b, _ = [act(BEN, DraftObjective(team_id=team.id, title=title)) for title in ("One", "Two", "Three")]
    cut_id = act(ADA, OpenCut(team_id=team.id, keep=2))
    act(BEN, PickObjective(cut_id=cut_id, winner_id=b, loser_id=a))
    (cut,) = document(seen(ADA))["cuts"]
    assert (len(cut["left"]), cut["counts"], cut["decision"]) == (3, [], None)
    assert len(document(seen(BEN))["cuts"][0]["left"]) == 2
    act(ADA, CloseCut(cut_id=cut_id))
    (cut,) = document(seen(ADA))["cuts"]
    assert cut["counts"] == [{"winner_id": b, "loser_id": a, "count": 1}]
    assert len(cut["decision"]["kept"]) == 2
