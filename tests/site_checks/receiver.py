"""A stand-in for an app: serves a descriptor, keeps what it is sent. Not here: any checking of tokens."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from flask import Flask, Response, jsonify, request
from werkzeug.serving import make_server

from tests.site.running import free_port


@dataclass
class Received:
    """One request the app got."""

    method: str
    path: str
    query: str
    headers: dict[str, str]
    body: Any

    @property
    def token(self) -> str:
        """Return the token of the Authorization header."""
        return self.headers["Authorization"].removeprefix("JWT ")


@dataclass
class Receiver:
    """What the app is, what it got, and what it answers per path (default 204)."""

    url: str
    descriptor: dict[str, Any]
    got: list[Received] = field(default_factory=list)
    answers: dict[str, list[int]] = field(default_factory=dict)

    def at(self, path: str) -> list[Received]:
        """Return the requests to one path."""
        return [one for one in list(self.got) if one.path == path]


@contextmanager
def receiving() -> Iterator[Receiver]:
    """Run the stand-in until the block ends."""
    port = free_port()
    receiver = Receiver(f"http://127.0.0.1:{port}", descriptor(f"http://127.0.0.1:{port}"))
    app = Flask(__name__, static_folder=None)

    @app.get("/atlassian-connect.json")
    def serve() -> Response:
        return jsonify(receiver.descriptor)

    @app.post("/<path:path>")
    def take(path: str) -> tuple[str, int]:
        query, body = request.query_string.decode(), request.get_json(silent=True)
        receiver.got.append(Received("POST", f"/{path}", query, dict(request.headers), body))
        waiting = receiver.answers.get(f"/{path}")
        return "", waiting.pop(0) if waiting else 204

    server = make_server("127.0.0.1", port, app, threaded=True)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield receiver
    finally:
        server.shutdown()
        server.server_close()


def descriptor(base_url: str) -> dict[str, Any]:
    """Return a descriptor with one module of every kind the site acts on."""
    return {
        "key": "sample-app",
        "name": "Sample",
        "baseUrl": base_url,
        "authentication": {"type": "jwt"},
        "apiMigrations": {"gdpr": True, "signed-install": True, "context-qsh": True},
        "lifecycle": {"installed": "/installed", "uninstalled": "/uninstalled"},
        "scopes": ["READ", "WRITE"],
        "modules": {
            "jiraIssueFields": [
                {"key": "amount", "name": {"value": "Amount"}, "type": "number"},
                {"key": "tags", "name": {"value": "Tags"}, "type": "multi_select"},
                {
                    "key": "shown", "name": {"value": "Shown"}, "type": "read_only",
                    "property": {"key": "sample.data", "path": "progress.percent", "type": "number"},
                },
            ],
            "jiraEntityProperties": [
                {
                    "key": "data", "name": {"value": "Data"}, "entityType": "issue",
                    "keyConfigurations": [
                        {
                            "propertyKey": "sample.data",
                            "extractions": [{"objectName": "kind", "type": "string", "alias": "sampleKind"}],
                        }
                    ],
                }
            ],
            "webhooks": [
                {"event": f"jira:issue_{what}", "url": "/hooks?key={issue.key}"}
                for what in ("created", "updated", "deleted")
            ],
            "jiraIssueContents": [
                {"key": "panel", "target": {"type": "web_panel", "url": "/panel?issue={issue.key}"}}
            ],
            "generalPages": [{"key": "home", "url": "/home", "cacheable": True}],
        },
    }  # fmt: skip
