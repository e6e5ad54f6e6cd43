"""v1 search by CQL, the asynchronous body conversion, users, and the v1 content API that is gone."""

from __future__ import annotations

import re
import uuid
from typing import Any

from flask import Blueprint, Response, current_app, g, jsonify, request

from tests.site.wiki import cql
from tests.site.wiki.errors import BadRequest, NotFound
from tests.site.wiki.model import Page
from tests.site.wiki.render import render_loose
from tests.site.wiki.rest import shapes
from tests.site.wiki.rest.here import author, base, site, wiki
from tests.site.wire import charge

routes = Blueprint("search", __name__)
_TAG = re.compile(r"<[^>]+>")
_CONVERSIONS = "wiki.conversions"


@routes.get("/search")
def search_site() -> dict[str, Any]:
    """Search pages by CQL."""
    query = request.args.get("cql", "")
    if not query:
        raise BadRequest("CQL must not be empty")
    limit, start = request.args.get("limit", "25"), request.args.get("start", "0")
    if not limit.isdigit() or not start.isdigit():
        raise BadRequest("limit and start must be numbers")
    found = cql.search(wiki(), query)
    chunk = found[int(start) : int(start) + int(limit)]
    charge(core=len(chunk))
    links = {"base": base(), "context": "/wiki", "self": f"{base()}/rest/api/search"}
    if int(start) + int(limit) < len(found):
        links["next"] = f"/rest/api/search?cql={query}&limit={limit}&start={int(start) + int(limit)}"
    return {
        "results": [_result(page) for page in chunk],
        "start": int(start),
        "limit": int(limit),
        "size": len(chunk),
        "totalSize": len(found),
        "cqlQuery": query,
        "searchDuration": 12,
        "_links": links,
    }


@routes.post("/contentbody/convert/async/<to>")
def start_conversion(to: str) -> dict[str, str]:
    """Start converting storage format to `view`; the answer names a task."""
    sent = request.get_json(silent=True, force=True)
    if not isinstance(sent, dict) or sent.get("representation") != "storage" or "value" not in sent:
        raise BadRequest("The body must hold a value and the representation 'storage'")
    if to not in {"view", "export_view", "styled_view"}:
        raise BadRequest(f"Cannot convert from storage to {to}")
    task_id = str(uuid.uuid4())
    html = render_loose(site(), str(sent["value"]), viewer=g.account)
    _conversions()[task_id] = {"value": html, "representation": to, "status": "COMPLETED", "renderTaskId": task_id}
    return {"asyncId": task_id}


@routes.get("/contentbody/convert/async/<task_id>")
def get_conversion(task_id: str) -> dict[str, str]:
    """Answer with the converted body."""
    found = _conversions().get(task_id)
    if found is None:
        raise NotFound(f"No conversion with id {task_id}")
    return found


@routes.get("/user/current")
def get_current_user() -> dict[str, Any]:
    """Say who is calling."""
    return _user(author())


@routes.get("/user")
def get_user() -> dict[str, Any]:
    """Read one person by account id."""
    return _user(request.args.get("accountId", ""))


@routes.route("/content", methods=["GET", "POST"])
@routes.route("/content/<content_id>", methods=["GET", "PUT", "DELETE"])
@routes.route("/content/<content_id>/child", methods=["GET"])
@routes.route("/content/<content_id>/child/page", methods=["GET"])
@routes.route("/content/<content_id>/property", methods=["GET", "POST"])
@routes.route("/content/<content_id>/property/<key>", methods=["GET", "PUT", "POST", "DELETE"])
def gone(content_id: str = "", key: str = "") -> tuple[Response, int]:
    """Answer 410: content, its children and its properties are v2's now (CHANGE-864, CHANGE-2520)."""
    message = "This deprecated endpoint has been removed. Use the v2 API instead."
    return jsonify(
        {"statusCode": 410, "message": message, "data": {"errors": [], "valid": True, "authorized": True}}
    ), 410


def _conversions() -> dict[str, dict[str, str]]:
    kept: dict[str, dict[str, str]] = current_app.extensions.setdefault(_CONVERSIONS, {})
    return kept


def _result(page: Page) -> dict[str, Any]:
    space = wiki().spaces[page.space_id]
    webui = f"/spaces/{space.key}/pages/{page.id}"
    excerpt = " ".join(_TAG.sub(" ", page.body).split())[:300]
    return {
        "content": {
            "id": page.id,
            "type": "page",
            "status": page.status,
            "title": page.title,
            "_links": {"webui": webui},
        },
        "title": page.title,
        "excerpt": excerpt,
        "url": webui,
        "resultGlobalContainer": {"title": space.name, "displayUrl": f"/spaces/{space.key}"},
        "breadcrumbs": [],
        "entityType": "content",
        "iconCssClass": "aui-icon content-type-page",
        "lastModified": shapes.instant(page.version.created_at),
        "friendlyLastModified": "just now",
        "score": 0.0,
    }


def _user(account_id: str) -> dict[str, Any]:
    account = site().accounts.find(account_id)
    if account is None:
        raise NotFound(f"No user found with account id : {account_id}")
    return {
        "type": "known",
        "accountId": account.account_id,
        "accountType": account.kind,
        "email": "",
        "publicName": account.name,
        "displayName": account.name,
        "isExternalCollaborator": False,
        "_links": {"self": f"{base()}/rest/api/user?accountId={account.account_id}"},
    }
