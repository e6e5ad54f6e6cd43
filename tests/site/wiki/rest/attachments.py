"""Files on pages: v2 reads and deletes them, v1 uploads them, and browsers download them."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, request
from werkzeug.datastructures import FileStorage

from tests.site.wiki.errors import BadRequest, NotFound, WikiRefusal
from tests.site.wiki.model import Attachment, Page
from tests.site.wiki.rest import shapes
from tests.site.wiki.rest.answers import numeric, paged
from tests.site.wiki.rest.here import author, base, wiki

routes_v2 = Blueprint("attachments", __name__)
routes_v1 = Blueprint("attachments_v1", __name__)


class TokenMissing(WikiRefusal):
    """Uploads need the header that browsers cannot send across sites."""

    status = 403
    code = "FORBIDDEN"


@routes_v2.get("/pages/<page_id>/attachments")
def list_attachments(page_id: str) -> Response:
    """List the files of a page, all or by name or media type."""
    page = wiki().page(numeric("id", page_id))
    name, media_type = request.args.get("filename"), request.args.get("mediaType")
    rows = [
        kept
        for kept in page.attachments.values()
        if (name is None or kept.filename == name) and (media_type is None or kept.media_type == media_type)
    ]
    return paged(rows, shapes.attachment, base=base(), default_limit=50)


@routes_v2.get("/attachments/<attachment_id>")
def get_attachment(attachment_id: str) -> dict[str, Any]:
    """Read what is known about one file."""
    kept = wiki().attachments.get(attachment_id)
    if kept is None:
        raise NotFound(f"Could not find attachment with id: {attachment_id}")
    shaped = shapes.attachment(kept)
    shaped["_links"]["base"] = base()
    return shaped


@routes_v2.delete("/attachments/<attachment_id>")
def delete_attachment(attachment_id: str) -> tuple[str, int]:
    """Remove a file."""
    wiki().detach(attachment_id)
    return "", 204


@routes_v1.post("/content/<page_id>/child/attachment")
def add_attachments(page_id: str) -> dict[str, Any]:
    """Upload files under new names; a taken name is refused."""
    return _uploaded(page_id, replace=False)


@routes_v1.put("/content/<page_id>/child/attachment")
def save_attachments(page_id: str) -> dict[str, Any]:
    """Upload files; a taken name gets a new version."""
    return _uploaded(page_id, replace=True)


@routes_v1.get("/content/<page_id>/child/attachment/<attachment_id>/download")
def download_attachment(page_id: str, attachment_id: str) -> Response:
    """Redirect to the content of a file."""
    kept = wiki().page(page_id).attachments.get(attachment_id)
    if kept is None:
        raise NotFound(f"Could not find attachment with id: {attachment_id}")
    return Response(status=302, headers={"Location": base() + shapes.download_path(kept)})


def _uploaded(page_id: str, *, replace: bool) -> dict[str, Any]:
    if request.headers.get("X-Atlassian-Token", "").lower() not in {"nocheck", "no-check"}:
        raise TokenMissing("XSRF check failed")
    page = wiki().page(page_id, statuses=("current", "draft"))
    files = request.files.getlist("file")
    if not files:
        raise BadRequest("At least one file must be sent in the part named 'file'")
    rows = [_content(page, _kept(page, file, replace=replace)) for file in files]
    return {"results": rows, "start": 0, "limit": 50, "size": len(rows), "_links": {"base": base(), "context": "/wiki"}}


def _kept(page: Page, file: FileStorage, *, replace: bool) -> Attachment:
    if not file.filename:
        raise BadRequest("The file part has no file name")
    return wiki().attach(
        page=page,
        filename=file.filename,
        media_type=file.mimetype or "application/octet-stream",
        content=file.read(),
        by=author(),
        comment=request.form.get("comment", ""),
        replace=replace,
        minor_edit=request.form.get("minorEdit", "true") == "true",
    )


def _content(page: Page, kept: Attachment) -> dict[str, Any]:
    """Shape a file as v1's generic content."""
    version = kept.version
    return {
        "id": kept.id,
        "type": "attachment",
        "status": kept.status,
        "title": kept.filename,
        "version": {
            "by": {"type": "known", "accountId": version.author_id, "accountType": "atlassian"},
            "when": shapes.instant(version.created_at),
            "friendlyWhen": "just a moment ago",
            "message": version.message,
            "number": version.number,
            "minorEdit": version.minor_edit,
            "contentTypeModified": False,
        },
        "container": {"id": page.id, "type": "page", "status": page.status, "title": page.title},
        "metadata": {"mediaType": kept.media_type, "comment": version.message},
        "extensions": {
            "mediaType": kept.media_type,
            "fileSize": len(kept.content),
            "comment": version.message,
            "fileId": kept.file_id,
            "collectionName": f"contentId-{page.id}",
        },
        "_links": {
            "webui": f"/pages/viewpageattachments.action?pageId={page.id}",
            "download": shapes.download_path(kept),
            "self": f"{base()}/rest/api/content/{kept.id}",
        },
    }
