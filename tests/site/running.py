"""Running a site on a port, in this process. Not here: a command line (`__main__`).

For tests: `with running(SiteConfig(port=free_port(), app_url=url)) as site: lifecycle.install(site)`.
"""

from __future__ import annotations

import logging
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from werkzeug.serving import WSGIRequestHandler, make_server

from tests.site.app import create_site
from tests.site.config import SiteConfig
from tests.site.state import Site


class _Handler(WSGIRequestHandler):
    """Keep connections open, as real sites do."""

    protocol_version = "HTTP/1.1"


def free_port(host: str = "127.0.0.1") -> int:
    """Return a port nobody listens on at the moment."""
    with socket.socket() as listener:
        listener.bind((host, 0))
        port: int = listener.getsockname()[1]
        return port


@contextmanager
def running(config: SiteConfig) -> Iterator[Site]:
    """Serve a site until the block ends; the app is not installed yet."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    app = create_site(config)
    site: Site = app.extensions["site"]
    server = make_server(config.host, config.port, app, threaded=True, request_handler=_Handler)
    # Open connections must not keep the process alive.
    server.daemon_threads = True  # type: ignore[attr-defined]
    server.block_on_close = False  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, name="site", daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join(timeout=5)
        site.close()
