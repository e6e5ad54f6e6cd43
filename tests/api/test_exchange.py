"""The plan as a file over HTTP. Issue 3, point 10."""

from typing import Any

from flask.testing import FlaskClient

from service.domain.exchange.columns import LISTS


def test_a_plan_leaves_and_comes_back(plan: dict[str, Any], client: FlaskClient) -> None:
    whole = client.get("/api/v1/export").get_json()
    assert [each["id"] for each in whole["key_results"]] == [plan["key_result"]["id"]]
    again = client.post("/api/v1/import", json={"document": whole})
    assert again.get_json() == {
        "dry_run": False,
        "added": dict.fromkeys(LISTS.values(), 0),
        "unchanged": 4,
        "left_out": 0,
        "errors": [],
    }
    table = client.get("/api/v1/export?format=csv&cycle=2026-Q4")
    assert table.mimetype == "text/csv"
    assert client.post("/api/v1/import", json={"csv": table.text}).get_json()["unchanged"] == 4


def test_faults_are_told_by_row_and_column(plan: dict[str, Any], client: FlaskClient) -> None:
    text = "record,id,objective,title,baseline,target\nkey_result,new,nowhere,Title,0,10\n"
    told = client.post("/api/v1/import", json={"csv": text, "dry_run": True})
    assert told.status_code == 200
    assert [(each["place"], each["column"]) for each in told.get_json()["errors"]] == [("row 2", "objective")]
    refused = client.post("/api/v1/import", json={"csv": text})
    assert (refused.status_code, refused.get_json()["code"]) == (422, "import_refused")
    assert list(refused.get_json()["errors"]) == ["row 2, objective"]
    assert client.post("/api/v1/import", json={}).status_code == 400


def test_the_schema_is_published(client: FlaskClient) -> None:
    schema = client.get("/api/v1/export/schema").get_json()
    assert schema["$schema"].startswith("https://json-schema.org/")
    described = client.get("/api/openapi.json").get_json()["paths"]
    assert {"/api/v1/export", "/api/v1/export/schema", "/api/v1/import"} <= set(described)
