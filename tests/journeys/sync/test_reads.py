"""What the panel, the set-up page and the names of people are read from."""

from service.usecases.link_initiative import link_initiative
from service.usecases.read_panel import read_panel
from service.usecases.read_people import read_people
from service.usecases.read_setup import read_setup
from service.usecases.record_checkin import record_checkin
from tests.journeys.sync.house import BEN, CLEO, House


def test_the_panel_of_an_epic_shows_its_objective_without_asking_jira(once: House) -> None:
    objective, key_result = once.plan()
    link_initiative(**once.by_ada, key_result_id=key_result.id, issue=once.story().key)
    record_checkin(**once.by_ada, key_result_id=key_result.id, value=40.0)
    once.settle()
    before = len(once.calls())
    shown = read_panel(**once.here, issue_id=once.epic(objective).id)
    assert shown.objective is not None
    assert shown.objective.progress == 0.4
    assert [issue.key for issue in shown.objective.key_results[0].initiatives] == [once.story().key]
    assert not shown.may_be_objective
    served = read_panel(**once.here, issue_id=once.story().id)
    assert [(each.view.progress, each.objective.id) for each in served.serves] == [(0.4, objective.id)]
    unknown = read_panel(**once.here, issue_id=once.story(3).id)
    assert (unknown.objective, unknown.serves, unknown.may_be_objective) == (None, (), True)
    assert len(once.calls()) == before


def test_names_are_asked_once_in_ten_minutes_and_unknown_accounts_left_out(once: House) -> None:
    before = len(once.calls())
    asked = (CLEO, "5f-nobody", BEN)
    for _ in range(3):
        found = read_people(**once.here, account_ids=asked)
        assert [person.display_name for person in found] == ["Cleo Marin", "Ben Okafor"]
    assert len(once.calls()) == before + 1
    once.come_back(after_s=601)
    read_people(**once.here, account_ids=asked)
    assert len(once.calls()) == before + 2


def test_the_set_up_page_says_what_is_missing_by_name(once: House) -> None:
    once.plan()
    checks = {each.name: each for each in read_setup(**once.here).checks}
    assert checks["Jira"].ok
    assert checks["Fields"].ok
    assert checks["Project DEMO of Growth"].ok
    assert checks["Screens of DEMO"].ok
    assert not checks["Confluence"].ok
    assert "No space" in checks["Confluence"].detail
    demo = once.site.jira.project("DEMO")
    assert demo is not None
    demo.screen.discard(once.field_id("kr-3"))
    once.site.jira.fields.find("northstar__kr-5").active = False  # type: ignore[union-attr]
    checks = {each.name: each for each in read_setup(**once.here).checks}
    assert "KR 5" in checks["Fields"].detail
    assert "KR 3" in checks["Screens of DEMO"].detail
    assert "Screens" in checks["Screens of DEMO"].way_out


def test_a_site_whose_jira_is_silent_still_gets_a_set_up_page(once: House) -> None:
    once.site.faults.add("503:50")
    found = read_setup(**once.here)
    assert not found.is_ready
    assert "did not answer" in next(each.detail for each in found.checks if each.name == "Jira")
