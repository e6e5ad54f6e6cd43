"""A client whose product answers what a test says, however odd."""

from collections.abc import Callable
from typing import Any

import responses

from connect.outbound.atlassian import Products
from connect.outbound.budget import Budget
from connect.outbound.confluence import ConfluenceClient
from connect.outbound.counters import MemoryCounters
from connect.outbound.jira import JiraClient
from connect.site import Door, Installation, Product

JIRA = "https://a.atlassian.net"
WIKI = "https://a.atlassian.net/wiki"

ISSUE: dict[str, Any] = {
    "id": "7",
    "key": "GROW-7",
    "fields": {
        "summary": "Guests come back",
        "status": {"name": "To Do", "statusCategory": {"key": "new"}},
        "project": {"key": "GROW"},
        "issuetype": {"hierarchyLevel": 1},
        "updated": "2026-11-22T10:00:00.000+0000",
    },
}


def installation(product: Product = Product.JIRA, **changes: Any) -> Installation:
    """Return an installation on a site that is not there."""
    values: dict[str, Any] = {
        "id": f"i-{product}",
        "site_id": "s1",
        "door": Door.CONNECT,
        "product": product,
        "client_key": "client-1",
        "shared_secret": "s" * 48,
        "base_url": JIRA if product is Product.JIRA else WIKI,
    }
    return Installation(**values | changes)


def products(*, budget: Budget | None = None, on_send: Callable[[], None] = lambda: None) -> Products:
    """Return clients with a budget of their own."""
    return Products(app_key="northstar", budget=budget or Budget(counters=MemoryCounters()), on_send=on_send)


def jira(**kwargs: Any) -> JiraClient:
    """Return a Jira client."""
    return products(**kwargs).jira(installation())


def confluence(**kwargs: Any) -> ConfluenceClient:
    """Return a Confluence client."""
    return products(**kwargs).confluence(installation(Product.CONFLUENCE))


def answers(method: str, url: str, *replies: dict[str, Any]) -> None:
    """Let an address answer the given replies one after the other."""
    for reply in replies:
        responses.add(method, url, **reply)
