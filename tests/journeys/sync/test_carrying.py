"""An unfinished objective goes on in the next cycle while Jira watches: epic, field, property and open work follow."""

from datetime import timedelta

from service.domain.model import CheckinSource, CycleKind, CycleState
from service.usecases.carry_objective import carry_objective
from service.usecases.create_cycle import create_cycle
from service.usecases.link_initiative import link_initiative
from service.usecases.list_checkins import list_checkins
from service.usecases.list_initiatives import list_initiatives
from service.usecases.record_checkin import record_checkin
from service.usecases.verify_ledger import verify_ledger
from tests.journeys.sync.house import BEN, PROPERTY, House


def test_the_epic_goes_on_with_the_new_cycle(home: House) -> None:
    """G-15, T-19: what is unfinished continues; the number on the epic keeps its meaning, and nobody's history is mixed up."""
    objective, key_result = home.plan()
    done = home.key_result(objective.id, title="Finished")
    for row, value in ((key_result, 40.0), (done, 100.0)):
        record_checkin(**home.by_ada, key_result_id=row.id, value=value)
    story = home.story()
    link_initiative(**home.by_ada, key_result_id=key_result.id, issue=story.key)
    home.settle()
    today = home.needs.now().date()
    following = create_cycle(
        **home.by_ada,
        key="next",
        name="The next quarter",
        kind=CycleKind.CUSTOM,
        starts_on=today,
        ends_on=today + timedelta(days=90),
        state=CycleState.ACTIVE,
    )
    made = carry_objective(**home.by_ada, objective_id=objective.id, cycle_id=following.id)
    home.settle()
    epic = home.epic(made)
    assert epic.properties[PROPERTY]["objective_id"] == made.id
    assert epic.properties[PROPERTY]["cycle"] == "next"
    assert home.shown(epic, "kr-1") == 40
    (row,) = (each.key_result for each in home.view(made).key_results)
    assert (row.title, row.baseline, row.tracker.slot) == (key_result.title, 40.0, 1)
    assert [each.key for each in list_initiatives(**home.here, key_result_id=row.id)] == [story.key]
    assert [each.key for each in list_initiatives(**home.here, key_result_id=key_result.id)] == [story.key]

    before = list_checkins(**home.here, key_result_id=key_result.id)
    home.type_in(epic, "kr-1", 70, by=BEN)
    home.settle()
    latest = list_checkins(**home.here, key_result_id=row.id)[-1]
    assert (latest.value, latest.author, latest.source) == (70.0, BEN, CheckinSource.FIELD)
    assert home.number(made).progress == 0.5
    assert list_checkins(**home.here, key_result_id=key_result.id) == before
    assert home.failed == []
    assert verify_ledger(**home.here).is_sound
