"""The strings tests and scripts pull: `/_site/...`, plain JSON, no authentication. Not part of any product."""

from __future__ import annotations

from flask import Blueprint

from tests.site.control import issues, lifecycle, overview, settings
from tests.site.state import Site


def blueprint(site: Site) -> Blueprint:
    """Return the control routes."""
    routes = Blueprint("control", __name__, url_prefix="/_site")
    for part in (overview, issues, lifecycle, settings):
        part.add(routes, site)
    return routes
