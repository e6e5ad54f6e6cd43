"""Restrictions: who may read a page. Only reading them, and only what v1 still offers."""

from __future__ import annotations

from typing import Any

from flask import Blueprint

from tests.site.wiki.errors import BadRequest
from tests.site.wiki.rest.here import base, wiki

routes = Blueprint("restrictions", __name__)


@routes.get("/content/<page_id>/restriction/byOperation/<operation>")
def restrictions(page_id: str, operation: str) -> dict[str, Any]:
    """Tell to whom an operation is restricted; nobody means that it is not."""
    page = wiki().page(page_id)
    if operation not in ("read", "update"):
        raise BadRequest(f"No such operation: {operation}")
    readers = page.readers if operation == "read" else []
    users = [{"type": "known", "accountId": each, "_expandable": {}, "_links": {}} for each in readers]
    return {
        "operation": operation,
        "restrictions": {
            "user": {"results": users, "start": 0, "limit": 100, "size": len(users)},
            "group": {"results": [], "start": 0, "limit": 100, "size": 0},
        },
        "_expandable": {"restrictions": "", "content": f"/rest/api/content/{page.id}"},
        "_links": {"base": base(), "context": "/wiki"},
    }
