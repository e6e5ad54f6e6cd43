"""Other words for a suggestion. Issue "The auditor", point 11: absence changes nothing but wording."""

from flask.testing import FlaskClient


def test_without_a_model_a_suggestion_comes_back_as_it_was(client: FlaskClient) -> None:
    sent = {"draft": "Launch the shop", "suggestion": "Measure what changes: [today] to [target]."}
    reply = client.post("/api/v1/suggestions/words", json=sent)
    assert (reply.status_code, reply.get_json()) == (200, {"suggestion": sent["suggestion"]})


def test_a_missing_draft_is_named(client: FlaskClient) -> None:
    reply = client.post("/api/v1/suggestions/words", json={"suggestion": "x"})
    assert reply.status_code == 400
    assert "draft" in reply.get_json()["errors"]
