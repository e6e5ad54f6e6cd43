"""The cycle's page against a Confluence that speaks real HTTP. Issue "The main job", point 6; requirements 2.10; platform 5."""

from typing import Any

import pytest

from connect.errors import Stale
from service.jobs import PUBLISH_CYCLE, PUBLISH_PAGES
from service.usecases.choose_space import SpaceMissing, choose_space
from service.usecases.publish_cycle import PROPERTY_KEY, Published, SpaceNotChosen, publish_cycle
from service.usecases.publish_pages import publish_pages
from service.usecases.record_checkin import record_checkin
from tests.journeys.sync.house import BEN, House
from tests.site.wiki.model import Page

TITLE = "OKRs This quarter"


@pytest.fixture
def planned(once: House) -> House:
    """A house with one objective, one number and a space for the pages."""
    _, key_result = once.plan(owner=BEN)
    choose_space(**once.by_ada, space_key="DEMO")
    record_checkin(**once.by_ada, key_result_id=key_result.id, value=40.0, confidence=0.6, note="On our way")
    once.queue[:] = [(job, ids) for job, ids in once.queue if job != PUBLISH_CYCLE]
    once.settle()
    return once


def publish(house: House, **options: Any) -> Published:
    return publish_cycle(**house.here, cycle_id=cycle_id(house), **options)


def cycle_id(house: House) -> str:
    with house.needs.store.reading() as tx:
        (cycle,) = tx.cycles.list(site_id=house.site_id)
    return cycle.id


def wiki_calls(house: House, since: int) -> list[str]:
    return [call for call in house.calls()[since:] if "/wiki/" in call]


def page_of(house: House, published: Published) -> Page:
    page: Page = house.site.wiki.page(published.page_id)
    return page


def edit(house: House, page: Page, old: str, new: str) -> None:
    """Let a person save the page with one passage changed."""
    assert old in page.body
    house.site.wiki.update(
        page=page, number=page.version.number + 1, title=page.title, body=page.body.replace(old, new), by=BEN
    )


def check_in(house: House, value: float) -> None:
    cycle = cycle_id(house)
    with house.needs.store.reading() as tx:
        (key_result,) = tx.key_results.of_cycle(site_id=house.site_id, cycle_id=cycle)
    record_checkin(**house.by_ada, key_result_id=key_result.id, value=value)


def test_the_first_run_creates_everything(planned: House) -> None:
    done = publish(planned)
    page = page_of(planned, done)
    assert (done.written, page.title) == (True, TITLE)
    assert {label.name for label in page.labels.values()} == {"okr", "okr-now"}
    assert [each.value["report_id"] for each in page.properties.values() if each.key == PROPERTY_KEY] == [
        cycle_id(planned)
    ]
    (picture,) = [each for each in planned.site.wiki.attachments.values() if each.page_id == page.id]
    assert picture.content.startswith(b"\x89PNG")
    assert "Weekly active shops" in page.body


def test_a_second_run_without_changes_asks_nothing(planned: House) -> None:
    first = publish(planned)
    version, since = page_of(planned, first).version.number, len(planned.calls())
    second = publish(planned)
    assert (second.written, second.page_id) == (False, first.page_id)
    assert wiki_calls(planned, since) == []
    assert page_of(planned, second).version.number == version


def test_a_look_that_was_asked_for_writes_nothing_either(planned: House) -> None:
    first = publish(planned)
    version = page_of(planned, first).version.number
    assert publish(planned, force=True).written is False
    assert page_of(planned, first).version.number == version


def test_a_new_number_makes_one_new_version_and_keeps_what_people_wrote(planned: House) -> None:
    first = publish(planned)
    edit(planned, page_of(planned, first), "Write here,", "We decided to drop the leaflet. Write here,")
    version = page_of(planned, first).version.number
    check_in(planned, 55.0)
    assert publish(planned).written
    page = page_of(planned, first)
    assert page.version.number == version + 1
    assert "We decided to drop the leaflet." in page.body
    assert "55" in page.body


def test_a_page_of_somebody_else_with_our_title_is_never_touched(planned: House) -> None:
    space = planned.site.wiki.space_by_key("DEMO")
    theirs = planned.site.wiki.create(
        space_id=space.id, title=TITLE, body="<p>Mine since 2019</p>", parent_id=None, by=BEN
    )
    done = publish(planned)
    assert done.title == f"{TITLE} (Northstar)"
    assert (theirs.body, theirs.version.number) == ("<p>Mine since 2019</p>", 1)


def test_a_page_whose_property_was_never_written_is_found_again(planned: House) -> None:
    """We died between creating the page and remembering it: the summary block proves that it is ours."""
    first = publish(planned)
    page = page_of(planned, first)
    page.properties.clear()
    cycle = cycle_id(planned)
    with planned.needs.store.transaction() as tx:
        row = tx.pages.find(site_id=planned.site_id, cycle_id=cycle)
        assert row is not None
        tx.pages.save(site_id=planned.site_id, page=type(row)(cycle_id=row.cycle_id))
    again = publish(planned)
    assert again.page_id == first.page_id
    assert len([each for each in planned.site.wiki.current() if each.title.startswith(TITLE)]) == 1


def test_a_deleted_page_comes_back_on_the_daily_look(planned: House) -> None:
    first = publish(planned)
    planned.site.wiki.trash(page_of(planned, first))
    planned.queue.append((PUBLISH_PAGES, (planned.site_id,)))
    planned.settle()
    pages = [each for each in planned.site.wiki.current() if each.title == TITLE]
    assert len(pages) == 1
    assert pages[0].id != first.page_id


def test_somebody_who_saves_first_makes_us_read_again(planned: House) -> None:
    first = publish(planned)
    check_in(planned, 60.0)
    planned.site.faults.add("stale-409:1")
    assert publish(planned).written
    assert "60" in page_of(planned, first).body


def test_a_page_that_is_always_ahead_is_given_up_for_now_and_says_so(planned: House) -> None:
    publish(planned)
    check_in(planned, 60.0)
    planned.site.faults.add("stale-409:9")
    with pytest.raises(Stale):
        publish(planned)
    cycle = cycle_id(planned)
    with planned.needs.store.reading() as tx:
        row = tx.pages.find(site_id=planned.site_id, cycle_id=cycle)
    assert row is not None
    assert row.publish_error == "Stale"
    planned.site.faults.clear()
    assert publish(planned).written


def test_without_a_space_the_way_out_is_named(once: House) -> None:
    once.plan()
    with pytest.raises(SpaceNotChosen, match="set-up page"):
        publish(once)
    assert publish_pages(**once.here).looked_at == 0


def test_a_space_that_is_gone_is_named(planned: House) -> None:
    with planned.needs.store.transaction() as tx:
        site = tx.sites.get(site_id=planned.site_id)
        tx.sites.save(site=type(site)(id=site.id, host=site.host, cloud_id=site.cloud_id, space_key="GONE"))
    with pytest.raises(SpaceMissing, match="GONE"):
        publish(planned)


def test_changes_are_gathered_into_one_publication(planned: House) -> None:
    publish(planned)
    planned.queue.clear()
    for value in (41.0, 42.0, 43.0):
        check_in(planned, value)
    assert [job for job, _ in planned.queue].count(PUBLISH_CYCLE) == 1
