"""Enablers: admitted by doctrine, limited, outside the average, and asked about when their sun sets. Requirements 2.9."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from service.domain.errors import DomainError
from service.domain.ledger import verify
from service.domain.model import (
    CycleState,
    Direction,
    Initiative,
    Issue,
    KeyResult,
    StatusCategory,
    TrackerKind,
)
from service.domain.retrospective import Question
from service.domain.waivers import Waiver
from service.usecases.check_waivers import WaiversChecked, check_waivers
from service.usecases.grant_waiver import grant_waiver
from service.usecases.list_retrospectives import list_retrospectives
from service.usecases.list_waivers import list_waivers
from service.usecases.move_cycle import move_cycle
from service.usecases.read_board import read_board
from service.usecases.record_checkin import record_checkin
from service.usecases.replace_enabler import replace_enabler
from service.usecases.write_retrospective import write_retrospective
from tests.usecases.world import ADA, World


@pytest.fixture
def pair(world: World) -> tuple[KeyResult, KeyResult]:
    """An output and the outcome it unlocks, early in the quarter, at a team that plans by Oboard's doctrine."""
    world.at = datetime(2026, 10, 10, 12, 0, tzinfo=UTC)
    objective = world.objective(world.cycle(), world.team(preset="oboard"))
    output = world.key_result(
        objective,
        title="Set up Google Console",
        direction=Direction.BINARY,
        baseline=None,
        target=None,
        tracker_kind=TrackerKind.MANUAL,
    )
    return output, world.key_result(objective, title="Clicks from search")


def grant(world: World, pair: tuple[KeyResult, KeyResult], **words: Any) -> Waiver:
    whole = {
        "unlocks": (pair[1].id,),
        "owner": ADA,
        "reason": "Nothing is measured yet",
        "expires_on": date(2026, 11, 1),
        **words,
    }
    return grant_waiver(**world.by_ada, key_result_id=pair[0].id, **whole)  # type: ignore[arg-type]


def problems(world: World) -> list[str]:
    with world.store.reading() as tx:
        return [each.code for each in tx.problems.list(site_id=world.site_id)]


def check_in(world: World, key_result: KeyResult, value: float) -> None:
    record_checkin(**world.by_ada, key_result_id=key_result.id, value=value)  # type: ignore[arg-type]


def test_the_look_back_tells_what_an_enabler_came_to(world: World, pair: tuple[KeyResult, KeyResult]) -> None:
    """2.9: delivered, and did what it unlocks move? Asked again where the next cycle is planned."""
    grant(world, pair)
    with world.store.reading() as tx:
        (cycle,) = tx.cycles.list(site_id=world.site_id)
        (team,) = tx.teams.list(site_id=world.site_id)
    move_cycle(**world.by_ada, cycle_id=cycle.id, state=CycleState.REVIEW, regardless=True)  # type: ignore[arg-type]
    answers = dict.fromkeys(Question, "Much.")
    write_retrospective(**world.by_ada, cycle_id=cycle.id, team_id=team.id, answers=answers)  # type: ignore[arg-type]

    def came_to() -> list[tuple[str, bool, bool]]:
        (told,) = list_retrospectives(**world.here, cycle_id=cycle.id)  # type: ignore[arg-type]
        return [(each.title, each.is_delivered, each.has_moved) for each in told.enablers]

    assert came_to() == [("Set up Google Console", False, False)]
    check_in(world, pair[0], 1.0)
    check_waivers(**world.here)  # type: ignore[arg-type]
    assert came_to() == [("Set up Google Console", True, False)]
    check_in(world, pair[1], 130.0)
    assert came_to() == [("Set up Google Console", True, True)]


def test_an_enabler_leaves_the_average_and_the_ledger_says_so(world: World, pair: tuple[KeyResult, KeyResult]) -> None:
    check_in(world, pair[0], 1.0)
    check_in(world, pair[1], 130.0)
    before = read_board(**world.here)
    grant(world, pair)
    after = read_board(**world.here)
    assert before is not None
    assert after is not None
    assert (before.objectives()[0].progress, after.objectives()[0].progress) == (0.65, 0.3)
    with world.store.reading() as tx:
        links = tx.ledger.list(site_id=world.site_id)
    assert verify(links=links) == ()
    assert '"is_enabler"' in links[-1].payload
    assert "Nothing is measured yet" in links[-1].payload


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ({"unlocks": ()}, "unlocks"),
        ({"unlocks": ("f" * 32,)}, "unlocks"),
        ({"owner": ""}, "owner"),
        ({"reason": "  "}, "reason"),
        ({"expires_on": date(2026, 11, 16)}, "expires_on"),
    ],
)
def test_a_waiver_needs_all_of_its_parts(
    world: World, pair: tuple[KeyResult, KeyResult], words: dict[str, Any], field: str
) -> None:
    with world.unchanged(), pytest.raises(DomainError) as refused:
        grant(world, pair, **words)
    assert (refused.value.code, refused.value.field) == ("waiver_refused", field)


def test_the_doctrine_decides(world: World) -> None:
    """S2's Google Console is accepted by Oboard and rejected by Methodiq."""
    world.at = datetime(2026, 10, 10, 12, 0, tzinfo=UTC)
    objective = world.objective(world.cycle(), world.team(preset="methodiq"))
    pair = (world.key_result(objective, title="Set up Google Console"), world.key_result(objective, title="Clicks"))
    with pytest.raises(DomainError, match="Methodiq admits no output"):
        grant(world, pair)


def test_a_second_enabler_of_an_objective_is_one_too_many(world: World, pair: tuple[KeyResult, KeyResult]) -> None:
    grant(world, pair)
    with world.store.reading() as tx:
        objective = tx.objectives.get(site_id=world.site_id, id=pair[0].objective_id)
    other = world.key_result(objective, title="Set up another console")
    with pytest.raises(DomainError, match="1 enabler per objective"):
        grant(world, (other, pair[1]))
    assert grant(world, pair, reason="Better words").reason == "Better words", "its own words may change"


@pytest.mark.parametrize("end", ["expired", "delivered", "issue done"])
def test_when_it_is_over_the_outcome_is_asked_for_and_the_cycle_stays_open(
    world: World, pair: tuple[KeyResult, KeyResult], end: str
) -> None:
    grant(world, pair)
    assert check_waivers(**world.here) == WaiversChecked(looked=1)
    assert problems(world) == []
    if end == "expired":
        world.at = datetime(2026, 11, 2, 12, 0, tzinfo=UTC)
    elif end == "delivered":
        check_in(world, pair[0], 1.0)
    else:
        issue = Issue(id="10001", key="GROW-1", summary="Console", category=StatusCategory.DONE)
        with world.store.transaction() as tx:
            tx.issues.put(site_id=world.site_id, item=issue)
            tx.initiatives.link(
                site_id=world.site_id, initiative=Initiative(key_result_id=pair[0].id, issue_id=issue.id)
            )
    assert check_waivers(**world.here) == WaiversChecked(looked=1, delivered=int(end != "expired"), due=1)
    assert problems(world) == ["enabler_due"]
    cycle_id = _cycle_id(world)
    (view,) = list_waivers(**world.here, cycle_id=cycle_id)
    assert (view.state, view.has_moved) == ("due", False)
    assert view.draft == "Clicks from search from 100 to 200, now that “Set up Google Console” is there"
    world.at = datetime(2027, 1, 2, 12, 0, tzinfo=UTC)
    move_cycle(**world.by_ada, cycle_id=cycle_id, state=CycleState.REVIEW, regardless=True)  # type: ignore[arg-type]
    with pytest.raises(DomainError, match="Google Console"):
        move_cycle(**world.by_ada, cycle_id=cycle_id, state=CycleState.CLOSED)  # type: ignore[arg-type]


def test_an_outcome_takes_its_place(world: World, pair: tuple[KeyResult, KeyResult]) -> None:
    grant(world, pair)
    check_in(world, pair[0], 1.0)
    check_in(world, pair[1], 130.0)
    check_waivers(**world.here)
    for wrong in (pair[0].id, "0" * 32):
        with pytest.raises(DomainError):
            replace_enabler(**world.by_ada, key_result_id=pair[0].id, replaced_by_id=wrong)  # type: ignore[arg-type]
    replace_enabler(**world.by_ada, key_result_id=pair[0].id, replaced_by_id=pair[1].id)  # type: ignore[arg-type]
    assert ("check_waivers", (world.site_id,)) in world.jobs
    check_waivers(**world.here)
    assert problems(world) == []
    (view,) = list_waivers(**world.here, cycle_id=_cycle_id(world))
    assert (view.state, view.has_moved) == ("replaced", True)


def test_what_is_no_enabler_cannot_be_replaced(world: World, pair: tuple[KeyResult, KeyResult]) -> None:
    with pytest.raises(DomainError, match="no waiver"):
        replace_enabler(**world.by_ada, key_result_id=pair[1].id, replaced_by_id=pair[0].id)  # type: ignore[arg-type]


def _cycle_id(world: World) -> str:
    with world.store.reading() as tx:
        (cycle,) = tx.cycles.list(site_id=world.site_id)
    return cycle.id
