"""What only a job says in a room has no address: not in the API, not in the forms, not in the document."""

import pytest
from flask.testing import FlaskClient

from service.domain.room import ACTS

SYSTEM_ACTS = sorted(kind for kind, act in ACTS.items() if act.by_system)


def test_there_are_such_acts() -> None:
    assert {"committed", "commit_failed", "alignment_reviewed", "record_written"} <= set(SYSTEM_ACTS)


@pytest.mark.parametrize("kind", SYSTEM_ACTS)
def test_nobody_can_say_what_only_a_job_may_say(client: FlaskClient, kind: str) -> None:
    """O-13: a person can't make the room believe that an epic exists."""
    session = f"{5:032x}"
    body = {"act_id": f"{6:032x}", "subject_id": "x"}
    assert client.post(f"/api/v1/sessions/{session}/acts/{kind}", json=body).status_code == 404
    assert client.post(f"/ui/fragments/rooms/{session}/acts/{kind}", data=body).status_code == 404


def test_the_document_of_the_api_does_not_offer_them(client: FlaskClient) -> None:
    paths = client.get("/api/openapi.json").get_json()["paths"]
    assert any(path.endswith("/acts/commit") for path in paths)
    assert not [path for path in paths if path.rpartition("/")[2] in SYSTEM_ACTS]
