"""Our own and the vendors' files for the browser. No tenant is named in them, so anybody may read them."""

import hashlib
from functools import cache
from pathlib import Path

from flask import Blueprint, Response, request, send_from_directory, url_for

from connect.inbound.guards import accepts
from connect.site import TokenKind

STATIC = Path(__file__).parent / "static"
_YEAR_S = 365 * 24 * 3600

static_files = Blueprint("static_files", __name__)


@static_files.get("/static/<path:name>")
@accepts(TokenKind.PUBLIC)
def file(name: str) -> Response:
    """Answer with a file; a browser may keep it if its address carries the hash of what it got."""
    response = send_from_directory(STATIC, name)
    keep = request.args.get("v") == _version(name)
    response.headers["Cache-Control"] = f"public, max-age={_YEAR_S}" if keep else "public, no-cache"
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response


@cache
def _version(name: str) -> str:
    return hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:12]


def asset(name: str) -> str:
    """Return the address of a static file; it changes with the content."""
    return url_for("static_files.file", name=name, v=_version(name))
