"""Every kind of key result, its parts and its trackers through the API. Requirements 3.1; issue 3, points 1 and 2."""

from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient

from schemas.api.shapes import Shape
from service.domain.model import (
    BandShape,
    HoldMethod,
    HoldShape,
    Milestone,
    MilestoneShape,
    RatioShape,
    ZoneShape,
)
from service.domain.shape_texts import shape_data, shape_from_data

STEPS = [{"id": "a", "title": "Contract signed", "weight": 3}, {"id": "b", "title": "Shop open", "weight": 1}]

KINDS: dict[str, dict[str, Any]] = {
    "between": {"lower": 10, "upper": 20, "shape": {"type": "band", "tolerance": 5}},
    "stay_below": {"target": 3, "shape": {"type": "hold", "method": "share"}},
    "binary": {"commitment": "committed"},
    "milestones": {"shape": {"type": "milestones", "milestones": STEPS}},
    "ratio": {"baseline": 20, "target": 40, "shape": {"type": "ratio", "least_denominator": 100}},
    "zone": {"baseline": 0, "shape": {"type": "zone", "stretch": 10}},
    "increase": {
        "baseline": 0,
        "target": 10,
        "starts_on": "2026-10-05",
        "due_on": "2026-12-18",
        "path": [{"on": "2026-11-01", "progress": 0.5}],
        "commitment": "moonshot",
    },
}


@pytest.mark.parametrize("direction", KINDS)
def test_a_kind_comes_back_as_it_was_sent(direction: str, plan: dict[str, Any], client: FlaskClient) -> None:
    sent = {"title": f"Kind {direction}", "direction": direction, **KINDS[direction]}
    posted = client.post(f"/api/v1/objectives/{plan['objective']['id']}/key-results", json=sent)
    assert posted.status_code == 201, posted.text
    made = posted.get_json()
    for name, value in sent.items():
        if name != "shape":
            assert made[name] == value
    if "shape" in sent:
        assert made["shape"].items() >= {k: v for k, v in sent["shape"].items() if k != "milestones"}.items()
    listed = client.get(f"/api/v1/objectives/{plan['objective']['id']}/key-results").get_json()
    assert made in listed


@pytest.mark.parametrize(
    "shape",
    [
        HoldShape(method=HoldMethod.MINIMUM),
        BandShape(tolerance=2.0),
        MilestoneShape(milestones=(Milestone(id="a", title="A"),)),
        RatioShape(least_denominator=5.0),
        ZoneShape(stretch=9.0, commit=1.0),
    ],
    ids=lambda shape: type(shape).__name__,
)
def test_the_api_and_the_store_write_shapes_alike(shape: Any) -> None:
    dumped = Shape().dump(shape)
    assert dumped == shape_data(shape=shape)
    assert shape_from_data(data=Shape().load(dumped)) == shape


def test_a_shape_of_another_kind_is_refused_by_name(plan: dict[str, Any], client: FlaskClient) -> None:
    body = {"title": "No", "direction": "zone", "baseline": 0, "shape": {"type": "band"}}
    answer = client.post(f"/api/v1/objectives/{plan['objective']['id']}/key-results", json=body)
    assert (answer.status_code, answer.get_json()["field"]) == (422, "shape")


def test_a_ratio_is_measured_by_its_parts(plan: dict[str, Any], make: Callable[..., Any], client: FlaskClient) -> None:
    made = make(f"/objectives/{plan['objective']['id']}/key-results", title="R", direction="ratio", **KINDS["ratio"])
    said = make(f"/key-results/{made['id']}/check-ins", numerator=60, denominator=200)
    assert (said["value"], said["numerator"], said["denominator"]) == (30, 60, 200)
    for parts, field in (
        ({"numerator": 5}, "denominator"),
        ({"numerator": 5, "denominator": 0}, "denominator"),
        ({"numerator": 5, "denominator": 10, "value": 49}, "value"),
    ):
        answer = client.post(f"/api/v1/key-results/{made['id']}/check-ins", json=parts)
        assert (answer.status_code, answer.get_json()["field"]) == (422, field)


def test_milestones_are_ticked_off(plan: dict[str, Any], make: Callable[..., Any], client: FlaskClient) -> None:
    path = f"/objectives/{plan['objective']['id']}/key-results"
    made = make(path, title="M", direction="milestones", **KINDS["milestones"])
    said = make(f"/key-results/{made['id']}/milestones", done=["a"])
    assert (said["value"], said["provenance"]) == (75, "milestones done: Contract signed")
    unknown = client.post(f"/api/v1/key-results/{made['id']}/milestones", json={"done": ["z"]})
    assert (unknown.status_code, unknown.get_json()["code"]) == (422, "milestone_unknown")
    other = client.post(f"/api/v1/key-results/{plan['key_result']['id']}/milestones", json={"done": []})
    assert other.get_json()["code"] == "milestone_unknown"


def test_a_machine_pushes_with_a_key_and_once(plan: dict[str, Any], client: FlaskClient) -> None:
    path = f"/api/v1/key-results/{plan['key_result']['id']}/check-ins"
    without = client.post(path, json={"value": 50, "source": "push"})
    assert (without.status_code, list(without.get_json()["errors"])) == (400, ["Idempotency-Key"])
    answers = [
        client.post(path, json={"value": 50, "source": "push"}, headers={"Idempotency-Key": "run-7"}) for _ in range(2)
    ]
    assert [each.status_code for each in answers] == [201, 200]
    assert answers[0].get_json() == answers[1].get_json()
    assert answers[0].get_json()["source"] == "push"


def test_the_board_says_where_a_key_result_will_land(plan: dict[str, Any], client: FlaskClient) -> None:
    """Requirements 3.5: not enough data is said, not guessed; a projection becomes a probability and an interval."""

    def outlook() -> Any:
        board = client.get("/api/v1/board").get_json()
        return board["teams"][0]["objectives"][0]["key_results"][0]["outlook"]

    nothing = outlook()
    assert nothing["best"] is None
    assert all(each["reason"] for each in nothing["answers"])
    client.post(f"/api/v1/key-results/{plan['key_result']['id']}/check-ins", json={"value": 55, "projection": 64})
    best = outlook()["best"]
    assert best["method"] == "owner"
    assert 0 < best["probability"] < 1
    assert best["low"] <= best["final"] <= best["high"]
