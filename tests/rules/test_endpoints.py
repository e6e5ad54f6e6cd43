"""Every endpoint we call stands in Atlassian's documents, is not deprecated, needs no scope we don't ask for, and the simulator has it."""

import importlib
import json
import pkgutil
import re
from collections.abc import Iterator

import pytest
from werkzeug.routing import RequestRedirect

import connect.outbound
from connect.outbound.http import Endpoint
from tests.rules.places import ROOT
from tests.shared import specification
from tests.site.app import create_site
from tests.site.config import SiteConfig


def endpoints() -> Iterator[tuple[str, Endpoint]]:
    """Yield (product, endpoint) of every operation that the clients know."""
    for product in ("jira", "confluence"):
        package = importlib.import_module(f"connect.outbound.{product}")
        for info in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
            for value in vars(importlib.import_module(info.name)).values():
                if isinstance(value, Endpoint):
                    yield product, value


ALL = sorted({(product, endpoint.method, endpoint.path) for product, endpoint in endpoints()})


@pytest.mark.parametrize(("product", "method", "path"), ALL, ids=lambda value: str(value))
def test_the_operation_is_documented_and_alive(product: str, method: str, path: str) -> None:
    name, prefix = (
        ("jira-v3", "")
        if product == "jira"
        else ("confluence-v2", "api/v2")
        if path.startswith("api/v2")
        else ("confluence-v1", "")
    )
    wanted = shape(
        path.removeprefix(prefix) if prefix else ("/wiki/" + path if product == "confluence" else "/" + path)
    )
    found = {shape(known): known for known in specification(name)["paths"]}
    assert wanted in found, f"{path} is not in {name}"
    operation = specification(name)["paths"][found[wanted]].get(method.lower())
    assert operation is not None, f"{name} has no {method} {path}"
    assert not operation.get("deprecated"), f"{method} {path} is deprecated"


@pytest.mark.parametrize(("product", "method", "path"), ALL, ids=lambda value: str(value))
def test_the_simulator_has_it(product: str, method: str, path: str) -> None:
    adapter = create_site(SiteConfig(port=1, app_url="http://127.0.0.1:2")).url_map.bind("127.0.0.1")
    filled = "/" + ("wiki/" if product == "confluence" else "") + re.sub(r"\{[^}]+\}", "10001", path)
    try:
        adapter.match(filled, method=method)
    except RequestRedirect:
        pytest.fail(f"the simulator redirects {method} {filled}")


def test_the_descriptor_asks_for_no_more_than_the_calls_need() -> None:
    """Reading and writing are enough: no call of ours deletes, administrates or acts as a person."""
    descriptor = json.loads((ROOT / "atlassian-connect.json").read_text())
    assert descriptor["scopes"] == ["READ", "WRITE"]
    assert {method for _, method, _ in ALL} <= {"GET", "POST", "PUT"}


def test_there_is_one_package_for_each_product() -> None:
    names = {info.name for info in pkgutil.iter_modules(connect.outbound.__path__) if info.ispkg}
    assert names == {"jira", "confluence"}


def shape(path: str) -> str:
    """Return a path with every variable called the same."""
    return re.sub(r"\{[^}]+\}", "{}", path).rstrip("/")
