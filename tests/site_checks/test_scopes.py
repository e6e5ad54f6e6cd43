"""The scope a call needs is the one Atlassian documents, for every route of both products."""

from __future__ import annotations

import re

from tests.shared import need_shared
from tests.site.app import create_site
from tests.site.auth import is_rest, needed_scope
from tests.site.config import SiteConfig
from tests.site_checks.answers import operation


def _spec_and_path(path: str) -> tuple[str, str]:
    if path.startswith("/wiki/api/v2"):
        return "confluence-v2", path.removeprefix("/wiki/api/v2")
    return ("confluence-v1" if path.startswith("/wiki/") else "jira-v3"), path


def test_scopes_follow_the_specifications() -> None:
    need_shared()
    app = create_site(SiteConfig(port=1, app_url="http://127.0.0.1:1", issues=0))
    app.extensions["site"].close()
    wrong, seen = [], 0
    for rule in app.url_map.iter_rules():
        for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}):
            path = re.sub(r"<[^>]+>", "1", str(rule))
            if not is_rest(path):
                continue
            spec, within = _spec_and_path(path)
            try:
                _, documented = operation(spec, method, within)
            except AssertionError:
                # Removed endpoints answer 410 and are no longer documented.
                continue
            scope = documented.get("x-atlassian-connect-scope")
            seen += 1
            if scope and (needed_scope(method, path) or "NONE") != scope:
                wrong.append(f"{method} {path}: {needed_scope(method, path)} instead of {scope}")
    assert seen > 50
    assert not wrong, "\n".join(wrong)
