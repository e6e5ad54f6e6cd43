"""JSON shapes of Confluence v2 objects, from the wiki's records."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from urllib.parse import quote_plus

from tests.site.wiki.model import Attachment, Label, Page, Property, Space, Version


def instant(at: datetime) -> str:
    """Return an instant the way Confluence writes it."""
    return at.strftime("%Y-%m-%dT%H:%M:%S.") + f"{at.microsecond // 1000:03d}Z"


def version(kept: Version) -> dict[str, Any]:
    """Shape a version."""
    return {
        "number": kept.number,
        "message": kept.message,
        "minorEdit": kept.minor_edit,
        "authorId": kept.author_id,
        "createdAt": instant(kept.created_at),
    }


def space(kept: Space) -> dict[str, Any]:
    """Shape a space."""
    return {
        "id": kept.id,
        "key": kept.key,
        "name": kept.name,
        "type": kept.type,
        "status": kept.status,
        "authorId": kept.author_id,
        "currentActiveAlias": kept.key,
        "createdAt": instant(kept.created_at),
        "homepageId": kept.homepage_id,
        "_links": {"webui": f"/spaces/{kept.key}"},
    }


def page(
    kept: Page, in_space: Space, *, bodies: dict[str, str] | None = None, at: Version | None = None
) -> dict[str, Any]:
    """Shape a page; `bodies` by representation, `at` a version other than the newest."""
    shown = at or kept.version
    path = f"/spaces/{in_space.key}/pages/{kept.id}"
    return {
        "id": kept.id,
        "status": "historical" if at and at is not kept.version else kept.status,
        "title": shown.title,
        "spaceId": kept.space_id,
        "parentId": kept.parent_id,
        "parentType": "page" if kept.parent_id else None,
        "position": kept.position,
        "authorId": kept.author_id,
        "ownerId": kept.author_id,
        "lastOwnerId": None,
        "createdAt": instant(kept.created_at),
        "version": version(shown),
        "body": {name: {"representation": name, "value": value} for name, value in (bodies or {}).items()},
        "_links": {
            "webui": f"{path}/{quote_plus(shown.title)}",
            "editui": f"{path}/edit",
            "tinyui": f"/x/{kept.id}",
        },
    }


def child(kept: Page) -> dict[str, Any]:
    """Shape a page as an entry below its parent."""
    return {
        "id": kept.id,
        "status": kept.status,
        "title": kept.title,
        "type": "page",
        "spaceId": kept.space_id,
        "childPosition": kept.position,
    }


def content_property(kept: Property) -> dict[str, Any]:
    """Shape a content property."""
    return {"id": kept.id, "key": kept.key, "value": kept.value, "version": version(kept.version)}


def label(kept: Label) -> dict[str, Any]:
    """Shape a label."""
    return {"id": kept.id, "name": kept.name, "prefix": kept.prefix}


def download_path(kept: Attachment) -> str:
    """Return the address of a file's content, relative to /wiki."""
    return f"/download/attachments/{kept.page_id}/{quote_plus(kept.filename)}?version={kept.version.number}&api=v2"


def attachment(kept: Attachment) -> dict[str, Any]:
    """Shape a file."""
    webui = f"/pages/viewpageattachments.action?pageId={kept.page_id}&preview=%2F{kept.page_id}%2F{kept.id}"
    return {
        "id": kept.id,
        "status": kept.status,
        "title": kept.filename,
        "createdAt": instant(kept.version.created_at),
        "pageId": kept.page_id,
        "mediaType": kept.media_type,
        "mediaTypeDescription": kept.media_type,
        "comment": kept.version.message,
        "fileId": kept.file_id,
        "fileSize": len(kept.content),
        "webuiLink": webui,
        "downloadLink": download_path(kept),
        "version": version(kept.version),
        "_links": {"webui": webui, "download": download_path(kept)},
    }
