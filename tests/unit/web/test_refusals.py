"""What a caller is told about an error: a table, and nothing that gives a stack or a secret away."""

import pytest
from flask import Flask
from marshmallow import Schema, ValidationError, fields

from connect import errors as connect
from service.domain.errors import DomainError, Forbidden, NotThere
from service.errors import UNEXPECTED, refusal
from service.web.problems import as_refusal, field_messages, handle_problems

TABLE = (
    (connect.TokenRefused("bad qsh"), 401, "token_refused"),
    (connect.HostNotAllowed("evil.example"), 400, "host_not_allowed"),
    (connect.SiteGone("no"), 502, "site_refused"),
    (connect.NotFound("no"), 502, "not_found_there"),
    (connect.Stale("no"), 409, "changed_meanwhile"),
    (connect.Rejected("no", fields={"customfield_1": "cannot be set"}), 422, "site_rejected"),
    (connect.RateLimited("slow", retry_after_s=7.2, lane="site"), 503, "rate_limited"),
    (connect.Unavailable("down"), 503, "site_unavailable"),
    (connect.BadReply("html"), 502, "bad_reply"),
    (NotThere("There is no cycle X."), 404, "not_found"),
    (Forbidden("You may not."), 403, "forbidden"),
    (DomainError("No.", field="title"), 422, "refused"),
    (KeyError("secret"), 500, "unexpected"),
)


@pytest.mark.parametrize(("error", "status", "code"), TABLE, ids=lambda each: type(each).__name__)
def test_the_table(error: Exception, status: int, code: str) -> None:
    """Design section 10, row by row."""
    told = refusal(error)
    assert (told.status, told.code) == (status, code)


def test_reasons_and_vendor_texts_stay_inside() -> None:
    """The reason of a refused token, a host and a vendor's words are for the log."""
    assert refusal(connect.TokenRefused("bad qsh")).detail == ""
    assert "evil" not in refusal(connect.HostNotAllowed("evil.example")).detail
    assert "secret" not in refusal(KeyError("secret")).detail


def test_jiras_words_for_people_are_passed_on() -> None:
    """A rejected input names the field and what Jira said about it."""
    told = refusal(connect.Rejected("no", fields={"customfield_1": "It is not on the screen."}))
    assert told.errors == {"customfield_1": ["It is not on the screen."]}
    assert "It is not on the screen." in told.detail


def test_every_connect_error_has_a_row() -> None:
    """A new kind of error may not fall through to 500 unnoticed."""
    known = {type(row[0]) for row in TABLE}
    kinds = {kind for kind in vars(connect).values() if isinstance(kind, type) and issubclass(kind, Exception)}
    assert kinds - known == {connect.ConnectError, connect.ProductError}


class _Inner(Schema):
    number = fields.Integer(required=True)


class _Outer(Schema):
    inner = fields.List(fields.Nested(_Inner))


def test_nested_messages_are_named_by_their_path() -> None:
    """`inner.1.number` says which of the numbers is missing."""
    with pytest.raises(ValidationError) as refused:
        _Outer().load({"inner": [{"number": 1}, {}]})
    assert list(field_messages(refused.value)) == ["inner.1.number"]
    assert as_refusal(refused.value).status == 400


@pytest.fixture
def app() -> Flask:
    """Return an app whose views fail."""
    made = Flask("failing")
    handle_problems(made)

    @made.get("/wait")
    def wait() -> str:
        raise connect.RateLimited("slow", retry_after_s=7.2, lane="site")

    @made.get("/broken")
    def broken() -> str:
        raise KeyError("token=abc")

    @made.get("/ui/fragments/broken")
    def broken_fragment() -> str:
        raise NotThere("There is no such cycle.")

    return made


def test_a_wait_is_told_in_whole_seconds(app: Flask) -> None:
    """503 with the same wait, rounded up."""
    answer = app.test_client().get("/wait")
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "8")
    assert answer.mimetype == "application/problem+json"


def test_the_unexpected_is_opaque_and_findable(app: Flask, caplog: pytest.LogCaptureFixture) -> None:
    """The caller gets an id, the log the reason under the same id."""
    answer = app.test_client().get("/broken")
    body = answer.get_json()
    assert answer.status_code == UNEXPECTED.status
    assert "abc" not in answer.text
    assert [record.request_id for record in caplog.records] == [body["request_id"]]  # type: ignore[attr-defined]


def test_unknown_routes_and_methods_answer_in_the_same_shape(app: Flask) -> None:
    """404 and 405 carry stable codes too."""
    client = app.test_client()
    assert client.get("/nowhere").get_json()["code"] == "not_found"
    assert client.post("/wait").get_json()["code"] == "method_not_allowed"


def test_a_fragment_says_it_in_the_flag(app: Flask) -> None:
    """htmx replaces nothing and the page's flag carries the sentence."""
    answer = app.test_client().get("/ui/fragments/broken", headers={"HX-Request": "true"})
    assert answer.status_code == 404
    assert answer.headers["HX-Reswap"] == "none"
    assert "There is no such cycle." in answer.headers["HX-Trigger"]
