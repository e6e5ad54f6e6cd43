"""Atlassian's side of the Connect door, played over real HTTP: a key server, lifecycle calls, host tokens. Shares no code with ours."""

import http.server
import threading
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlsplit

import jwt
import requests
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from tests.site.jwt_qsh import qsh

SECRET = "first secret of this installation, long enough"
TIMEOUT_S = 10


@dataclass(frozen=True, kw_only=True)
class KeyServer:
    """Serves one public key under one key id and counts who asked for what."""

    url: str
    kid: str
    private: rsa.RSAPrivateKey
    asked: list[str] = field(default_factory=list)

    @property
    def public_pem(self) -> str:
        return self.private.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()


@contextmanager
def key_server() -> Iterator[KeyServer]:
    """Run a key server on a free port."""
    made: list[KeyServer] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            made[0].asked.append(self.path)
            known = self.path == f"/keys/{made[0].kid}"
            body = made[0].public_pem.encode() if known else b"no such key"
            self.send_response(200 if known else 404)
            self.send_header("Content-Type", "text/plain")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Stay quiet."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    private = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    made.append(KeyServer(url=f"http://127.0.0.1:{server.server_port}/keys", kid=str(uuid.uuid4()), private=private))
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield made[0]
    finally:
        server.shutdown()
        server.server_close()


@dataclass(frozen=True, kw_only=True)
class Host:
    """One product of one site that calls the app at `app`."""

    app: str
    keys: KeyServer
    client_key: str = field(default_factory=lambda: str(uuid.uuid4()))
    secret: str = SECRET
    product: str = "jira"
    base_url: str = "https://harbor.atlassian.net"

    def with_secret(self, secret: str) -> "Host":
        return replace(self, secret=secret)

    def payload(self, event: str, **changes: Any) -> dict[str, Any]:
        body = {
            "key": "northstar",
            "clientKey": self.client_key,
            "sharedSecret": self.secret,
            "baseUrl": self.base_url,
            "displayUrl": self.base_url,
            "productType": self.product,
            "description": "a site",
            "eventType": event,
            "cloudId": "11111111-2222-4333-8444-555555555555",
            "oauthClientId": "abc",
            "serverVersion": "1",
            "pluginsVersion": "1",
            "publicKey": "",
        }
        body.update(changes)
        return {key: value for key, value in body.items() if value is not None}

    def lifecycle_claims(self, path: str, **changes: Any) -> dict[str, Any]:
        now = int(time.time())
        claims = {
            "iss": self.client_key,
            "aud": [self.app],
            "iat": now,
            "exp": now + 180,
            "qsh": qsh("POST", self.app + path),
        }
        claims.update(changes)
        return {key: value for key, value in claims.items() if value is not None}

    def lifecycle_token(self, path: str = "/connect/installed", *, kid: str | None = None, **changes: Any) -> str:
        headers = {"kid": kid if kid is not None else self.keys.kid}
        return jwt.encode(self.lifecycle_claims(path, **changes), self.keys.private, algorithm="RS256", headers=headers)

    def lifecycle(
        self, event: str = "installed", *, token: str | None = None, body: Any = None, query: str = ""
    ) -> requests.Response:
        path = f"/connect/{event}"
        authorization = f"JWT {token or self.lifecycle_token(path)}"
        return requests.post(
            self.app + path + query,
            json=body or self.payload(event),
            headers={"Authorization": authorization},
            timeout=TIMEOUT_S,
        )

    def claims(self, hashed: str, **changes: Any) -> dict[str, Any]:
        now = int(time.time())
        claims = {"iss": self.client_key, "iat": now, "exp": now + 180, "qsh": hashed, "sub": "557058:person"}
        claims.update(changes)
        return {key: value for key, value in claims.items() if value is not None}

    def token(self, method: str, path: str, **changes: Any) -> str:
        return jwt.encode(self.claims(qsh(method, self.app + path), **changes), self.secret, algorithm="HS256")

    def context_token(self, **changes: Any) -> str:
        return jwt.encode(self.claims("context-qsh", **changes), self.secret, algorithm="HS256")

    def get(self, path: str, token: str | None = None, *, header: str | None = None) -> requests.Response:
        """Ask as an iframe does (`?jwt=`), or with an Authorization header."""
        joined = path + (("&" if urlsplit(path).query else "?") + f"jwt={token}" if token else "")
        headers = {"Authorization": header} if header else {}
        return requests.get(self.app + joined, headers=headers, timeout=TIMEOUT_S, allow_redirects=False)

    def webhook(
        self, *, token: str | None = None, identifier: str | None = None, body: Any = None
    ) -> requests.Response:
        path = "/connect/webhooks/jira"
        issue = {"id": "10001", "key": "GROW-1", "fields": {"summary": "x"}}
        return requests.post(
            self.app + path,
            json=body if body is not None else {"webhookEvent": "jira:issue_updated", "timestamp": 1, "issue": issue},
            headers={
                "Authorization": f"JWT {token or self.token('POST', path, sub=None)}",
                "X-Atlassian-Webhook-Identifier": identifier or str(uuid.uuid4()),
            },
            timeout=TIMEOUT_S,
        )
