"""Spaces and pages the way their pages show them. Reads the site's wiki; changes nothing."""

from __future__ import annotations

from typing import Any

from tests.site.views.shell import ago, me, safe, site, tint
from tests.site.wiki.model import Page, Space, Version
from tests.site.wiki.render import render


def address(page: Page) -> str:
    """Return where a page is shown."""
    return f"/wiki/spaces/{site().wiki.spaces[page.space_id].key}/pages/{page.id}"


def spaces() -> list[dict[str, Any]]:
    """Return every space, by name."""
    wiki = site().wiki
    rows = [
        {
            "key": space.key,
            "name": space.name,
            "tint": tint(space.key),
            "count": sum(page.space_id == space.id for page in wiki.current()),
        }
        for space in wiki.spaces.values()
    ]
    return sorted(rows, key=lambda row: str(row["name"]))


def shown_space(space: Space) -> dict[str, Any]:
    """Return a space for the sidebar."""
    return {"key": space.key, "name": space.name, "tint": tint(space.key)}


def tree(space: Space) -> list[dict[str, Any]]:
    """Return the pages of a space as a tree; pages beside the home page follow it."""
    wiki = site().wiki
    tops = [page for page in wiki.current() if page.space_id == space.id and page.parent_id is None]
    tops.sort(key=lambda page: (page.id != space.homepage_id, page.position))
    return [_node(page) for page in tops]


def recent(limit: int) -> list[dict[str, Any]]:
    """Return the pages saved last."""
    wiki, accounts = site().wiki, site().accounts
    rows = sorted(wiki.current(), key=lambda page: page.version.created_at, reverse=True)[:limit]
    return [
        {
            "title": page.title,
            "href": address(page),
            "space": wiki.spaces[page.space_id].name,
            "author": _name(accounts.find(page.version.author_id)),
            "ago": ago(page.version.created_at, site().clock.now()),
        }
        for page in rows
    ]


def view(page: Page, *, at: Version | None = None) -> dict[str, Any]:
    """Return everything a page shows, at its newest or at an older version."""
    shown, accounts = at or page.version, site().accounts
    return {
        "id": page.id,
        "title": shown.title,
        "href": address(page),
        "number": page.version.number,
        "author": accounts.find(shown.author_id),
        "creator_name": _name(accounts.find(page.author_id)),
        "ago": ago(shown.created_at, site().clock.now()),
        "html": safe(render(site(), page, viewer=me(), body=shown.body)),
        "labels": sorted(page.labels),
    }


def versions(page: Page) -> list[dict[str, Any]]:
    """Return a page's versions, newest first."""
    return [
        {
            "number": version.number,
            "at": version.created_at.strftime("%d %b %Y, %H:%M UTC"),
            "author": site().accounts.find(version.author_id),
            "message": version.message,
        }
        for version in reversed(page.versions)
    ]


def _node(page: Page) -> dict[str, Any]:
    below = [_node(child) for child in site().wiki.children(page.id)]
    return {"id": page.id, "title": page.title, "href": address(page), "children": below}


def _name(account: Any) -> str:
    return account.name if account else "a former user"
