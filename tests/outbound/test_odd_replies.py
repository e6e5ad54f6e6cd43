"""What becomes of refusals, wrong shapes and silence. Nothing here sleeps, retries or follows a redirect."""

import logging
from typing import Any

import pytest
import requests
import responses

from connect.errors import (
    BadReply,
    NotFound,
    ProductError,
    RateLimited,
    Rejected,
    SiteGone,
    Stale,
    Unavailable,
)
from connect.outbound.budget import Budget
from connect.outbound.counters import MemoryCounters
from connect.outbound.paging import MAX_PAGES
from connect.site import Door, Product
from tests.outbound.odd import ISSUE, JIRA, WIKI, answers, confluence, installation, jira, products

GET_ISSUE = f"{JIRA}/rest/api/3/issue/7"
SEARCH = f"{JIRA}/rest/api/3/search/jql"

pytestmark = pytest.mark.usefixtures("network")


@pytest.fixture
def network() -> Any:
    with responses.mock:
        yield


@pytest.mark.parametrize(
    ("status", "error"),
    [
        (400, Rejected),
        (401, SiteGone),
        (403, SiteGone),
        (404, NotFound),
        (405, Rejected),
        (408, Unavailable),
        (409, Stale),
        (410, NotFound),
        (413, Rejected),
        (422, Rejected),
        (429, RateLimited),
        (500, Unavailable),
        (502, Unavailable),
        (503, Unavailable),
        (301, BadReply),
        (302, BadReply),
        (307, BadReply),
    ],
)
def test_each_refusal_has_one_name(status: int, error: type[ProductError]) -> None:
    answers("GET", GET_ISSUE, {"status": status, "json": {}, "headers": {"Location": "https://evil.example.com"}})
    with pytest.raises(error) as caught:
        jira().get_issue(issue="7")
    assert type(caught.value) is error
    assert (caught.value.method, caught.value.path, caught.value.status) == (
        "GET",
        "rest/api/3/issue/{issue}",
        status,
    )
    assert len(responses.calls) == 1


@pytest.mark.parametrize(
    "reply",
    [
        {"body": "<html>Log in</html>", "content_type": "text/html"},
        {"body": ""},
        {"json": None},
        {"json": []},
        {"json": {}},
        {"json": {"id": "7", "key": "GROW-7", "fields": []}},
        {"json": ISSUE | {"fields": ISSUE["fields"] | {"updated": 5}}},
        {"json": ISSUE | {"fields": ISSUE["fields"] | {"updated": "long ago"}}},
        {"body": '{"id": "7", ', "content_type": "application/json"},
    ],
)
def test_success_with_another_shape_is_an_error_at_once(reply: dict[str, Any]) -> None:
    answers("GET", GET_ISSUE, {"status": 200, **reply})
    with pytest.raises(BadReply):
        jira().get_issue(issue="7")


@pytest.mark.parametrize(
    "failure", [requests.ConnectTimeout(), requests.ReadTimeout(), requests.ConnectionError("refused")]
)
def test_silence_is_unavailable(failure: Exception) -> None:
    answers("GET", GET_ISSUE, {"body": failure})
    with pytest.raises(Unavailable) as caught:
        jira().get_issue(issue="7")
    assert caught.value.__cause__ is failure


def test_a_503_that_says_when_is_a_limit() -> None:
    answers("GET", GET_ISSUE, {"status": 503, "headers": {"Retry-After": "9"}})
    with pytest.raises(RateLimited) as caught:
        jira().get_issue(issue="7")
    assert (caught.value.retry_after_s, caught.value.lane) == (9, "endpoint")


def test_jiras_words_about_fields_are_kept() -> None:
    answers(
        "PUT",
        GET_ISSUE,
        {"status": 400, "json": {"errorMessages": ["No."], "errors": {"customfield_1": "not on the screen"}}},
    )
    with pytest.raises(Rejected) as caught:
        jira().edit_issue(issue_id="7", numbers={"customfield_1": 1.0})
    assert caught.value.fields == {"customfield_1": "not on the screen"}
    assert caught.value.messages == ("No.",)


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ({"errors": [{"status": 400, "code": "X", "title": "Title taken", "detail": None}]}, "Title taken"),
        ({"errors": [{"title": "Bad", "detail": "parentId"}]}, "Bad: parentId"),
        ({"statusCode": 400, "message": "Malformed"}, "Malformed"),
    ],
)
def test_both_of_confluences_ways_to_say_no_are_read(body: dict[str, Any], message: str) -> None:
    answers("POST", f"{WIKI}/api/v2/pages", {"status": 400, "json": body})
    with pytest.raises(Rejected) as caught:
        confluence().create_page(space_id="1", title="x", body="<p />")
    assert caught.value.messages == (message,)


# --- what is sent ----------------------------------------------------------------------------------------------


def test_a_read_has_no_body_and_one_value_per_name() -> None:
    answers("GET", GET_ISSUE, {"json": ISSUE})
    jira().get_issue(issue="7", field_ids=["customfield_1", "customfield_2"], properties=["a", "b"])
    sent = responses.calls[0].request
    assert sent.body is None
    assert sent.headers["Authorization"].startswith("JWT ")
    assert "customfield_1,customfield_2" in str(sent.url)
    assert "properties=a,b" in str(sent.url)


def test_names_in_an_address_cannot_leave_their_place() -> None:
    answers("GET", f"{JIRA}/rest/api/3/issue/..%2F..%2Fadmin%3Fx%3D1", {"json": ISSUE})
    jira().get_issue(issue="../../admin?x=1")


def test_nothing_is_sent_where_sending_is_refused() -> None:
    def refuse() -> None:
        raise RuntimeError("inside a transaction")

    with pytest.raises(RuntimeError, match="transaction"):
        jira(on_send=refuse).get_issue(issue="7")
    assert len(responses.calls) == 0


def test_bodies_are_not_logged(caplog: pytest.LogCaptureFixture) -> None:
    answers("GET", GET_ISSUE, {"json": ISSUE})
    with caplog.at_level(logging.DEBUG):
        jira().get_issue(issue="7")
    assert "Guests come back" not in caplog.text
    assert "JWT" not in caplog.text


def test_cookies_of_a_site_are_not_kept() -> None:
    answers("GET", GET_ISSUE, {"json": ISSUE, "headers": {"Set-Cookie": "session=1; Path=/"}}, {"json": ISSUE})
    client = jira()
    client.get_issue(issue="7")
    client.get_issue(issue="7")
    assert "Cookie" not in responses.calls[1].request.headers


# --- lists -----------------------------------------------------------------------------------------------------


def test_a_search_that_never_ends_is_ended() -> None:
    def endless(request: requests.PreparedRequest) -> tuple[int, dict[str, str], str]:
        return 200, {}, f'{{"issues": [], "nextPageToken": "{len(responses.calls)}"}}'

    responses.add_callback("POST", SEARCH, endless)
    with pytest.raises(BadReply, match="pages"):
        list(jira().search(jql="project = GROW"))
    assert len(responses.calls) == MAX_PAGES


def test_a_search_that_names_the_same_page_again_is_ended() -> None:
    answers("POST", SEARCH, {"json": {"issues": [ISSUE], "nextPageToken": "a"}})
    with pytest.raises(BadReply, match="just read"):
        list(jira().search(jql="project = GROW"))
    assert len(responses.calls) == 2


def test_an_empty_page_in_the_middle_does_not_end_a_search() -> None:
    answers(
        "POST",
        SEARCH,
        {"json": {"issues": [], "nextPageToken": "a"}},
        {"json": {"issues": [ISSUE], "isLast": True}},
    )
    assert [one.id for one in jira().search(jql="project = GROW")] == ["7"]


def test_only_the_cursor_of_a_next_page_is_used() -> None:
    spaces = f"{WIKI}/api/v2/spaces"
    space = {"id": "1", "key": "A", "name": "A", "homepageId": None}
    answers(
        "GET",
        spaces,
        {"json": {"results": [space], "_links": {"next": "https://evil.example.com/x?cursor=c%3D1&limit=9"}}},
        {"json": {"results": [space | {"id": "2", "key": "~5f-ada"}]}},
    )
    assert [one.id for one in confluence().spaces()] == ["1"]
    assert str(responses.calls[1].request.url).startswith(spaces)
    assert "cursor=c%3D1" in str(responses.calls[1].request.url)


def test_issues_that_failed_together_are_read_alone() -> None:
    answers(
        "POST",
        f"{JIRA}/rest/api/3/issue/bulkfetch",
        {"json": {"issues": [], "issueErrors": [{"id": "7", "errorMessage": "payload"}, {"id": "8"}]}},
    )
    answers("GET", GET_ISSUE, {"json": ISSUE})
    answers("GET", f"{JIRA}/rest/api/3/issue/8", {"status": 404})
    fetched = jira().fetch_issues(issue_ids=["7", "8", "9"])
    assert [one.id for one in fetched.found] == ["7"]
    assert set(fetched.missing) == {"8", "9"}


# --- content properties ----------------------------------------------------------------------------------------


def _property(version: int, value: object) -> dict[str, Any]:
    return {"id": "5", "key": "okr.report", "value": value, "version": {"number": version}}


@pytest.mark.parametrize(("conflicts", "gives_up"), [(1, False), (2, False), (3, True)])
def test_a_property_written_meanwhile_is_read_again(conflicts: int, gives_up: bool) -> None:
    where = f"{WIKI}/api/v2/pages/1/properties"
    answers("GET", where, *({"json": {"results": [_property(n, "theirs")]}} for n in range(1, 4)))
    answers("PUT", f"{where}/5", *[{"status": 409}] * conflicts, {"json": _property(conflicts + 2, "ours")})
    if gives_up:
        with pytest.raises(Stale):
            confluence().put_property(page_id="1", key="okr.report", value="ours")
    else:
        assert confluence().put_property(page_id="1", key="okr.report", value="ours").value == "ours"


# --- the budget ------------------------------------------------------------------------------------------------


def points(budget: Budget) -> int:
    """Return the points of this hour that are counted as spent."""
    return budget.counters.read(f"points:northstar:jira:{budget.now():%Y%m%d%H}:all")


def test_a_search_costs_what_it_found() -> None:
    budget = Budget(counters=MemoryCounters())
    answers("POST", SEARCH, {"json": {"issues": [ISSUE, ISSUE | {"id": "8"}], "isLast": True}})
    list(jira(budget=budget).search(jql="project = GROW"))
    assert points(budget) == 3


def test_a_write_and_a_refusal_cost_one_point_each() -> None:
    budget = Budget(counters=MemoryCounters())
    client = jira(budget=budget)
    answers("PUT", GET_ISSUE, {"status": 204})
    client.edit_issue(issue_id="7", summary="x")
    assert points(budget) == 1
    answers("POST", SEARCH, {"status": 500})
    with pytest.raises(Unavailable):
        list(client.search(jql="project = GROW"))
    assert points(budget) == 2


def test_a_spent_quota_stops_all_calls_before_they_are_sent() -> None:
    answers(
        "GET",
        GET_ISSUE,
        {"status": 429, "headers": {"Retry-After": "600", "RateLimit-Reason": "jira-quota-global-based"}},
    )
    client = jira()
    for _ in range(3):
        with pytest.raises(RateLimited) as caught:
            client.get_issue(issue="7")
        assert caught.value.lane == "app"
        assert 595 < caught.value.retry_after_s <= 601
    assert len(responses.calls) == 1


def test_what_the_product_says_is_left_is_believed() -> None:
    budget = Budget(counters=MemoryCounters())
    left = {"Beta-RateLimit": '"global-app-quota";r=5000;t=600'}
    answers("GET", GET_ISSUE, {"json": ISSUE, "headers": left})
    jira(budget=budget).get_issue(issue="7")
    assert points(budget) == 60_000


# --- where clients come from -----------------------------------------------------------------------------------


def test_a_client_is_for_the_product_the_app_is_installed_in() -> None:
    with pytest.raises(ValueError, match="cannot call"):
        products().jira(installation(Product.CONFLUENCE))


def test_a_site_behind_another_door_is_not_called_with_a_connect_token() -> None:
    with pytest.raises(SiteGone):
        products().jira(installation(door=Door.FORGE))
