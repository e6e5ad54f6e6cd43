"""Every promise is in the ledger from its first day, and the ledger rebuilds what is stored. Source: T-20, requirements 2.7."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from service.domain.ledger import entry_of, promise_of, replay, verify
from service.domain.model import CycleState, TrackerKind
from service.usecases.assign_owner import assign_owner
from service.usecases.cancel_key_result import cancel_key_result
from service.usecases.change_tracker import change_tracker
from service.usecases.edit_key_result import edit_key_result
from service.usecases.move_cycle import move_cycle
from service.usecases.record_checkin import record_checkin
from tests.usecases.world import ADA, WHY, World

STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("target"), st.floats(min_value=101, max_value=1e6)),
        st.tuples(st.just("title"), st.sampled_from(["One", "Two"])),
        st.tuples(st.just("weight"), st.sampled_from([1.0, 2.0])),
        st.tuples(st.just("confidence"), st.sampled_from([0.5, 0.6])),
        st.just(("owner", ADA)),
        st.tuples(st.just("tracker"), st.sampled_from([TrackerKind.MANUAL, TrackerKind.PUSH, TrackerKind.INITIATIVES])),
    ),
    max_size=8,
)


def kinds(world: World) -> list[str]:
    """What the ledger says, in order, after proving that its chain holds."""
    with world.store.reading() as tx:
        links = tx.ledger.list(site_id=world.site_id)
    assert verify(links=links) == ()
    return [link.kind for link in links]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_replaying_the_ledger_gives_what_is_stored(empty: World, steps: list[tuple[str, object]]) -> None:
    empty.install(client_key=empty.parts.new_id(), base_url=f"https://{empty.parts.new_id()}.atlassian.net")
    key_result = empty.key_result(empty.objective(empty.cycle(), empty.team()))
    for field, value in steps:
        empty.later(seconds=1)
        if field == "owner":
            assign_owner(**empty.by_ada, key_result_id=key_result.id, owner=str(value), because=WHY)
        elif field == "tracker":
            kind = TrackerKind(str(value))
            change_tracker(**empty.by_ada, key_result_id=key_result.id, tracker_kind=kind, because=WHY)
        else:
            edit_key_result(**empty.by_ada, key_result_id=key_result.id, changes={field: value}, because=WHY)
    with empty.store.reading() as tx:
        links = tx.ledger.list(site_id=empty.site_id)
        stored = tx.key_results.get(site_id=empty.site_id, id=key_result.id)
    assert verify(links=links) == ()
    rebuilt = replay(entries=[entry_of(link=link) for link in links])
    assert rebuilt[key_result.id] == promise_of(key_result=stored)


def test_the_ledger_tells_who_did_what(world: World) -> None:
    cycle = world.cycle()
    objective = world.objective(cycle, world.team())
    key_result = world.key_result(objective)
    edit_key_result(
        **world.by_ada, key_result_id=key_result.id, changes={"target": 300.0, "confidence": 0.5}, because=WHY
    )
    edit_key_result(**world.by_ada, key_result_id=key_result.id, changes={"confidence": 0.6})
    other = world.key_result(objective, title="Two")
    cancel_key_result(**world.by_ada, key_result_id=other.id, because=WHY)
    for state in (CycleState.REVIEW, CycleState.CLOSED):
        move_cycle(**world.by_ada, cycle_id=cycle.id, state=state, regardless=True)
    world.later(days=1)
    record_checkin(**world.by_ada, key_result_id=key_result.id, value=1.0)
    assert kinds(world) == [
        *("created", "amended", "created", "cancelled"),
        *("cycle_moved", "cycle_moved", "sealed", "late_checkin"),
    ]
    with world.store.reading() as tx:
        amended = entry_of(link=tx.ledger.list(site_id=world.site_id, subject_id=key_result.id)[1])
    assert [(each.field, each.old, each.new) for each in amended.changes] == [("target", 200.0, 300.0)]
    assert amended.author == ADA
