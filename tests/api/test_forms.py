"""The forms of every kind of key result, as a browser sends them. Requirements 3.1; issue "The outcome engine", points 1 and 2."""

from typing import Any

import pytest
from flask.testing import FlaskClient

from service.domain.model import BandShape, HoldMethod, HoldShape, RatioShape, ZoneShape
from service.domain.shape_texts import shape_from_data
from service.web.forms.shapes import shape_values, with_shape

Plan = dict[str, Any]
SHAPES = (
    ("stay_above", HoldShape(method=HoldMethod.AVERAGE)),
    ("between", BandShape(tolerance=0.5)),
    ("ratio", RatioShape(least_denominator=200.0, factor=1.0)),
    ("zone", ZoneShape(stretch=90.0, commit=40.0, target=None)),
)
KINDS = (
    ({"direction": "stay_below", "target": "2", "hold_method": "share"}, {"type": "hold", "method": "share"}),
    ({"direction": "stay_below", "target": "2", "hold_method": "now"}, None),
    ({"direction": "between", "lower": "2", "upper": "4", "tolerance": "1"}, {"type": "band", "tolerance": 1.0}),
    ({"direction": "zone", "baseline": "10", "stretch": "90"}, {"type": "zone", "stretch": 90.0}),
    ({"direction": "ratio", "baseline": "10", "target": "20", "factor": "100"}, None),
)


@pytest.mark.parametrize(("direction", "shape"), SHAPES)
def test_what_the_form_shows_is_what_it_reads(direction: str, shape: Any) -> None:
    """An untouched form changes nothing."""
    typed = {name: value for name, value in shape_values(shape).items() if value}
    read = with_shape({"direction": direction, **typed}, before=shape)["shape"]
    numbers = {name: value for name, value in read.items() if value is not None}
    assert shape_from_data(data={"factor": "1", **numbers} if direction == "ratio" else numbers) == shape


@pytest.mark.parametrize(("typed", "shape"), KINDS)
def test_each_kind_is_added(client: FlaskClient, plan: Plan, typed: dict[str, str], shape: Any) -> None:
    """The fields of a kind reach its shape."""
    made = _add(client, plan, title="A number", **typed)
    assert made["direction"] == typed["direction"]
    stored = {name: value for name, value in (made["shape"] or {}).items() if value is not None} or None
    assert stored == shape


def test_milestones_are_written_a_line_each_and_ticked_off(client: FlaskClient, plan: Plan) -> None:
    """Weights and days may follow the title; the check-in's value is the done share of the weights."""
    lines = "Sign the contract; 2; 2026-11-15\nMove the data\n\nSwitch off; 2026-12-01; 1"
    made = _add(client, plan, title="The old catalogue is gone", direction="milestones", milestones=lines)
    told = [(each["id"], each["title"], each["weight"], each["due_on"]) for each in made["shape"]["milestones"]]
    assert told == [
        ("m1", "Sign the contract", 2.0, "2026-11-15"),
        ("m2", "Move the data", 1.0, None),
        ("m3", "Switch off", 1.0, "2026-12-01"),
    ]
    address = f"/ui/fragments/forms/key-results/{made['id']}/check-in"
    assert client.post(address, data={"done": ["m1", "m2"], "confidence": "60"}).status_code == 200
    history = client.get(f"/api/v1/key-results/{made['id']}/check-ins").get_json()
    assert history[-1]["value"] == 75.0
    shown = client.get(address).text
    assert [f'value="m{n}" checked' in shown for n in (1, 2, 3)] == [True, True, False]


def test_a_milestone_keeps_its_id_when_others_come_and_go(client: FlaskClient, plan: Plan) -> None:
    """What is done is recorded by id, so a title that stays keeps its own."""
    made = _add(client, plan, title="Steps", direction="milestones", milestones="One\nTwo")
    why = {"reason": "replan", "explanation": "One more step.", "notified": "acc-ines"}
    typed = {"title": "Steps", "direction": "milestones", "milestones": "Zero\nTwo", "weight": "1", **why}
    answer = client.post(f"/ui/fragments/forms/key-results/{made['id']}/edit", data=typed)
    assert answer.status_code == 200, answer.text
    kept = _key_results(client, plan)[-1]["shape"]["milestones"]
    assert [(each["id"], each["title"]) for each in kept] == [("m3", "Zero"), ("m2", "Two")]


def test_a_ratio_is_checked_in_by_its_parts(client: FlaskClient, plan: Plan) -> None:
    """Value = factor × part / whole."""
    made = _add(client, plan, title="Share", direction="ratio", baseline="10", target="20", factor="100")
    address = f"/ui/fragments/forms/key-results/{made['id']}/check-in"
    assert client.post(address, data={"numerator": "30"}).status_code == 422
    assert client.post(address, data={"numerator": "30", "denominator": "200"}).status_code == 200
    assert client.get(f"/api/v1/key-results/{made['id']}/check-ins").get_json()[-1]["value"] == 15.0


def test_a_person_may_judge_and_project(client: FlaskClient, plan: Plan) -> None:
    """Requirements 3.4: the human status counts, and 3.5: the owner's projection comes first."""
    address = f"/ui/fragments/forms/key-results/{plan['key_result']['id']}/check-in"
    typed = {"value": "50", "confidence": "70", "status": "on_track", "projection": "63"}
    assert client.post(address, data=typed).status_code == 200
    page = client.get(f"/ui/fragments/objectives/{plan['objective']['id']}").text
    assert "chance of at least 0.7" in page
    assert "own projection" in page
    board = client.get("/api/v1/board").get_json()
    view = board["teams"][0]["objectives"][0]["key_results"][0]
    assert (view["status"], view["computed_status"]) == ("on_track", "at_risk")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"direction": "zone", "baseline": "10"}, "Give the stretch"),
        ({"direction": "milestones"}, "Name the milestones, one a line."),
        ({"direction": "milestones", "milestones": "One; heavy"}, "Not a valid number."),
        ({"direction": "between", "lower": "4"}, "needs a lower and an upper bound"),
        ({"direction": "increase", "baseline": "1", "target": "2", "tracker_kind": "jql"}, "needs the query"),
    ],
)
def test_what_is_missing_is_said(client: FlaskClient, plan: Plan, typed: dict[str, str], said: str) -> None:
    """422 with the way out, and the form keeps what was typed."""
    answer = client.post(_address(plan), data={"title": "A long title", "weight": "1", **typed})
    assert answer.status_code == 422
    assert said in answer.text
    assert 'value="A long title"' in answer.text


def _address(plan: Plan) -> str:
    return f"/ui/fragments/forms/objectives/{plan['objective']['id']}/key-result"


def _add(client: FlaskClient, plan: Plan, **typed: str) -> Any:
    answer = client.post(_address(plan), data={"weight": "1", "tracker_kind": "manual", **typed})
    assert answer.status_code == 200, answer.text
    return _key_results(client, plan)[-1]


def _key_results(client: FlaskClient, plan: Plan) -> Any:
    return client.get(f"/api/v1/objectives/{plan['objective']['id']}/key-results").get_json()
