"""Ledger and check-ins alone rebuild what is stored, whatever was done before. Source: requirements 2.7, 3.6."""

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from service.domain.ledger import EntryKind, as_promised, entry_of, replay
from service.domain.model import CycleState, KeyResult, KeyResultState
from service.domain.progress import progress
from service.usecases.assign_owner import assign_owner
from service.usecases.cancel_key_result import cancel_key_result
from service.usecases.carry_objective import carry_objective
from service.usecases.edit_key_result import edit_key_result
from service.usecases.move_cycle import move_cycle
from service.usecases.read_board import read_board
from service.usecases.record_checkin import record_checkin
from service.usecases.verify_ledger import verify_ledger
from tests.usecases.world import ADA, WHY, World

NUMBER = st.floats(min_value=-1e6, max_value=1e6, allow_nan=False)
STEP = st.one_of(
    st.tuples(st.just("target"), st.floats(min_value=101, max_value=1e6)),
    st.tuples(st.just("baseline"), st.floats(min_value=-1e6, max_value=100)),
    st.tuples(st.just("weight"), st.floats(min_value=0.1, max_value=9)),
    st.tuples(st.just("unit"), st.sampled_from(["", "EUR", "%"])),
    st.tuples(st.just("owner"), st.just(ADA)),
    st.tuples(st.just("check-in"), NUMBER),
    st.tuples(st.just("cancel"), st.just(0.0)),
    st.tuples(st.just("move"), st.just(0.0)),
    st.tuples(st.just("carry"), st.just(0.0)),
)


def do(world: World, word: str, value: object, row: KeyResult) -> None:
    """Take one step; a closed or cancelled plan refuses most of them, which is a history too."""
    on = {**world.by_ada, "key_result_id": row.id}
    with world.store.reading() as tx:
        objective = tx.objectives.get(site_id=world.site_id, id=row.objective_id)
        cycles = tx.cycles.list(site_id=world.site_id)
    cycle = next(each for each in cycles if each.id == objective.cycle_id)
    is_open = cycle.state is not CycleState.CLOSED and objective.state == "active" and row.state == "active"
    if word == "check-in" and row.state == "active":
        record_checkin(**on, value=value)  # type: ignore[arg-type]
    elif word == "move" and cycle.state is not CycleState.CLOSED:
        following = CycleState.REVIEW if cycle.state is CycleState.ACTIVE else CycleState.CLOSED
        move_cycle(**world.by_ada, cycle_id=cycle.id, state=following, regardless=True)  # type: ignore[arg-type]
    elif word == "carry" and objective.state == "active" and row.state == "active" and len(cycles) == 1:
        into = world.cycle(key="next")
        view = read_board(**world.here, cycle_id=cycle.id)  # type: ignore[arg-type]
        assert view is not None
        if (view.objectives()[0].key_results[0].progress or 0.0) < 1:
            carry_objective(**world.by_ada, objective_id=objective.id, cycle_id=into.id)  # type: ignore[arg-type]
    elif not is_open:
        return
    elif word == "cancel":
        cancel_key_result(**on, because=WHY)  # type: ignore[arg-type]
    elif word == "owner":
        assign_owner(**on, owner=str(value), because=WHY)  # type: ignore[arg-type]
    elif word in ("target", "baseline", "weight", "unit"):
        edit_key_result(**on, changes={word: value}, because=WHY)  # type: ignore[arg-type]


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(STEP, max_size=10))
def test_ledger_and_check_ins_rebuild_the_stored_state(empty: World, steps: list[tuple[str, object]]) -> None:
    empty.install(client_key=empty.parts.new_id(), base_url=f"https://{empty.parts.new_id()}.atlassian.net")
    empty.key_result(empty.objective(empty.cycle(), empty.team()))
    for word, value in steps:
        empty.later(seconds=1)
        with empty.store.reading() as tx:
            newest = tx.key_results.list(site_id=empty.site_id)
        do(empty, word, value, max(newest, key=lambda each: each.id))
    report = verify_ledger(**empty.here)  # type: ignore[arg-type]
    assert report.is_sound, report

    with empty.store.reading() as tx:
        entries = [entry_of(link=link) for link in tx.ledger.list(site_id=empty.site_id)]
        stored = tx.key_results.list(site_id=empty.site_id)
        cycles = tx.cycles.list(site_id=empty.site_id)
        history = tx.checkins.of_key_results(site_id=empty.site_id, key_result_ids=[each.id for each in stored])
    cancelled = {each.subject_id for each in entries if each.kind is EntryKind.CANCELLED}
    promises = replay(entries=entries)
    boards = [read_board(**empty.here, cycle_id=each.id) for each in cycles]  # type: ignore[arg-type]
    views = {
        view.key_result.id: view for board in boards if board for one in board.objectives() for view in one.key_results
    }
    blank = {"title": "", "target": None, "baseline": None, "weight": 0.0, "unit": "", "owner": None}
    for row in stored:
        state = KeyResultState.CANCELLED if row.id in cancelled else KeyResultState.ACTIVE
        rebuilt = as_promised(key_result=replace(row, **blank), promise=promises[row.id])  # type: ignore[arg-type]
        assert replace(rebuilt, state=state) == row
        own = [each for each in history if each.key_result_id == row.id]
        value = own[-1].value if own else None
        assert views[row.id].value == value
        assert views[row.id].progress == progress(rebuilt, value, own).clamped
