"""Putting the site together as one Flask application. Not here: a socket (`running.py`) or any behaviour."""

from __future__ import annotations

import importlib
import importlib.util

from flask import Flask, Response, jsonify, make_response, request
from werkzeug.exceptions import HTTPException

from tests.site import auth, company, keys, limits, recording, sample
from tests.site.config import SiteConfig
from tests.site.state import Site
from tests.site.wire import Refused

_PARTS = ("tests.site.pictures", "tests.site.jira", "tests.site.wiki", "tests.site.views", "tests.site.control")


def create_site(config: SiteConfig) -> Flask:
    """Build the site, fill it, and return the application; the site is `app.extensions["site"]`."""
    # Pages and their static files belong to the views, which serve them under their own addresses.
    app = Flask("tests.site", static_folder=None)
    app.json.sort_keys = False  # type: ignore[attr-defined]
    app.url_map.strict_slashes = False
    app.url_map.merge_slashes = False
    site = Site(config)
    app.extensions["site"] = site
    recording.install(app, site.recorder)
    auth.install(app, site)
    limits.install(app, site)
    _errors(app)
    site.wiki = _wiki(site)
    app.register_blueprint(keys.blueprint(site.keys))
    for name in _PARTS:
        module = importlib.import_module(name)
        app.register_blueprint(module.blueprint(site))
    (company if config.company else sample).fill(site)
    return app


def _wiki(site: Site) -> object:
    from tests.site.wiki.state import WikiState

    return WikiState(now=site.clock.now, lock=site.lock)


def _errors(app: Flask) -> None:
    @app.errorhandler(Refused)
    def _refused(error: Refused) -> Response:
        if not request.path.startswith("/wiki/"):
            return error.response()
        # Each of Confluence's two APIs words its errors differently.
        title = error.messages[0] if error.messages else "Bad request"
        if request.path.startswith("/wiki/api/v2"):
            entry = {"status": error.status, "code": "REFUSED", "title": title, "detail": None}
            return make_response(jsonify({"errors": [entry]}), error.status, error.headers)
        body = {"statusCode": error.status, "message": title, "data": {"authorized": error.status != 401}}
        return make_response(jsonify(body), error.status, error.headers)

    @app.errorhandler(HTTPException)
    def _http(error: HTTPException) -> Response:
        code = error.code or 500
        if auth.is_rest(request.path):
            return make_response(jsonify({"message": error.description, "status-code": code}), code)
        return make_response(f"<!doctype html><title>{code}</title><p>{error.description}</p>", code)
