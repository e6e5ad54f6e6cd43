"""What gets lost is found again: webhooks, jobs, whole outages. Design section 6; issue "The main job", point 4."""

from datetime import timedelta

from service.usecases.link_initiative import link_initiative
from service.usecases.list_checkins import list_checkins
from service.usecases.list_initiatives import list_initiatives
from service.usecases.reconcile_site import reconcile_site
from service.usecases.record_checkin import record_checkin
from service.usecases.sweep import PASSES, sweep
from tests.journeys.sync.house import BEN, PROPERTY, House
from tests.journeys.sync.test_links import option_of


def test_a_broker_that_loses_everything_loses_nothing(home: House) -> None:
    objective, key_result = home.plan()
    link_initiative(**home.by_ada, key_result_id=key_result.id, issue=home.story().key)
    record_checkin(**home.by_ada, key_result_id=key_result.id, value=40.0)
    home.queue.clear()
    swept = sweep(parts=home.needs)
    assert swept.publications == 2
    home.settle()
    assert home.shown(home.epic(objective), "kr-1") == 40
    assert home.shown(home.story(), "key-results") == [option_of(home, key_result.id)]
    home.queue.clear()
    assert sweep(parts=home.needs).publications == 0


def test_passes_are_due_once_an_interval_and_not_all_at_once(home: House) -> None:
    first = sweep(parts=home.needs)
    assert first.passes == len(PASSES)
    assert sweep(parts=home.needs).passes == 0
    home.queue.clear()
    home.ahead += timedelta(minutes=31)
    assert sweep(parts=home.needs).passes >= 1
    assert "reconcile_site" in [job.name.removeprefix("northstar.") for job, _ in home.queue]


def test_a_delta_pass_finds_edits_and_links_nobody_told_us_of(home: House) -> None:
    objective, key_result = home.plan()
    story = home.story()
    reconcile_site(**home.here)
    home.settle()
    home.site.faults.add("drop-webhooks:9")
    home.type_in(home.epic(objective), "kr-1", 33, by=BEN)
    home.type_in(story, "key-results", [{"id": option_of(home, key_result.id)}], by=BEN)
    home.settle()
    assert list_checkins(**home.here, key_result_id=key_result.id) == ()
    home.site.faults.clear()
    seen = reconcile_site(**home.here)
    assert seen.queued == 2
    home.settle()
    assert [each.value for each in list_checkins(**home.here, key_result_id=key_result.id)] == [33]
    assert [each.id for each in list_initiatives(**home.here, key_result_id=key_result.id)] == [story.id]
    assert reconcile_site(**home.here).queued == 0, "what is in step costs no look"


def test_a_full_pass_finds_what_was_deleted(home: House) -> None:
    objective, key_result = home.plan()
    link_initiative(**home.by_ada, key_result_id=key_result.id, issue=home.story().key)
    home.settle()
    home.site.faults.add("drop-webhooks:99")
    home.site.jira.delete(home.story().key, BEN)
    home.site.jira.delete(home.epic(objective).key, BEN)
    home.site.faults.clear()
    assert reconcile_site(**home.here, full=True).gone == 2
    home.settle()
    assert "epic_gone" in [each.code for each in home.view(objective).problems]
    assert [each.gone for each in list_initiatives(**home.here, key_result_id=key_result.id)] == [True]


def test_an_issue_that_moves_keeps_its_links_and_shows_its_new_key(home: House) -> None:
    objective, _ = home.plan()
    home.site.jira.add_project("NEXT", "Next", lead=BEN)
    home.site.jira.move(home.epic(objective).key, "NEXT", BEN)
    home.settle()
    assert home.view(objective).objective.epic_key == "NEXT-1"


def test_a_limit_of_the_issue_is_waited_for_and_only_once(home: House) -> None:
    objective, key_result = home.plan()
    record_checkin(**home.by_ada, key_result_id=key_result.id, value=40.0)
    home.site.faults.add("429-issue:1")
    home.settle()
    assert len(home.waiting) == 1
    sweep(parts=home.needs)
    home.settle()
    assert len(home.waiting) == 1, "the sweep's job found the lane shut and didn't ask again"
    home.come_back(after_s=max(home.waited_s) + 1)
    home.settle()
    assert home.shown(home.epic(objective), "kr-1") == 40


def test_an_outage_is_waited_for(home: House) -> None:
    objective, key_result = home.plan()
    record_checkin(**home.by_ada, key_result_id=key_result.id, value=40.0)
    home.site.faults.add("503:1")
    home.settle()
    assert home.waited_s == [60]
    home.come_back(after_s=61)
    home.settle()
    assert home.epic(objective).properties[PROPERTY]["progress_percent"] == 40


def test_a_reply_we_do_not_understand_is_visible_and_tried_again_by_the_pass(once: House) -> None:
    objective, key_result = once.plan()
    record_checkin(**once.by_ada, key_result_id=key_result.id, value=40.0)
    once.site.faults.add("html-200:1")
    once.settle()
    assert "publish_error" in [each.code for each in once.view(objective).problems]
    once.queue.clear()
    sweep(parts=once.needs)
    assert "publish_objective" not in [job.name.removeprefix("northstar.") for job, _ in once.queue]
    once.queue.clear()
    assert reconcile_site(**once.here).repeated == 1
    once.settle()
    assert once.shown(once.epic(objective), "kr-1") == 40
    assert "publish_error" not in [each.code for each in once.view(objective).problems]


def test_double_and_swapped_webhooks_change_nothing(once: House) -> None:
    objective, key_result = once.plan()
    once.site.faults.add("duplicate-webhooks")
    once.site.faults.add("reorder-webhooks")
    for value in (10, 20, 30):
        once.type_in(once.epic(objective), "kr-1", value)
    once.settle()
    assert [each.value for each in list_checkins(**once.here, key_result_id=key_result.id)] == [10, 20, 30]
