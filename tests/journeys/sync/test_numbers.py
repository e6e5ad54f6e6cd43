"""Numbers between Jira's fields and check-ins, both ways. Issue "The main job", points 3 and 4."""

from service.domain.model import CheckinSource
from service.usecases.list_checkins import list_checkins
from service.usecases.record_checkin import record_checkin
from tests.journeys.sync.house import BEN, CLEO, PROPERTY, House
from tests.usecases.world import WHY


def test_a_new_objective_becomes_an_epic_with_its_property(home: House) -> None:
    objective, key_result = home.plan()
    epic = home.epic(objective)
    assert home.site.jira.type_of(epic).level == 1
    assert epic.values["summary"] == "Be loved by small shops"
    told = epic.properties[PROPERTY]
    assert told["objective_id"] == objective.id
    assert told["cycle"] == "now"
    assert [row["id"] for row in told["key_results"]] == [key_result.id]
    assert "progress_percent" not in told, "no number is better than a wrong one"


def test_a_check_in_writes_the_field_and_the_property(home: House) -> None:
    objective, key_result = home.plan()
    record_checkin(**home.by_ada, key_result_id=key_result.id, value=40.0, confidence=0.6)
    home.settle()
    epic = home.epic(objective)
    assert home.shown(epic, "kr-1") == 40
    assert epic.properties[PROPERTY]["progress_percent"] == 40
    assert epic.properties[PROPERTY]["confidence_percent"] == 60
    histories = list_checkins(**home.here, key_result_id=key_result.id)
    assert [each.source for each in histories] == [CheckinSource.HUMAN], "our own echo is no check-in"


def test_an_edit_of_the_field_is_a_check_in_by_that_person(home: House) -> None:
    objective, key_result = home.plan()
    home.type_in(home.epic(objective), "kr-1", 25, by=BEN)
    home.settle()
    home.type_in(home.epic(objective), "kr-1", 55, by=CLEO)
    home.settle()
    histories = list_checkins(**home.here, key_result_id=key_result.id)
    assert [(each.value, each.author, each.source) for each in histories] == [
        (25, BEN, CheckinSource.FIELD),
        (55, CLEO, CheckinSource.FIELD),
    ]
    assert home.number(objective).progress == 0.55
    assert home.epic(objective).properties[PROPERTY]["progress_percent"] == 55


def test_edits_that_were_never_heard_of_are_all_recorded_with_their_instants(home: House) -> None:
    objective, key_result = home.plan()
    epic = home.epic(objective)
    home.site.faults.add("drop-webhooks:3")
    for person, value in ((BEN, 10), (CLEO, 20), (BEN, 30)):
        home.type_in(epic, "kr-1", value, by=person)
    home.site.faults.clear()
    home.settle()
    assert list_checkins(**home.here, key_result_id=key_result.id) == ()
    home.type_in(epic, "kr-1", 35, by=CLEO)
    home.settle()
    histories = list_checkins(**home.here, key_result_id=key_result.id)
    assert [(each.value, each.author) for each in histories] == [(10, BEN), (20, CLEO), (30, BEN), (35, CLEO)]
    moments = [
        entry.created_at.replace(microsecond=entry.created_at.microsecond // 1000 * 1000)
        for entry in epic.histories[-4:]
    ]
    assert [each.at for each in histories] == moments


def test_an_emptied_field_shows_our_number_again(home: House) -> None:
    objective, key_result = home.plan()
    record_checkin(**home.by_ada, key_result_id=key_result.id, value=40.0)
    home.settle()
    home.type_in(home.epic(objective), "kr-1", None)
    home.settle()
    assert home.shown(home.epic(objective), "kr-1") == 40
    assert len(list_checkins(**home.here, key_result_id=key_result.id)) == 1


def test_a_person_who_edits_while_we_publish_is_not_overwritten(home: House) -> None:
    objective, key_result = home.plan()
    record_checkin(**home.by_ada, key_result_id=key_result.id, value=40.0)
    home.type_in(home.epic(objective), "kr-1", 45, by=BEN)  # after our check-in, before its publication
    home.settle()
    assert home.shown(home.epic(objective), "kr-1") == 45
    assert home.number(objective).value == 45


def test_a_second_publication_writes_nothing(home: House) -> None:
    objective, key_result = home.plan()
    record_checkin(**home.by_ada, key_result_id=key_result.id, value=40.0)
    home.settle()
    histories = len(home.epic(objective).histories)
    with home.needs.store.transaction() as tx:
        tx.objectives.mark_changed(site_id=home.site_id, id=objective.id)
    from service.usecases.publish_objective import publish_objective

    assert publish_objective(**home.here, objective_id=objective.id) is False
    assert len(home.epic(objective).histories) == histories


def test_titles_follow_from_either_side(home: House) -> None:
    from service.usecases.edit_objective import edit_objective

    objective, _ = home.plan()
    edit_objective(**home.by_ada, objective_id=objective.id, title="Be needed by small shops")
    home.settle()
    assert home.epic(objective).values["summary"] == "Be needed by small shops"
    home.site.jira.edit(home.epic(objective).id, {"summary": "Be missed by small shops"}, by=BEN)
    home.settle()
    assert home.view(objective).objective.title == "Be missed by small shops"
    assert home.epic(objective).values["summary"] == "Be missed by small shops"


def test_the_slot_of_a_cancelled_key_result_is_emptied_for_the_next(home: House) -> None:
    from service.usecases.cancel_key_result import cancel_key_result

    objective, key_result = home.plan()
    record_checkin(**home.by_ada, key_result_id=key_result.id, value=40.0)
    home.settle()
    cancel_key_result(**home.by_ada, key_result_id=key_result.id, because=WHY)
    replaced = home.key_result(objective.id, title="Shops that renew")  # before the field could be emptied
    home.settle()
    assert replaced.tracker.slot == 1
    assert list_checkins(**home.here, key_result_id=replaced.id) == (), "the old number is nobody's check-in"
    assert home.shown(home.epic(objective), "kr-1") is None
