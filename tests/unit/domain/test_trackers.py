"""What trackers read. Source: requirements 3.1, rows JQL and Issue share."""

from datetime import timedelta, timezone

import pytest

from service.domain.model import CheckinSource, Issue, StatusCategory, Tracker, TrackerKind
from service.domain.plans import TrackerIncomplete
from service.domain.trackers import (
    AggregateUnknown,
    QueryTooWide,
    Reading,
    TrackerMismatch,
    fingerprint,
    initiatives_reading,
    is_news,
    proven,
    query_reading,
    require_narrow,
    require_tracker,
)
from tests.unit.domain.make import at, checkin

TODO, DOING, DONE = StatusCategory.TO_DO, StatusCategory.IN_PROGRESS, StatusCategory.DONE


def issues(*rows):
    """Each row: category, points, gone."""
    return [
        Issue(id=str(n), key=f"A-{n}", summary="", category=category, points=points, gone=gone)
        for n, (category, points, gone) in enumerate(rows)
    ]


def counted(*categories):
    return issues(*((category, None, False) for category in categories))


@pytest.mark.parametrize(
    ("rows", "method", "value", "words"),
    [
        pytest.param(counted(*[DONE] * 7, *[TODO] * 3), None, 70, "7 of 10 initiatives done", id="BOJA: epic 7/10"),
        pytest.param(counted(DONE, DONE, DOING, TODO), "count", 50, "2 of 4 initiatives done", id="BOJA: 2/4"),
        pytest.param(counted(DOING), None, 0, "0 of 1", id="Oboard: only done counts"),
        pytest.param(counted(DONE, DOING, TODO, DOING), "category_weights", 50, "50 %", id="Synergita: 0/50/100"),
        pytest.param(
            issues((DONE, 5, False), (TODO, 3, False)), "points", 62.5, "5 of 8 points done", id="all estimated"
        ),
        pytest.param(
            issues((DONE, 5, False), (TODO, None, False)),
            "points",
            50,
            "1 of 2 initiatives done, 1 of them without points",
            id="one without points: by count",
        ),
        pytest.param(
            issues((DONE, 0, False), (TODO, 3, False)), "points", 50, "1 of them", id="no points is no estimate"
        ),
        pytest.param(
            issues((DONE, 1, False), (TODO, float("inf"), False)), "points", 50, "1 of 2", id="endless points"
        ),
        pytest.param(issues((DONE, 1, False), (TODO, 1, True)), None, 100, "1 of 1", id="gone issues do not count"),
        pytest.param(issues((DONE, 1, True)), None, None, "no initiative", id="nothing left"),
        pytest.param([], None, None, "no initiative", id="nothing linked"),
    ],
)
def test_the_share_of_initiatives(rows, method, value, words):
    found = initiatives_reading(issues=rows, method=method)
    assert found.value == value
    assert words in found.provenance


@pytest.mark.parametrize(
    ("aggregate", "arguments", "value"),
    [
        (None, {"count": 12}, 12.0),
        ("count", {"count": 0}, 0.0),
        ("sum", {"count": 3, "numbers": [1, None, 2.5]}, 3.5),
        ("sum", {"count": 0}, 0.0),
        ("average", {"count": 3, "numbers": [1, None, 2]}, 1.5),
        ("average", {"count": 2, "numbers": [None, float("nan")]}, None),
        ("min", {"count": 2, "numbers": [4, 2]}, 2),
        ("max", {"count": 2, "numbers": [4, 2]}, 4),
        ("max", {"count": 0}, None),
        ("share", {"count": 3, "of_count": 12}, 25.0),
        ("share", {"count": 3, "of_count": 0}, None),
        ("share", {"count": 3}, None),
    ],
)
def test_what_a_query_makes(aggregate, arguments, value):
    found = query_reading(aggregate=aggregate, **arguments)
    assert found.value == value
    assert found.provenance


def test_an_unknown_aggregate_is_refused_with_the_known_ones():
    with pytest.raises(AggregateUnknown, match="count, sum, average, min, max, share") as refused:
        query_reading(aggregate="median", count=1)
    assert refused.value.field == "tracker_method"


TOLD = checkin(at=at(2, 1), value=50.0, source=CheckinSource.TRACKER)
OVERRULED = checkin(at=at(2, 2), value=80.0)


@pytest.mark.parametrize(
    ("checkins", "value", "news"),
    [
        ([], 50.0, True),
        ([TOLD], 50.0, False),
        ([TOLD], 60.0, True),
        pytest.param([TOLD, OVERRULED], 50.0, False, id="the same reading does not overwrite a person"),
        pytest.param([TOLD, OVERRULED], 60.0, True, id="a tracker that moved speaks again"),
        ([OVERRULED], 80.0, True),
        ([TOLD], None, False),
    ],
)
def test_only_a_tracker_that_moved_speaks(checkins, value, news):
    assert is_news(reading=Reading(value, "counted"), checkins=checkins) is news


@pytest.mark.parametrize(
    ("tracker", "field"),
    [
        pytest.param(Tracker(kind=TrackerKind.MANUAL, method="count"), "tracker_method", id="no method by hand"),
        pytest.param(Tracker(issue_id="1", issue_field_id="f", field_id="g"), "field", id="two fields"),
        pytest.param(Tracker(issue_field_id="f"), "issue", id="a field of no issue"),
        pytest.param(
            Tracker(kind=TrackerKind.JQL, jql="a", jql_denominator="b"), "jql_denominator", id="share of a count"
        ),
    ],
)
def test_a_tracker_that_contradicts_itself_is_refused(tracker, field):
    with pytest.raises(TrackerMismatch) as refused:
        require_tracker(tracker=tracker)
    assert refused.value.field == field


def test_a_fingerprint_tells_what_was_seen_whatever_its_order():
    one = fingerprint(seen=[("1", 2.0), ("2", None)])
    assert one == fingerprint(seen=[("2", None), ("1", 2.0)])
    assert one != fingerprint(seen=[("1", 2.5), ("2", None)])


JQL, FIELD, INITIATIVES, MANUAL = TrackerKind.JQL, TrackerKind.FIELD, TrackerKind.INITIATIVES, TrackerKind.MANUAL


@pytest.mark.parametrize(
    "tracker",
    [
        Tracker(kind=JQL, jql="project = A"),
        Tracker(kind=JQL, jql="project = A", method="sum", jql_field="customfield_1"),
        Tracker(kind=JQL, jql="project = A", method="share", jql_denominator="project = B"),
        Tracker(kind=INITIATIVES, method="points"),
        Tracker(kind=INITIATIVES),
        Tracker(kind=FIELD, issue_id="1", issue_field_id="customfield_1"),
        Tracker(kind=FIELD, field_id="customfield_1"),
        Tracker(kind=MANUAL),
    ],
)
def test_a_tracker_that_can_be_read_is_taken(tracker):
    require_tracker(tracker=tracker)


@pytest.mark.parametrize(
    ("tracker", "error", "field"),
    [
        (Tracker(kind=MANUAL, jql="project = A"), TrackerMismatch, "jql"),
        (Tracker(kind=JQL, jql="project = A", issue_id="1"), TrackerMismatch, "issue"),
        (Tracker(kind=MANUAL, method="count"), TrackerMismatch, "tracker_method"),
        (Tracker(kind=INITIATIVES, method="sum"), AggregateUnknown, "tracker_method"),
        (Tracker(kind=JQL, jql="project = A", method="median"), AggregateUnknown, "tracker_method"),
        (Tracker(kind=JQL, jql=" "), TrackerIncomplete, "tracker_kind"),
        (Tracker(kind=JQL, jql="a = b", method="sum"), TrackerMismatch, "jql_field"),
        (Tracker(kind=JQL, jql="a = b", jql_field="customfield_1"), TrackerMismatch, "jql_field"),
        (Tracker(kind=JQL, jql="a = b", method="share"), TrackerMismatch, "jql_denominator"),
        (Tracker(kind=JQL, jql="a = b", jql_denominator="c = d"), TrackerMismatch, "jql_denominator"),
        (Tracker(kind=FIELD, issue_id="1"), TrackerMismatch, "issue_field"),
        (Tracker(kind=FIELD, issue_field_id="customfield_1"), TrackerMismatch, "issue"),
        (Tracker(kind=FIELD, issue_id="1", issue_field_id="f", field_id="g"), TrackerMismatch, "field"),
    ],
)
def test_a_tracker_that_cannot_be_read_names_what_is_wrong(tracker, error, field):
    with pytest.raises(error) as refused:
        require_tracker(tracker=tracker)
    assert refused.value.field == field


def test_a_number_of_a_thousand_issues_is_read_and_no_more():
    require_narrow(count=1000, field="jql")
    with pytest.raises(QueryTooWide, match="1,001 issues; at most 1,000") as refused:
        require_narrow(count=1001, field="jql")
    assert refused.value.field == "jql"


def test_a_reading_carries_its_proof_in_utc():
    """The same issues in another order have the same fingerprint; another number has another."""
    zone = timezone(timedelta(hours=2))
    read = {"asked": "JQL a = b", "at": at(3, 1, 9).astimezone(zone)}
    one = proven(reading=Reading(2.0, "2 issues found"), seen=[("1", 1.0), ("2", None)], **read)
    other = proven(reading=Reading(2.0, "2 issues found"), seen=[("2", None), ("1", 1.0)], **read)
    assert one == other
    assert one.value == 2.0
    assert one.provenance.startswith("2 issues found | JQL a = b | read 2026-03-01T09:00:00Z | sha256 ")
    changed = proven(reading=Reading(2.0, "2 issues found"), seen=[("1", 1.5), ("2", None)], **read)
    assert changed.provenance != one.provenance
