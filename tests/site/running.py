"""Running a site on a port, in this process. Not here: a command line (`__main__`).

For tests: `with running(SiteConfig(port=free_port(), app_url=url)) as site: lifecycle.install(site)`.
"""

from __future__ import annotations

import logging
import os
import random
import socket
import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager

from werkzeug.serving import WSGIRequestHandler, make_server

from tests.site.app import create_site
from tests.site.config import SiteConfig
from tests.site.state import Site

_LENT = range(20_000, 32_000)  # Linux hands out 32768 and above by itself
_held: deque[int] = deque(maxlen=200)


class _Handler(WSGIRequestHandler):
    """Keep connections open, as real sites do."""

    protocol_version = "HTTP/1.1"


def free_port(host: str = "127.0.0.1") -> int:
    """Return a port nobody listens on, and which no other run of this function returns while this process needs it.

    A port is lent by holding its UDP twin, so two processes never choose the same one, and lies below the ports that
    outgoing connections take, so none of those can come in between either.
    """
    for _ in _LENT:
        port = random.choice(_LENT)
        twin = socket.socket(type=socket.SOCK_DGRAM)
        with socket.socket() as listener:
            try:
                twin.bind((host, port))
                listener.bind((host, port))
            except OSError:
                twin.close()
                continue
        if len(_held) == _held.maxlen:
            os.close(_held[0])  # whoever asked so long ago listens by now, or never will
        _held.append(twin.detach())
        return port
    raise OSError(f"no port of {_LENT} is free")


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
