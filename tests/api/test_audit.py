"""One text audited through the API. Issue 4, point 3; requirements 4."""

from time import perf_counter

import pytest
from flask.testing import FlaskClient

API = "/api/v1/audit"


@pytest.mark.parametrize(
    ("body", "verdict", "rule"),
    [
        ({"kind": "kr", "text": "Launch the new website"}, "task", "kr.task"),
        ({"kind": "kr", "text": "Reduce churn"}, "no-number", "kr.number"),
        ({"kind": "objective", "text": "Deliver excellence"}, "vague", "objective.vague"),
        ({"kind": "kr", "text": "Kosten senken", "language": "de"}, "no-number", "kr.number"),
    ],
)
def test_a_defect_comes_with_rule_source_and_rewrite(
    client: FlaskClient, body: dict[str, object], verdict: str, rule: str
) -> None:
    """W-07, M-15, O-15; M-22."""
    answer = client.post(API, json=body)
    assert answer.status_code == 200, answer.text
    found = answer.get_json()
    assert found["verdict"] == verdict
    first = next(finding for finding in found["findings"] if finding["rule"] == rule)
    assert first["source"]
    assert first["suggestion"]
    assert found["rewrite"]


def test_fields_and_preset_count_before_the_text(client: FlaskClient) -> None:
    """A target in the tracker is a number; a waiver lets an output stand under the preset that knows waivers (O-10)."""
    fields = {"kind": "kr", "text": "Reduce churn", "baseline": 5, "target": 3, "unit": "%"}
    assert client.post(API, json=fields).get_json()["verdict"] == "good"
    waived = {"kind": "kr", "text": "Set up the console", "waived": True, "preset": "oboard"}
    assert client.post(API, json=waived).get_json()["verdict"] == "good"
    assert client.post(API, json={**waived, "preset": None}).get_json()["verdict"] == "task"


@pytest.mark.parametrize(
    ("body", "status", "field"),
    [
        ({"text": "Reduce churn"}, 400, "kind"),
        ({"kind": "epic", "text": "Reduce churn"}, 400, "kind"),
        ({"kind": "kr", "text": "x" * 65_537}, 400, "text"),
        ({"kind": "kr", "text": "Reduce churn", "preset": "no-such"}, 422, "preset"),
    ],
)
def test_what_cannot_be_audited_names_its_field(
    client: FlaskClient, body: dict[str, object], status: int, field: str
) -> None:
    answer = client.post(API, json=body)
    assert answer.status_code == status, answer.text
    assert field in answer.text


def test_it_answers_while_somebody_types(client: FlaskClient) -> None:
    """Ten texts one after another stay far from what a person notices; the judgement itself takes under a millisecond."""
    started = perf_counter()
    for number in range(10):
        client.post(API, json={"kind": "kr", "text": f"Raise activation from {number}% to 60% by 30 June"})
    assert perf_counter() - started < 2
