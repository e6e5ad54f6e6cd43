"""A key result is shown by another field of its epic, and Jira's numbers stay with those they belong to. Issue 3, point 2."""

from service.domain.exchange import rows_of_document
from service.domain.model import CheckinSource, TrackerKind
from service.usecases.cancel_key_result import cancel_key_result
from service.usecases.change_tracker import change_tracker
from service.usecases.import_plan import import_plan
from service.usecases.list_checkins import list_checkins
from service.usecases.record_checkin import record_checkin
from service.usecases.verify_ledger import verify_ledger
from tests.journeys.sync.house import BEN, House
from tests.usecases.world import WHY


def said(home: House, key_result_id: str) -> list[tuple[float | None, CheckinSource]]:
    return [(each.value, each.source) for each in list_checkins(**home.here, key_result_id=key_result_id)]


def bind(home: House, key_result_id: str, field: str | None, kind: TrackerKind = TrackerKind.FIELD) -> None:
    change_tracker(**home.by_ada, key_result_id=key_result_id, tracker_kind=kind, field=field, because=WHY)


def test_a_field_with_a_number_is_taken_at_its_word(home: House) -> None:
    """Our old number is not written over the one people keep there; edits of the new field are check-ins, of the old one not."""
    objective, key_result = home.plan()
    record_checkin(**home.by_ada, key_result_id=key_result.id, value=40.0)
    home.settle()
    nps = home.site.jira.fields.add_custom("NPS")
    epic = home.epic(objective)
    home.site.jira.set_field(epic.id, nps.id, 62, BEN)
    home.settle()
    bind(home, key_result.id, nps.id)
    home.settle()
    assert said(home, key_result.id) == [(40, CheckinSource.HUMAN), (62, CheckinSource.FIELD)]
    assert home.epic(objective).values[nps.id] == 62
    assert home.shown(home.epic(objective), "kr-1") is None, "the slot it left shows nothing"
    home.site.jira.set_field(epic.id, nps.id, 70, BEN)
    home.type_in(epic, "kr-1", 5)
    home.settle()
    assert said(home, key_result.id)[2:] == [(70, CheckinSource.FIELD)]
    assert home.failed == []
    assert verify_ledger(**home.here).is_sound


def test_an_empty_field_is_given_our_number_and_back_again(home: House) -> None:
    objective, key_result = home.plan()
    record_checkin(**home.by_ada, key_result_id=key_result.id, value=40.0)
    nps = home.site.jira.fields.add_custom("NPS")
    bind(home, key_result.id, nps.id)
    home.settle()
    assert home.epic(objective).values[nps.id] == 40
    bind(home, key_result.id, None)
    home.settle()
    assert home.shown(home.epic(objective), "kr-1") == 40
    assert said(home, key_result.id) == [(40, CheckinSource.HUMAN)]


def test_a_field_that_only_shows_a_query_says_nothing_itself(home: House) -> None:
    objective, key_result = home.plan(tracker_kind=TrackerKind.MANUAL)
    record_checkin(**home.by_ada, key_result_id=key_result.id, value=40.0)
    nps = home.site.jira.fields.add_custom("NPS")
    home.site.jira.set_field(home.epic(objective).id, nps.id, 62, BEN)
    bind(home, key_result.id, nps.id, TrackerKind.MANUAL)
    home.settle()
    assert home.epic(objective).values[nps.id] == 40
    assert said(home, key_result.id) == [(40, CheckinSource.HUMAN)]


def test_the_number_a_bound_key_result_leaves_behind_is_nobodys_check_in(home: House) -> None:
    objective, key_result = home.plan()
    record_checkin(**home.by_ada, key_result_id=key_result.id, value=40.0)
    home.settle()
    bind(home, key_result.id, home.site.jira.fields.add_custom("NPS").id)
    fresh = home.key_result(objective.id, title="Shops that renew")  # before the slot could be emptied
    home.settle()
    assert fresh.tracker.slot == 1
    assert said(home, fresh.id) == []
    assert home.shown(home.epic(objective), "kr-1") is None


def test_the_heir_of_a_slot_starts_without_a_number(home: House) -> None:
    """A sixth key result, which a file may bring, waits for a field; it gets one, and not the number that stood there."""
    objective, first = home.plan()
    for number in range(2, 6):
        home.key_result(objective.id, title=f"KR {number}")
    home.settle()
    row = {"objective": objective.id, "title": "Waits", "direction": "increase", "baseline": 0, "target": 10}
    plan = {"format": "northstar", "version": 1, "key_results": [{"id": "sixth", **row}]}
    import_plan(**home.by_ada, rows=rows_of_document(data=plan))
    record_checkin(**home.by_ada, key_result_id=first.id, value=40.0)
    home.settle()
    waits = home.number(objective, 5).key_result
    assert (waits.title, waits.tracker.slot) == ("Waits", None)
    cancel_key_result(**home.by_ada, key_result_id=first.id, because=WHY)
    home.settle()
    assert home.number(objective, 5).key_result.tracker.slot == 1
    assert said(home, waits.id) == []
    assert home.shown(home.epic(objective), "kr-1") is None
    home.type_in(home.epic(objective), "kr-1", 4)
    home.settle()
    assert said(home, waits.id) == [(4, CheckinSource.FIELD)]
