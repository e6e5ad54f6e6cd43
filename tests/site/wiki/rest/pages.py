"""v2 pages: list, create, read, save, rename, delete."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, g, request

from tests.site.wiki.errors import BadRequest, NotFound
from tests.site.wiki.model import Page, Version
from tests.site.wiki.render import render
from tests.site.wiki.rest import shapes
from tests.site.wiki.rest.answers import json_body, listed, numeric, paged
from tests.site.wiki.rest.here import author, base, fault, site, wiki
from tests.site.wire import charge

routes = Blueprint("pages", __name__)
_LATE_S = 1.5
_SORTS = {"id": lambda p: int(p.id), "title": lambda p: p.title.lower(), "created-date": lambda p: p.created_at}
_SORTS["modified-date"] = lambda p: p.version.created_at


@routes.get("/pages")
def list_pages() -> Response:
    """List pages by id, space, title and status."""
    return _listing([page for page in wiki().pages.values() if _wanted(page)])


@routes.get("/spaces/<space_id>/pages")
def list_pages_of_space(space_id: str) -> Response:
    """List the pages of one space."""
    if numeric("id", space_id) not in wiki().spaces:
        raise NotFound(f"Could not find space with id: {space_id}")
    return _listing([page for page in wiki().pages.values() if page.space_id == space_id and _wanted(page)])


@routes.post("/pages")
def create_page() -> dict[str, Any]:
    """Create a page; without a parent it goes below the space's home page."""
    sent = json_body()
    space_id = numeric("spaceId", str(sent.get("spaceId", "")))
    space = wiki().spaces.get(space_id)
    if space is None:
        raise NotFound(f"Could not find space with id: {space_id}")
    parent_id = sent.get("parentId")
    if parent_id is None and request.args.get("root-level") != "true":
        parent_id = space.homepage_id
    page = wiki().create(
        space_id=space_id,
        title=str(sent.get("title") or ""),
        body=_storage_sent(sent, required=False),
        parent_id=str(parent_id) if parent_id is not None else None,
        by=author(),
        status=_status_sent(sent),
        late_s=_LATE_S if fault("page-late") else 0.0,
    )
    return _single(page, formats=["storage"])


@routes.get("/pages/<page_id>")
def get_page(page_id: str) -> dict[str, Any]:
    """Read one page, its newest version or an older one."""
    statuses = tuple(listed("status")) or ("current", "archived")
    page = wiki().page(numeric("id", page_id), statuses=statuses)
    charge(core=1)
    at = _version_asked(page)
    answer = _single(page, formats=listed("body-format"), at=at)
    if request.args.get("include-labels") == "true":
        answer["labels"] = _included([shapes.label(kept) for kept in page.labels.values()])
    if request.args.get("include-properties") == "true":
        answer["properties"] = _included([shapes.content_property(kept) for kept in page.properties.values()])
    return answer


@routes.put("/pages/<page_id>")
def save_page(page_id: str) -> dict[str, Any]:
    """Save a new version; the number must be the current one plus one."""
    sent = json_body()
    missing = [name for name in ("id", "status", "title", "body", "version") if sent.get(name) in (None, "")]
    if missing:
        raise BadRequest(f"Provided value for '{missing[0]}' must not be null")
    page = wiki().page(numeric("id", page_id), statuses=("current", "archived", "trashed", "draft"))
    if str(sent["id"]) != page_id:
        raise BadRequest("The id of the body does not match the id of the path")
    _status_sent(sent)
    given = sent["version"] if isinstance(sent["version"], dict) else {}
    if fault("stale-409"):
        _edit_by_somebody(page)
    parent_id = sent.get("parentId")
    wiki().update(
        page=page,
        number=_number(given),
        title=str(sent["title"]),
        body=_storage_sent(sent, required=True),
        by=author(),
        message=str(given.get("message") or ""),
        parent_id=str(parent_id) if parent_id is not None else None,
        minor_edit=bool(given.get("minorEdit")),
    )
    return _single(page, formats=["storage"])


@routes.put("/pages/<page_id>/title")
def rename_page(page_id: str) -> dict[str, Any]:
    """Rename a page, which is a new version as well."""
    sent = json_body()
    _status_sent(sent)
    page = wiki().page(numeric("id", page_id))
    number = page.version.number + 1
    wiki().update(page=page, number=number, title=str(sent.get("title") or ""), body=page.body, by=author())
    return _single(page, formats=[])


@routes.delete("/pages/<page_id>")
def delete_page(page_id: str) -> tuple[str, int]:
    """Put a page into the trash; `purge=true` removes a trashed one."""
    purge = request.args.get("purge") == "true"
    statuses = ("trashed", "current") if purge else ("current", "draft", "archived")
    wiki().trash(wiki().page(numeric("id", page_id), statuses=statuses), purge=purge)
    return "", 204


def _included(rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {"results": rows, "meta": {"hasMore": False}, "_links": {}}


def _wanted(page: Page) -> bool:
    ids = {numeric("id", text) for text in listed("id")}
    spaces = {numeric("space-id", text) for text in listed("space-id")}
    title = request.args.get("title")
    return (
        page.status in (listed("status") or ["current", "archived"])
        and not (page.visible_at and page.visible_at > wiki().now())
        and (not ids or page.id in ids)
        and (not spaces or page.space_id in spaces)
        and (title is None or page.title == title)
    )


def _listing(rows: list[Page]) -> Response:
    sort = request.args.get("sort", "id")
    if sort.removeprefix("-") not in _SORTS:
        raise BadRequest(f"Provided value {{{sort}}} for 'sort' is not the correct type")
    rows.sort(key=_SORTS[sort.removeprefix("-")], reverse=sort.startswith("-"))
    formats = listed("body-format")
    return paged(rows, lambda page: _shaped(page, formats), base=base())


def _single(page: Page, *, formats: list[str], at: Version | None = None) -> dict[str, Any]:
    shaped = _shaped(page, formats, at=at)
    shaped["_links"]["base"] = base()
    return shaped


def _shaped(page: Page, formats: list[str], *, at: Version | None = None) -> dict[str, Any]:
    body = (at or page.version).body
    bodies: dict[str, str] = {}
    for name in formats:
        if name == "storage":
            bodies[name] = body
        elif name in {"view", "export_view", "styled_view", "anonymous_export_view"}:
            bodies["view"] = render(site(), page, viewer=g.account, body=body)
        else:
            raise BadRequest(f"This site does not answer in body-format '{name}'")
    return shapes.page(page, wiki().spaces[page.space_id], bodies=bodies, at=at)


def _number(given: dict[str, Any]) -> int:
    number = given.get("number")
    if not isinstance(number, int):
        raise BadRequest("Provided value for 'version.number' must not be null")
    return number


def _version_asked(page: Page) -> Version | None:
    text = request.args.get("version")
    if text is None:
        return None
    number = int(numeric("version", text))
    found = next((version for version in page.versions if version.number == number), None)
    if found is None:
        raise NotFound(f"Could not find version {number} of content with id: {page.id}")
    return found


def _status_sent(sent: dict[str, Any]) -> str:
    status = sent.get("status", "current")
    if status not in {"current", "draft"}:
        raise BadRequest(f"Provided value {{{status}}} for 'status' is not the correct type. Expected current or draft")
    return str(status)


def _storage_sent(sent: dict[str, Any], *, required: bool) -> str:
    """Return the storage body sent, in either of the two documented forms."""
    body = sent.get("body")
    if not body and not required:
        return ""
    if isinstance(body, dict) and isinstance(body.get("storage"), dict):
        body = body["storage"]
    if not isinstance(body, dict) or not isinstance(body.get("value"), str):
        raise BadRequest("Provided value for 'body' must have a representation and a value")
    if body.get("representation") != "storage":
        raise BadRequest(f"This site takes the representation 'storage' only, not '{body.get('representation')}'")
    return str(body["value"])


def _edit_by_somebody(page: Page) -> None:
    wiki().update(
        page=page,
        number=page.version.number + 1,
        title=page.title,
        body=page.body,
        by=page.author_id,
        message="edited meanwhile",
    )
