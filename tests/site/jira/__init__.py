"""The Jira product of the site: issues, fields, search, changelog. Not here: pages people see (`views/`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint

if TYPE_CHECKING:
    from tests.site.state import Site


def blueprint(site: Site) -> Blueprint:
    """Return the routes of Jira's REST API version 3."""
    # The routes need the state, which lives in this package: imported when both stand.
    from tests.site.jira.rest import build

    return build(site)
