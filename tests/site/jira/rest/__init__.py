"""The routes of Jira's REST API version 3, one module per group of its documentation. Not here: state."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

from flask import Blueprint

from tests.site.jira.rest import (
    changelogs,
    fields,
    issues,
    links,
    projects,
    properties,
    searching,
    server,
    statuses,
    transitions,
    users,
)
from tests.site.wire import View

if TYPE_CHECKING:
    from tests.site.state import Site


def build(site: Site) -> Blueprint:
    """Return all routes; every view runs under the site's lock."""
    routes = Blueprint("jira", __name__, url_prefix="/rest/api/3")

    def route(method: str, path: str) -> Any:
        def add(view: View) -> View:
            @functools.wraps(view)
            def locked(**arguments: Any) -> Any:
                with site.lock:
                    return view(**arguments)

            name = f"{view.__module__.rsplit('.', 1)[1]}_{view.__name__}"
            routes.add_url_rule(path, endpoint=name, view_func=locked, methods=[method])
            return view

        return add

    for part in (
        server, projects, fields, issues, statuses, transitions, properties, changelogs, searching, users, links
    ):  # fmt: skip
        part.add(route, site)
    return routes
