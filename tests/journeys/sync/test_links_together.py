"""Several issues linked at once: one transaction, one reading. Issue "The main job", point 4."""

import pytest

from service.domain.errors import Forbidden
from service.domain.model import CheckinSource, TrackerKind
from service.usecases.link_initiatives import IssueMissing, link_initiatives
from service.usecases.list_checkins import list_checkins
from service.usecases.list_initiatives import list_initiatives
from tests.journeys.sync.house import BEN, CLEO, House


def test_many_issues_make_one_reading(home: House) -> None:
    """By key or id, each once; the share of done work is read when all of them are linked."""
    _, key_result = home.plan(tracker_kind=TrackerKind.INITIATIVES, baseline=None, target=None)
    stories = [home.story(number) for number in range(4)]
    home.site.jira.change_status(stories[0].key, "Done", CLEO)
    named = [stories[0].key, stories[1].id, stories[2].key, stories[3].key, stories[3].key]
    linked = link_initiatives(**home.by_ada, key_result_id=key_result.id, issues=named)
    assert [each.id for each in linked] == [each.id for each in stories]
    home.settle()
    readings = list_checkins(**home.here, key_result_id=key_result.id)
    assert [(each.value, each.source) for each in readings] == [(25.0, CheckinSource.TRACKER)]


def test_one_that_is_missing_links_none(home: House) -> None:
    """The refusal names every key Jira does not show."""
    _, key_result = home.plan()
    with pytest.raises(IssueMissing, match=r"DEMO-9998, DEMO-9999\."):
        link_initiatives(
            **home.by_ada, key_result_id=key_result.id, issues=[home.story().key, "DEMO-9998", "DEMO-9999"]
        )
    assert list_initiatives(**home.here, key_result_id=key_result.id) == ()


def test_one_that_the_person_may_not_edit_links_none(home: House) -> None:
    """What a person could not do in Jira, they cannot make the app do."""
    _, key_result = home.plan()
    stories = [home.story(0), home.story(1)]
    for project in home.site.jira.projects.values():
        project.revoked[BEN] = {"EDIT_ISSUES"}
    with pytest.raises(Forbidden, match=f"{stories[0].key}, {stories[1].key}"):
        link_initiatives(**{**home.by_ada, "by": BEN}, key_result_id=key_result.id, issues=[s.key for s in stories])
    assert list_initiatives(**home.here, key_result_id=key_result.id) == ()
