"""Encryption of installation secrets at rest. Knows keys, not rows."""

import base64
import binascii
from collections.abc import Sequence

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

FERNET_KEY_BYTES = 32
SHORTEST_PHRASE = 16


class BadSecretKey(ValueError):
    """A configured secret key cannot be used. The message names its position, never the key."""


class Undecryptable(Exception):
    """No configured key opens a stored secret: a key was removed from NORTHSTAR_SECRET_KEYS before the site re-installed."""


class SecretBox:
    """Encrypt with the first key, decrypt with any of them."""

    def __init__(self, *, keys: Sequence[str]) -> None:
        """Raises: BadSecretKey."""
        if not keys:
            raise BadSecretKey("NORTHSTAR_SECRET_KEYS is empty; set it to at least one key of 16 characters or more")
        self._fernet = MultiFernet([_fernet(key, position=i) for i, key in enumerate(keys, start=1)])

    def seal(self, clear: str) -> str:
        """Return the encrypted form of a secret."""
        return self._fernet.encrypt(clear.encode()).decode("ascii")

    def open(self, sealed: str) -> str:
        """Return the secret in clear.

        Raises: Undecryptable.
        """
        try:
            return self._fernet.decrypt(sealed.encode("ascii")).decode()
        except InvalidToken as refused:
            raise Undecryptable(
                "a stored secret opens with none of NORTHSTAR_SECRET_KEYS; put the key that sealed it back into the list"
            ) from refused


def _fernet(key: str, *, position: int) -> Fernet:
    if len(key) < SHORTEST_PHRASE:
        raise BadSecretKey(
            f"key {position} of NORTHSTAR_SECRET_KEYS has fewer than {SHORTEST_PHRASE} characters; make it longer"
        )
    try:
        if len(base64.b64decode(key, altchars=b"-_", validate=True)) == FERNET_KEY_BYTES:
            return Fernet(key)
    except (binascii.Error, ValueError):
        pass  # not a Fernet key: a phrase, stretched below
    stretched = HKDF(algorithm=SHA256(), length=FERNET_KEY_BYTES, salt=None, info=b"northstar installation secrets 1")
    return Fernet(base64.urlsafe_b64encode(stretched.derive(key.encode())))
