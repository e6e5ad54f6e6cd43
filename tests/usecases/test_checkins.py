"""Recording check-ins and reading what follows from them."""

from datetime import UTC, datetime, timedelta

import pytest

from service.domain.errors import DomainError, NotThere
from service.domain.model import Checkin, CheckinSource, CycleState, Initiative, Issue, KeyResult
from service.usecases.cancel_key_result import cancel_key_result
from service.usecases.list_checkins import list_checkins
from service.usecases.list_initiatives import list_initiatives
from service.usecases.move_cycle import move_cycle
from service.usecases.read_board import read_board
from service.usecases.read_objective import read_objective
from service.usecases.record_checkin import RecordedCheckin, append_checkin, record_checkin
from tests.usecases.world import ADA, WHY, World


@pytest.fixture
def key_result(world: World) -> KeyResult:
    """A key result from 100 to 200, mapped to an epic."""
    objective = world.objective(world.cycle(), world.team())
    world.map_to_epic(objective)
    made = world.key_result(objective)
    world.jobs.clear()
    return made


def check_in(world: World, key_result: KeyResult, value: float | None = 150.0, **words: object) -> RecordedCheckin:
    """Check in as Ada."""
    return record_checkin(**world.by_ada, key_result_id=key_result.id, value=value, **words)  # type: ignore[arg-type]


def test_a_checkin_is_kept_with_its_author_and_wakes_the_workers(world: World, key_result: KeyResult) -> None:
    recorded = check_in(world, key_result, confidence=0.7, note=" going well ")
    assert recorded.created
    assert (recorded.checkin.author, recorded.checkin.at, recorded.checkin.note) == (ADA, world.at, "going well")
    assert list_checkins(**world.here, key_result_id=key_result.id) == (recorded.checkin,)
    assert ("publish_objective", (world.site_id, key_result.objective_id)) in world.jobs


def test_the_same_key_and_content_answers_the_first(world: World, key_result: KeyResult) -> None:
    first = check_in(world, key_result, key="k1")
    world.later(minutes=3)
    with world.unchanged():
        again = check_in(world, key_result, key="k1")
    assert (again.created, again.checkin) == (False, first.checkin)


@pytest.mark.parametrize(
    "other",
    [{"value": 151.0}, {"confidence": 0.1}, {"note": "x"}, {"at": datetime(2026, 11, 1, tzinfo=UTC)}],
    ids=lambda other: next(iter(other)),
)
def test_the_same_key_with_other_content_is_a_conflict(
    world: World, key_result: KeyResult, other: dict[str, object]
) -> None:
    check_in(world, key_result, key="k1")
    with pytest.raises(DomainError, match=next(iter(other))) as refused:
        check_in(world, key_result, **{"key": "k1", **other})
    assert (refused.value.code, refused.value.status) == ("idempotency_conflict", 409)


def test_a_key_belongs_to_one_key_result(world: World, key_result: KeyResult) -> None:
    with world.store.reading() as tx:
        objective = tx.objectives.get(site_id=world.site_id, id=key_result.objective_id)
    other = world.key_result(objective, title="Other")
    assert check_in(world, key_result, key="k").created
    assert check_in(world, other, value=1.0, key="k").created


@pytest.mark.parametrize(
    ("words", "code", "field"),
    [
        ({"value": float("inf")}, "value_not_finite", "value"),
        ({"projection": float("nan")}, "value_not_finite", "projection"),
        ({"confidence": 1.01}, "confidence_out_of_range", "confidence"),
        ({"value": None}, "checkin_empty", "value"),
        ({"at": datetime(2026, 11, 21, tzinfo=UTC)}, "checkin_in_future", "at"),
        ({"at": datetime(2026, 9, 1, tzinfo=UTC)}, "checkin_outside_cycle", "at"),
    ],
)
def test_what_cannot_be_true_is_refused(
    world: World, key_result: KeyResult, words: dict[str, object], code: str, field: str
) -> None:
    with world.unchanged(), pytest.raises(DomainError) as refused:
        check_in(world, key_result, **{"value": 1.0, **words})
    assert (refused.value.code, refused.value.field) == (code, field)
    assert list_checkins(**world.here, key_result_id=key_result.id) == ()


def test_late_numbers_are_welcome_and_logged(
    world: World, key_result: KeyResult, caplog: pytest.LogCaptureFixture
) -> None:
    """Requirements 3.4: late data after close is allowed and logged."""
    with world.store.reading() as tx:
        (cycle,) = tx.cycles.list(site_id=world.site_id)
    for state in (CycleState.REVIEW, CycleState.CLOSED):
        move_cycle(**world.by_ada, cycle_id=cycle.id, state=state, regardless=True)
    world.later(days=2)
    with caplog.at_level("INFO"):
        assert check_in(world, key_result).created
    assert "late check-in" in caplog.messages


def test_a_cancelled_key_result_takes_no_checkin(world: World, key_result: KeyResult) -> None:
    cancel_key_result(**world.by_ada, key_result_id=key_result.id, because=WHY)
    with pytest.raises(DomainError) as refused:
        check_in(world, key_result)
    assert refused.value.code == "plan_closed"


def test_what_stands_in_jira_is_recorded_whenever_it_was(world: World, key_result: KeyResult) -> None:
    """A person's edit before the cycle began is still what the field says."""
    early = Checkin(
        id="e" * 32,
        key_result_id=key_result.id,
        at=datetime(2026, 9, 1, tzinfo=UTC),
        value=110,
        author=ADA,
        source=CheckinSource.FIELD,
        key="changelog:1",
        recorded_at=world.at,
    )
    for created in (True, False):
        with world.store.transaction() as tx:
            recorded = append_checkin(tx=tx, parts=world.parts, site_id=world.site_id, checkin=early)
        assert recorded.created is created


def test_an_unknown_key_result_is_named(world: World, key_result: KeyResult) -> None:
    with pytest.raises(NotThere, match="no key result"):
        record_checkin(**world.by_ada, key_result_id="f" * 32, value=1.0)  # type: ignore[arg-type]


def test_a_site_without_a_cycle_has_no_board(world: World) -> None:
    assert read_board(**world.here) is None
    with pytest.raises(NotThere, match="no cycle"):
        read_board(**world.here, cycle_id="f" * 32)


def test_the_board_shows_the_latest_value(world: World, key_result: KeyResult) -> None:
    check_in(world, key_result, 150.0, confidence=0.4)
    world.later(seconds=1)
    check_in(world, key_result, 120.0, at=world.at - timedelta(days=3))
    board = read_board(**world.here)
    assert board is not None
    (view,) = board.objectives()
    assert (view.progress, view.key_results[0].value, view.key_results[0].confidence) == (0.5, 150.0, 0.4)
    assert read_objective(**world.here, objective_id=key_result.objective_id) == view
    with pytest.raises(NotThere, match="no objective"):
        read_objective(**world.here, objective_id="f" * 32)


def test_many_checkins_are_appended_at_once(world: World, key_result: KeyResult) -> None:
    many = [
        Checkin(
            id=f"{n}", key_result_id=key_result.id, at=world.at, value=float(n), key=f"row {n}", recorded_at=world.at
        )
        for n in range(3)
    ]
    with world.store.transaction() as tx:
        tx.checkins.add_many(site_id=world.site_id, new=many)
        tx.checkins.add_many(site_id=world.site_id, new=())
    assert list_checkins(**world.here, key_result_id=key_result.id) == tuple(many)


def test_the_newest_checkins_can_be_asked_for(world: World, key_result: KeyResult) -> None:
    for value in (110.0, 120.0, 130.0):
        world.later(minutes=1)
        check_in(world, key_result, value)
    newest = list_checkins(**world.here, key_result_id=key_result.id, limit=2)
    assert [each.value for each in newest] == [120.0, 130.0]


def test_initiatives_of_a_key_result_are_listed(world: World, key_result: KeyResult) -> None:
    issue = Issue(id="10001", key="GROW-1", summary="Shorten the sign-up")
    with world.store.transaction() as tx:
        tx.issues.put(site_id=world.site_id, item=issue)
        tx.initiatives.link(
            site_id=world.site_id, initiative=Initiative(key_result_id=key_result.id, issue_id=issue.id)
        )
    assert list_initiatives(**world.here, key_result_id=key_result.id) == (issue,)
