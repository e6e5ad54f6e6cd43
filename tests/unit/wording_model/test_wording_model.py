"""Optional words from a language model: words only, never a verdict, never a person. Issue "The auditor", point 11."""

import json

import pytest
import requests
import responses

from connect.outbound.wording import Wording, without_people

URL = "http://127.0.0.1:9/v1"
SUGGESTION = "Measure what changes: raise [what people do] from [today] to [target]."
MODEL = Wording(url=URL, model="small", key="a secret of the operator")


def answer(content: object, status: int = 200) -> None:
    responses.post(f"{URL}/chat/completions", json={"choices": [{"message": {"content": content}}]}, status=status)


@responses.activate
def test_faithful_words_are_taken() -> None:
    friendly = "How about this: raise [what people do] from [today] to [target]?"
    answer(friendly)
    assert MODEL.rephrase(draft="Launch the shop", suggestion=SUGGESTION) == friendly


@responses.activate
@pytest.mark.parametrize(
    "content",
    ["", "Raise it to [target].", "Raise [what people do] from [today] to [target] by 25 %.", "x" * 5000, None],
    ids=["empty", "a slot is lost", "an invented number", "endless", "null"],
)
def test_unfaithful_words_are_not(content: object) -> None:
    answer(content)
    assert MODEL.rephrase(draft="Launch the shop", suggestion=SUGGESTION) == SUGGESTION


@responses.activate
@pytest.mark.parametrize("status", [302, 401, 429, 500])
def test_an_endpoint_that_refuses_changes_nothing(status: int) -> None:
    answer("other words", status)
    assert MODEL.rephrase(draft="Launch", suggestion="Say why.") == "Say why."


@responses.activate
def test_an_endpoint_that_is_away_or_talks_nonsense_changes_nothing() -> None:
    responses.post(f"{URL}/chat/completions", body=requests.ConnectionError())
    responses.post(f"{URL}/chat/completions", body="<html>")
    responses.post(f"{URL}/chat/completions", json=["?"])
    for _ in range(3):
        assert MODEL.rephrase(draft="Launch", suggestion="Say why.") == "Say why."


@responses.activate
def test_people_never_leave_the_house() -> None:
    answer("words")
    draft = (
        "Mira (557058:0a1b2c3d-1111-4222-8333-444455556666, mira@example.com) and 5f8c1e0a9d3b7c00690a0051 launch it"
    )
    MODEL.rephrase(draft=draft, suggestion="Say why.")
    sent = json.loads(responses.calls[0].request.body or b"")
    said = sent["messages"][1]["content"]
    assert "557058" not in said
    assert "mira@" not in said
    assert "5f8c1e0a9d3b7c00690a0051" not in said
    assert said.count("[person]") == 3
    assert without_people("12:30, 2026") == "12:30, 2026"


def test_the_operators_key_is_not_shown() -> None:
    assert "secret" not in repr(MODEL)
