"""What was asked of the site: kept in memory for tests, appended to a file when asked. Not here: judging it."""

from __future__ import annotations

import json
import threading
from collections import deque
from pathlib import Path
from typing import Any

from flask import Flask, Response, g, request

from tests.site.wire import raw_target

_KEPT = 20_000
_BODY_LIMIT = 262_144


class Recorder:
    """Keep the last requests and append all of them to a file of JSON lines."""

    def __init__(self, path: Path | None) -> None:
        self.requests: deque[dict[str, Any]] = deque(maxlen=_KEPT)
        self.total = 0
        self._lock = threading.Lock()
        self._file = path.open("a", encoding="utf-8") if path else None

    def add(self, entry: dict[str, Any], *, caller: str) -> None:
        """Keep one request; `caller` is `app`, `token`, `browser` or empty."""
        with self._lock:
            self.total += 1
            self.requests.append({"n": self.total, "caller": caller, **entry})
            if self._file:
                self._file.write(json.dumps(entry) + "\n")
                self._file.flush()

    def since(self, number: int) -> list[dict[str, Any]]:
        """Return the requests after the one with this number."""
        with self._lock:
            return [entry for entry in self.requests if entry["n"] > number]

    def close(self) -> None:
        """Close the file."""
        if self._file:
            self._file.close()


def install(app: Flask, recorder: Recorder) -> None:
    """Record every request and its answer's status; `g.caller` tells an app's call from a browser's."""

    @app.before_request
    def _read_body() -> None:
        g.raw_body = request.get_data(cache=True)

    @app.after_request
    def _record(response: Response) -> Response:
        recorder.add(
            {
                "method": request.method,
                "url": raw_target(request),
                "headers": dict(request.headers),
                "body": g.get("raw_body", b"")[:_BODY_LIMIT].decode("utf-8", "backslashreplace"),
                "status": response.status_code,
            },
            caller=g.get("caller", ""),
        )
        return response
