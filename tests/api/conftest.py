"""The JSON API over a real store, called as a person of the site; Jira is four people who may do everything."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from service.domain.model import Site
from service.store import Store
from tests.browser.company import SITE_ID
from tests.browser.stage import stage
from tests.databases import migrated_file


@pytest.fixture
def app(tmp_path: Path) -> Iterator[Flask]:
    """Return the app of an empty site."""
    store = Store.open(migrated_file(tmp_path / "api.sqlite"), secret_keys=("a key of the api tests",))
    with store.transaction() as tx:
        tx.sites.add(site=Site(id=SITE_ID, host="127.0.0.1:9"))
    yield stage(store)
    store.close()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """Return a client that speaks as one person of the site."""
    return app.test_client()


@pytest.fixture
def make(client: FlaskClient) -> Callable[..., Any]:
    """Return a function that posts and gives back what was created."""

    def post(path: str, **body: object) -> Any:
        answer = client.post(f"/api/v1{path}", json=body)
        assert answer.status_code == 201, answer.text
        return answer.get_json()

    return post


@pytest.fixture
def plan(make: Callable[..., Any]) -> dict[str, Any]:
    """Create a cycle, a team, an objective and a key result through the API."""
    cycle = make("/cycles", key="2026-Q4", name="Quarter 4", starts_on="2026-10-01", ends_on="2026-12-31")
    team = make("/teams", name="Growth", project_key="GROW")
    objective = make("/objectives", cycle_id=cycle["id"], team_id=team["id"], title="Make the first order effortless")
    key_result = make(
        f"/objectives/{objective['id']}/key-results", title="Completion", baseline=48, target=65, unit="%"
    )
    return {"cycle": cycle, "team": team, "objective": objective, "key_result": key_result}
