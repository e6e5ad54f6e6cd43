"""The install key server: one RSA key pair whose public half anyone may fetch. Not here: signing an install."""

from __future__ import annotations

import functools
import uuid

from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from flask import Blueprint, Response, abort


class InstallKeys:
    """Hold the key that signs lifecycle calls, and the published public keys by key id."""

    def __init__(self) -> None:
        self.kid = str(uuid.uuid4())
        self.private_key = _first_key()
        self.published = {self.kid: self._pem()}

    def rotate(self) -> None:
        """Sign with a new key from now on; the old public key stays published."""
        self.kid = str(uuid.uuid4())
        self.private_key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        self.published[self.kid] = self._pem()

    def _pem(self) -> str:
        public = self.private_key.public_key()
        return public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode("ascii")


@functools.cache
def _first_key() -> rsa.RSAPrivateKey:
    # Making a key takes half a second; the sites of one test run may share their first.
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def blueprint(keys: InstallKeys) -> Blueprint:
    """Serve `GET /install-keys/{kid}` as PEM text, like connect-install-keys.atlassian.com."""
    routes = Blueprint("install_keys", __name__)

    @routes.get("/install-keys/<kid>")
    def install_key(kid: str) -> Response:
        if kid not in keys.published:
            abort(404)
        return Response(keys.published[kid], mimetype="text/plain")

    return routes
