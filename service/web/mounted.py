"""Serves the app under the path of its public address, whether the proxy in front cuts that path off or passes it on.

No routes here, and nothing a caller sends decides the path: it comes from the configured address.
"""

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

from flask import Flask


def mount(app: Flask, *, base_url: str) -> None:
    """Let `app` be found under `base_url`, so that the links it makes carry the path as well."""
    prefix = urlsplit(base_url).path.rstrip("/")
    if not prefix:
        return
    unmounted = app.wsgi_app

    def under_prefix(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        path = environ.get("PATH_INFO", "")
        # The boundary matters: "/okrx" is not below "/okr".
        if path == prefix or path.startswith(prefix + "/"):
            environ["PATH_INFO"] = path[len(prefix) :]
        environ["SCRIPT_NAME"] = prefix
        return unmounted(environ, start_response)

    app.wsgi_app = under_prefix  # type: ignore[method-assign]
