"""From an empty table to owned key results through the log: what the room knows of the world, and what it tells whom."""

import json
from datetime import UTC, date, datetime

import pytest

from service.domain.calibration import seal
from service.domain.model import TeamKind
from service.domain.room import Act, Scope, Session, SessionKind, Step, StepKind, Trigger
from service.domain.room.agenda import OpenRoom, SetAgenda
from service.domain.room.confidence.ballots import OpenReveal, RevealConfidence, SealConfidence
from service.domain.room.drafts.agreement import AgreeObjective
from service.domain.room.drafts.key_results import DraftKeyResult
from service.domain.room.drafts.objectives import DraftObjective
from service.domain.room.drafts.ownership import OwnKeyResult
from service.domain.room.north_star import NorthStarMissing
from service.domain.room.pacing import Advance
from service.domain.room.seats import Join
from service.usecases.book_session import book_session
from service.usecases.perform_act import perform_act
from service.usecases.read_room import RoomView, read_room
from service.usecases.rooms import look
from service.web.rooms.document import document
from tests.usecases.world import ADA, World

BEN, CLEO = "557058:ben", "557058:cleo"
NONCE = "0123456789abcdef"
KINDS = (StepKind.OBJECTIVES, StepKind.KEY_RESULTS, StepKind.CONFIDENCE, StepKind.OWNERS)


def _act(world: World, session: Session, by: str, act: Act) -> str:
    id = world.parts.new_id()
    perform_act(parts=world.parts, site_id=world.site_id, by=by, session_id=session.id, act_id=id, act=act)
    return id


def _view(world: World, session: Session, viewer: str = ADA) -> RoomView:
    return read_room(parts=world.parts, site_id=world.site_id, session_id=session.id, viewer=viewer)


def _book(world: World, cycle_id: str, team_id: str, preset: str = "workshop_weaver") -> Session:
    session = book_session(
        **world.by_ada,  # type: ignore[arg-type]
        cycle_id=cycle_id,
        kind=SessionKind.PLANNING,
        scope=Scope.TEAM,
        trigger=Trigger.QUARTERLY_PLANNING,
        team_ids=(team_id,),
        starts_at=datetime(2026, 12, 14, 9, 0, tzinfo=UTC),
        preset=preset,
    )
    steps = tuple(Step(id=kind.value, kind=kind, title=kind.value, minutes=10) for kind in KINDS)
    _act(world, session, ADA, SetAgenda(steps=steps))
    for person in (ADA, BEN, CLEO):
        _act(world, session, person, Join())
    _act(world, session, ADA, OpenRoom())
    return session


def _drafted(world: World) -> tuple[Session, str]:
    """A session with an agreed objective and one key result."""
    cycle, team = world.cycle(), world.team()
    company = world.team(name="Shop", kind=TeamKind.COMPANY, project_key="SHOP")
    world.objective(cycle, company, title="Be the first choice of small shops")
    session = _book(world, cycle.id, team.id)
    objective = _act(world, session, BEN, DraftObjective(team_id=team.id, title="Be loved by the shops we serve"))
    _act(world, session, ADA, AgreeObjective(objective_id=objective))
    _act(world, session, ADA, Advance(step_id="objectives"))
    words = DraftKeyResult(objective_id=objective, title="Raise weekly active shops", baseline=100, target=200)
    return session, _act(world, session, CLEO, words)


def test_a_site_without_a_company_objective_blocks_and_names_the_way_out(world: World) -> None:
    """M-09, through the store."""
    cycle, team = world.cycle(), world.team()
    session = _book(world, cycle.id, team.id)
    with pytest.raises(NorthStarMissing, match="North Star"):
        _act(world, session, BEN, DraftObjective(team_id=team.id, title="Be loved by the shops we serve"))
    assert "M-09" in {each.rule for each in _view(world, session).blockers}


def test_the_room_knows_what_stands_above_and_what_was_left_behind(world: World) -> None:
    """W-11, T-02."""
    team = world.team()
    company = world.team(name="Shop", kind=TeamKind.COMPANY, project_key="SHOP")
    before = world.cycle()
    left = world.objective(before, team, title="Answer before anybody waits")
    world.objective(before, company, title="Old star")
    now = world.cycle(key="2027-Q1", name="Q1 2027", starts_on=date(2027, 1, 1), ends_on=date(2027, 3, 31))
    star = world.objective(now, company, title="Be the first choice of small shops")
    facts = _view(world, _book(world, now.id, team.id)).facts
    assert [each.id for each in facts.above] == [star.id]
    assert [each.id for each in facts.unfinished] == [left.id]
    assert facts.outcomes == {}


def test_a_draft_survives_a_new_process_with_its_count_of_challenges(world: World) -> None:
    """M-02: the repeat count is part of the log."""
    session, kr = _drafted(world)
    objective_id = _view(world, session).room.drafts.objectives()[0].id
    _act(world, session, CLEO, DraftKeyResult(objective_id=objective_id, title="Launch the portal"))
    known = _view(world, session).room
    look.forget(store=world.store)
    again = _view(world, session).room
    assert again == known
    assert [each.challenges for each in again.drafts.key_results()] == [0, 1]
    assert again.drafts.key_result(kr) is not None


def _votes(world: World, session: Session, kr: str) -> dict[str, float]:
    votes = {ADA: 0.61, BEN: 0.64, CLEO: 0.93}
    for person, confidence in votes.items():
        sealed = seal(key_result_id=kr, voter=person, confidence=confidence, nonce=NONCE)
        _act(world, session, person, SealConfidence(key_result_id=kr, seal=sealed.seal))
    return votes


def test_no_document_of_a_room_holds_a_single_vote(world: World) -> None:
    """Requirements 2.8, W-09: not before the reveal, not after it, to nobody."""
    session, kr = _drafted(world)
    _act(world, session, ADA, Advance(step_id="key_results"))
    votes = _votes(world, session, kr)
    sealed = json.dumps(document(_view(world, session, BEN))["confidence"])
    assert json.loads(sealed)[0] == {
        "key_result_id": kr,
        "state": "sealing",
        "sealed": 3,
        "revealed": 0,
        "summary": None,
    }
    _act(world, session, ADA, OpenReveal())
    for person, confidence in list(votes.items())[:2]:
        _act(world, session, person, RevealConfidence(key_result_id=kr, confidence=confidence, nonce=NONCE))
    assert document(_view(world, session, BEN))["confidence"][0]["summary"] is None
    _act(world, session, CLEO, RevealConfidence(key_result_id=kr, confidence=votes[CLEO], nonce=NONCE))
    shown = document(_view(world, session, BEN))["confidence"][0]
    assert shown["summary"] == {"votes": 3, "median": 0.64, "lowest": 0.61, "highest": 0.93}
    assert not {ADA, BEN, CLEO} & set(json.dumps(shown).split('"'))


def test_whoever_owns_much_elsewhere_is_seen(world: World) -> None:
    """T-10c: the load counts key results outside of the room."""
    session, kr = _drafted(world)
    facts = _view(world, session).facts
    other = world.objective(facts.cycle, facts.teams[0], title="Be quick")
    for number in range(3):
        world.key_result(other, title=f"Hours until answer {number}", owner=ADA)
    _act(world, session, BEN, OwnKeyResult(key_result_id=kr, owner=ADA, checkin_days=7))
    _act(world, session, ADA, Advance(step_id="key_results"))
    _votes(world, session, kr)
    _act(world, session, ADA, OpenReveal())
    for person, confidence in {ADA: 0.61, BEN: 0.64, CLEO: 0.93}.items():
        _act(world, session, person, RevealConfidence(key_result_id=kr, confidence=confidence, nonce=NONCE))
    _act(world, session, ADA, Advance(step_id="confidence"))
    assert [each.subject_id for each in _view(world, session).blockers if each.rule == "T-10c"] == [ADA]
