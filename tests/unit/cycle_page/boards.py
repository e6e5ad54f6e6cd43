"""Boards built by hand, for what is made from them."""

from datetime import UTC, date, datetime

from service.domain.board import Board, KeyResultView, ObjectiveView, Point, Problem, TeamView
from service.domain.model import (
    Cycle,
    CycleKind,
    CycleState,
    Direction,
    Issue,
    KeyResult,
    Objective,
    Status,
    StatusCategory,
    Team,
    TeamKind,
)

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
CYCLE = Cycle(
    id="c" * 32,
    key="2026-Q4",
    name="Q4 2026",
    kind=CycleKind.QUARTER,
    starts_on=date(2026, 10, 1),
    ends_on=date(2026, 12, 31),
    state=CycleState.ACTIVE,
)
COMPANY = Team(id="hq", name="Harbor & Pine", kind=TeamKind.COMPANY, project_key="HQ")
GROWTH = Team(id="growth", name="Growth", kind=TeamKind.TEAM, project_key="GROW")
POINTS = (
    Point(at=datetime(2026, 10, 8, tzinfo=UTC), value=52.0, progress=0.2),
    Point(
        at=datetime(2026, 11, 20, tzinfo=UTC), value=41.0, progress=0.6, confidence=0.7, note="Carrier <b>switched</b>"
    ),
)


def key_result(**changes: object) -> KeyResultView:
    """Return a key result that is on track, with one linked issue and a note that tries to be markup."""
    issue = Issue(id="10001", key="GROW-1", summary="Offer & ship", status="Done", category=StatusCategory.DONE)
    values: dict[str, object] = {
        "key_result": KeyResult(
            id="k1",
            objective_id="o1",
            title="Cart abandonment <script>alert(1)</script> falls",
            direction=Direction.DECREASE,
            baseline=60.0,
            target=35.0,
            unit="%",
            owner="557058:mira",
        ),
        "value": 41.0,
        "progress": 0.76,
        "raw_progress": 0.76,
        "expected": 0.57,
        "status": Status.ON_TRACK,
        "computed_status": Status.ON_TRACK,
        "confidence": 0.7,
        "last_checkin_at": POINTS[-1].at,
        "series": POINTS,
        "initiatives": (issue,),
        "effort": 1.0,
        "problems": (),
    }
    return KeyResultView(**{**values, **changes})  # type: ignore[arg-type]


def objective(team: Team = GROWTH, **changes: object) -> ObjectiveView:
    """Return an objective with one key result."""
    values: dict[str, object] = {
        "objective": Objective(
            id="o1",
            cycle_id=CYCLE.id,
            team_id=team.id,
            title="Make checkout & delivery effortless",
            why="Half leave.",
            epic_id="10100",
            epic_key="GROW-9",
        ),
        "team": team,
        "progress": 0.76,
        "expected": 0.57,
        "confidence": 0.7,
        "status": Status.ON_TRACK,
        "key_results": (key_result(),),
        "series": POINTS,
        "child_ids": (),
        "problems": (),
    }
    return ObjectiveView(**{**values, **changes})  # type: ignore[arg-type]


def board(*objectives: ObjectiveView) -> Board:
    """Return a board of the Growth team with a company objective as North Star."""
    star = objective(
        COMPANY, objective=Objective(id="o0", cycle_id=CYCLE.id, team_id="hq", title="Be the outfitter people trust")
    )
    shown = objectives or (objective(),)
    return Board(
        cycle=CYCLE,
        as_of=NOW,
        elapsed=0.57,
        progress=0.76,
        north_star=star,
        teams=(
            TeamView(team=COMPANY, progress=0.76, objectives=(star,)),
            TeamView(team=GROWTH, progress=0.76, objectives=shown),
        ),
    )


ORPHANED = Problem(code="owner_missing", message="“Cart abandonment” has no owner.", way_out="Choose one in the panel.")
