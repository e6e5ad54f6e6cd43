"""The auditor beside a draft while it is typed. Issue "The auditor", point 3."""

import pytest
from flask.testing import FlaskClient


def judge(client: FlaskClient, kind: str, **fields: str) -> str:
    reply = client.post(f"/ui/fragments/audit/{kind}", data=fields)
    assert reply.status_code == 200
    return reply.get_data(as_text=True)


def test_a_task_is_named_and_a_rewrite_is_offered(client: FlaskClient) -> None:
    said = judge(client, "kr", title="Launch the partner portal")
    assert "task" in said
    assert "Try:" in said


def test_an_outcome_is_praised_shortly(client: FlaskClient) -> None:
    assert "Reads like an outcome" in judge(client, "kr", title="Raise repeat orders from 24 % to 32 %")


@pytest.mark.parametrize("title", ["", "   "])
def test_nothing_is_said_about_nothing(client: FlaskClient, title: str) -> None:
    assert judge(client, "kr", title=title) == ""


def test_numbers_that_are_still_being_typed_are_none_yet(client: FlaskClient) -> None:
    assert "audited" in judge(client, "kr", title="Cut the wait", baseline="1e", target="nan")


def test_what_was_typed_stays_text(client: FlaskClient) -> None:
    assert "<script>" not in judge(client, "objective", title="Launch <script>alert(1)</script>")


def test_only_drafts_of_known_kinds_are_judged(client: FlaskClient) -> None:
    assert client.post("/ui/fragments/audit/essay", data={"title": "x"}).status_code == 404
