"""Every operation we call is in Atlassian's specifications, in the simulated site, and within the scopes we ask for."""

import re
from functools import cache
from typing import Any

import pytest
from werkzeug.routing import MapAdapter

from connect.descriptor import build_descriptor
from connect.outbound import confluence, jira
from connect.outbound.confluence import extras, pages, spaces
from connect.outbound.http import Endpoint
from connect.outbound.jira import details, editing, fields, people, projects, reading
from tests.shared import specification
from tests.site.app import create_site
from tests.site.config import SiteConfig

JIRA_GROUPS = (reading, details, editing, fields, projects, people)
WIKI_GROUPS = (spaces, pages, extras)


def _endpoints(*modules: Any) -> dict[str, Endpoint]:
    return {
        f"{module.__name__.rsplit('.', 1)[1]}.{name}": value
        for module in modules
        for name, value in vars(module).items()
        if isinstance(value, Endpoint)
    }


JIRA = _endpoints(*JIRA_GROUPS)
WIKI = _endpoints(*WIKI_GROUPS)


@cache
def operations(name: str, prefix: str) -> dict[tuple[str, str], Any]:
    """Return the operations of a specification by method and path shape."""
    return {
        (method.upper(), _shape(prefix + path)): operation
        for path, methods in specification(name)["paths"].items()
        for method, operation in methods.items()
    }


def _shape(path: str) -> str:
    parts = path.strip("/").split("/")
    return "/".join("{}" if part.startswith("{") else part for part in parts)


def specified(endpoint: Endpoint) -> Any:
    """Return the specification of one of our operations, None if there is none."""
    key = (endpoint.method, _shape(endpoint.path))
    for name, prefix in (
        ("jira-v3", ""),
        ("confluence-v2", "api/v2"),
    ):
        if key in operations(name, prefix):
            return operations(name, prefix)[key]
    return operations("confluence-v1", "").get((key[0], f"wiki/{key[1]}"))


@pytest.mark.parametrize("endpoint", (JIRA | WIKI).values(), ids=(JIRA | WIKI).keys())
def test_an_endpoint_is_specified_and_not_on_its_way_out(endpoint: Endpoint) -> None:
    operation = specified(endpoint)
    assert operation is not None
    assert not operation.get("deprecated")


@pytest.mark.parametrize("endpoint", (JIRA | WIKI).values(), ids=(JIRA | WIKI).keys())
def test_an_endpoint_is_open_to_a_connect_app_with_our_scopes(endpoint: Endpoint) -> None:
    scope = specified(endpoint)["x-atlassian-connect-scope"]
    assert scope in {"NONE", *build_descriptor(base_url="https://okr.example.com")["scopes"]}


@pytest.mark.parametrize(
    ("endpoint", "prefix"),
    [*((one, "/") for one in JIRA.values()), *((one, "/wiki/") for one in WIKI.values())],
    ids=[*JIRA, *WIKI],
)
def test_an_endpoint_is_simulated(endpoint: Endpoint, prefix: str) -> None:
    path = prefix + re.sub(r"\{\w+\}", "1", endpoint.path)
    assert _simulated().match(path, method=endpoint.method)


@cache
def _simulated() -> MapAdapter:
    app = create_site(SiteConfig(port=1, app_url="http://127.0.0.1:2", issues=0))
    return app.url_map.bind("127.0.0.1")


@pytest.mark.parametrize("client", [jira.JiraClient, confluence.ConfluenceClient])
def test_each_method_says_what_it_calls_and_with_which_scope(client: type) -> None:
    bare = [
        name
        for name in dir(client)
        if not name.startswith("_")
        and not {"Scope:", "https://developer.atlassian.com/"} <= set(_words(getattr(client, name).__doc__))
    ]
    assert bare == []


def _words(doc: str) -> list[str]:
    words = doc.split()
    return [*words, *(word[: len("https://developer.atlassian.com/")] for word in words)]
