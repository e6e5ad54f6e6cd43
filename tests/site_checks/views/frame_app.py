"""An app with a panel, a page and a macro that writes down what the bridge answers. Not here: any check."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from flask import Flask, Response, jsonify, request
from markupsafe import escape
from werkzeug.serving import make_server

from tests.site.running import free_port

_PAGE = """<!doctype html><html><head><script src="{host}/atlassian-connect/all.js"></script></head>
<body style="margin:0"><div class="ac-content" style="height:333px">
<p id="query" style="margin:0">{query}</p><p id="seen" style="margin:0"></p></div>
<script>
AP.theming.initializeTheming();
AP.events.on("ping", (word) => {{ document.body.dataset.ping = word; }});
Promise.all([AP.context.getToken(), AP.context.getContext(), AP.user.getCurrentUser()]).then((answers) => {{
  document.getElementById("seen").textContent = JSON.stringify(answers);
  AP.events.emit("ping", "pong");
  AP.flag.create({{ title: "Saved", body: "<b>plain</b>", type: "success" }});
}});
</script></body></html>"""


def descriptor(base_url: str) -> dict[str, Any]:
    """Return a descriptor with one module of every place an iframe can be."""
    return {
        "key": "framed",
        "name": "Framed",
        "baseUrl": base_url,
        "authentication": {"type": "jwt"},
        "apiMigrations": {"gdpr": True, "signed-install": True, "context-qsh": True},
        "lifecycle": {"installed": "/installed"},
        "scopes": ["READ", "WRITE"],
        "modules": {
            "jiraIssueFields": [
                {"key": "amount", "name": {"value": "Amount"}, "type": "number"},
                {"key": "tags", "name": {"value": "Tags"}, "type": "multi_select"},
            ],
            "jiraIssueContents": [
                {"key": "panel", "name": {"value": "Panel"}, "target": {"type": "web_panel", "url": "/p?i={issue.key}"}}
            ],
            "generalPages": [{"key": "home", "name": {"value": "Home"}, "url": "/p?x={ac.x}"}],
            "adminPages": [{"key": "admin", "name": {"value": "Admin"}, "url": "/p"}],
            "dynamicContentMacros": [
                {"key": "box", "name": {"value": "Box"}, "url": "/p?m={word}&page={page.id}", "height": "90px"}
            ],
        },
    }


@contextmanager
def serving() -> Iterator[str]:
    """Run the app until the block ends; yields its base URL."""
    base_url = f"http://127.0.0.1:{free_port()}"
    app = Flask(__name__, static_folder=None)

    @app.get("/atlassian-connect.json")
    def serve() -> Response:
        return jsonify(descriptor(base_url))

    @app.post("/installed")
    def installed() -> tuple[str, int]:
        return "", 204

    @app.get("/p")
    def page() -> str:
        return _PAGE.format(host=request.args["xdm_e"], query=escape(request.query_string.decode()))

    server = make_server("127.0.0.1", int(base_url.rpartition(":")[2]), app, threaded=True)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield base_url
    finally:
        server.shutdown()
        server.server_close()
