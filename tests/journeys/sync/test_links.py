"""Initiatives linked by the field, the panel and the API; trackers that count them. Issue "The main job", point 4."""

import pytest

from connect.descriptor import INITIATIVE_PROPERTY
from service.domain.errors import Forbidden
from service.domain.model import CheckinSource, LinkSource, TrackerKind
from service.usecases.cancel_key_result import cancel_key_result
from service.usecases.edit_key_result import edit_key_result
from service.usecases.link_initiative import IssueMissing, LinksItself, link_initiative
from service.usecases.list_checkins import list_checkins
from service.usecases.list_initiatives import list_initiatives
from service.usecases.record_checkin import record_checkin
from service.usecases.unlink_initiative import unlink_initiative
from tests.journeys.sync.house import BEN, CLEO, PROPERTY, House
from tests.usecases.world import WHY


def option_of(home: House, key_result_id: str) -> int:
    with home.needs.store.reading() as tx:
        option_id = tx.key_results.get(site_id=home.site_id, id=key_result_id).option_id
    assert option_id is not None
    return option_id


def options(home: House) -> dict[int, str]:
    found = home.site.jira.fields.find("northstar__key-results")
    assert found is not None
    return {option.id: option.value for option in found.options.values()}


def test_each_key_result_has_an_option_named_after_its_epic(home: House) -> None:
    objective, key_result = home.plan()
    name = f"{home.epic(objective).key} · Weekly active shops"
    assert options(home) == {option_of(home, key_result.id): name}
    edit_key_result(**home.by_ada, key_result_id=key_result.id, changes={"title": "Shops active weekly"})
    home.settle()
    assert options(home) == {option_of(home, key_result.id): name.replace("Weekly active shops", "Shops active weekly")}
    cancel_key_result(**home.by_ada, key_result_id=key_result.id, because=WHY)
    home.settle()
    assert options(home)[option_of(home, key_result.id)].endswith("(cancelled)")


def test_setting_the_field_links_and_clearing_it_unlinks(home: House) -> None:
    """G-18: a task is mapped to a key result where it lives, in Jira."""
    _, key_result = home.plan()
    story = home.story()
    home.type_in(story, "key-results", [{"id": option_of(home, key_result.id)}], by=CLEO)
    home.settle()
    linked = list_initiatives(**home.here, key_result_id=key_result.id)
    assert [each.key for each in linked] == [story.key]
    with home.needs.store.reading() as tx:
        link = tx.initiatives.of_issue(site_id=home.site_id, issue_id=story.id)[0]
    assert (link.source, link.linked_by) == (LinkSource.FIELD, CLEO)
    assert story.properties[INITIATIVE_PROPERTY] == {"key_results": [key_result.id]}
    home.type_in(story, "key-results", None)
    home.settle()
    assert list_initiatives(**home.here, key_result_id=key_result.id) == ()
    assert story.properties[INITIATIVE_PROPERTY] == {"key_results": []}


def test_linking_by_the_api_sets_the_field_beside_what_stands_there(home: House) -> None:
    objective, first = home.plan()
    second = home.key_result(objective.id, title="Shops that renew")
    home.settle()
    story = home.story()
    home.site.faults.add("drop-webhooks:1")
    home.type_in(story, "key-results", [{"id": option_of(home, first.id)}])  # nobody tells us of it
    link_initiative(**home.by_ada, key_result_id=second.id, issue=story.key)
    home.settle()
    assert set(home.shown(story, "key-results")) == {option_of(home, first.id), option_of(home, second.id)}
    assert [each.id for each in list_initiatives(**home.here, key_result_id=first.id)] == [story.id]
    unlink_initiative(**home.by_ada, key_result_id=second.id, issue=story.key)
    home.settle()
    assert set(home.shown(story, "key-results")) == {option_of(home, first.id)}


def test_finished_work_moves_a_key_result_that_counts_it(home: House) -> None:
    """G-18: what is mapped is counted."""
    objective, key_result = home.plan(tracker_kind=TrackerKind.INITIATIVES, baseline=None, target=None)
    stories = [home.story(number) for number in range(4)]
    for story in stories:
        link_initiative(**home.by_ada, key_result_id=key_result.id, issue=story.key)
    home.settle()
    home.site.jira.change_status(stories[0].key, "Done", BEN)
    home.settle()
    assert home.number(objective).progress == 0.25
    assert home.shown(home.epic(objective), "kr-1") == 25
    assert home.epic(objective).properties[PROPERTY]["progress_percent"] == 25
    assert stories[3].properties[INITIATIVE_PROPERTY] == {"key_results": [key_result.id], "progress_percent": 25}
    latest = list_checkins(**home.here, key_result_id=key_result.id)[-1]
    assert (latest.source, latest.provenance) == (CheckinSource.TRACKER, "1 of 4 initiatives done")


def test_a_persons_word_stays_until_the_tracker_moves_again(home: House) -> None:
    objective, key_result = home.plan(tracker_kind=TrackerKind.INITIATIVES, baseline=None, target=None)
    stories = [home.story(number) for number in range(2)]
    for story in stories:
        link_initiative(**home.by_ada, key_result_id=key_result.id, issue=story.key)
    home.site.jira.change_status(stories[0].key, "Done", BEN)
    home.settle()
    record_checkin(**home.by_ada, key_result_id=key_result.id, value=30.0, note="The first one was small.")
    home.settle()
    home.site.jira.edit(stories[1].id, {"summary": "Called otherwise"}, by=BEN)
    home.settle()
    assert home.number(objective).value == 30
    home.site.jira.change_status(stories[1].key, "Done", BEN)
    home.settle()
    assert home.number(objective).value == 100
    values = [each.value for each in list_checkins(**home.here, key_result_id=key_result.id)]
    assert values == [0, 50, 30, 100] or values == [50, 30, 100], "nothing of the history is lost"


def test_a_deleted_issue_leaves_the_count(home: House) -> None:
    objective, key_result = home.plan(tracker_kind=TrackerKind.INITIATIVES, baseline=None, target=None)
    stories = [home.story(number) for number in range(2)]
    for story in stories:
        link_initiative(**home.by_ada, key_result_id=key_result.id, issue=story.key)
    home.site.jira.change_status(stories[0].key, "Done", BEN)
    home.settle()
    home.site.jira.delete(stories[1].key, BEN)
    home.settle()
    assert home.number(objective).value == 100
    assert [each.gone for each in list_initiatives(**home.here, key_result_id=key_result.id)] == [False, True]


def test_what_may_not_be_linked(home: House) -> None:
    objective, key_result = home.plan()
    with pytest.raises(IssueMissing, match="DEMO-9999") as missing:
        link_initiative(**home.by_ada, key_result_id=key_result.id, issue="DEMO-9999")
    assert missing.value.field == "issue"
    with pytest.raises(LinksItself):
        link_initiative(**home.by_ada, key_result_id=key_result.id, issue=home.epic(objective).key)
    for project in home.site.jira.projects.values():
        project.revoked[CLEO] = {"EDIT_ISSUES"}
    for person in (CLEO, "5f-nobody"):
        with pytest.raises(Forbidden, match="Edit Issues"):
            link_initiative(**{**home.by_ada, "by": person}, key_result_id=key_result.id, issue=home.story().key)


def test_an_issue_nobody_linked_costs_one_read(home: House) -> None:
    home.plan()
    before = len(home.calls())
    home.site.jira.edit(home.story().id, {"summary": "Something else"}, by=BEN)
    home.settle()
    assert home.ran[-1] == "apply_issue_change"
    assert home.calls()[before:] == [f"GET /rest/api/3/issue/{home.story().id}"] * (2 if home.twice else 1)
