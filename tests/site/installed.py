"""The app as installed on this site: its secrets per product and the tokens a host mints for it.

Not here: the calls that install it (`lifecycle.py`), verifying its own tokens (`auth.py`).
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from tests.site.clock import Clock
from tests.site.config import SiteConfig
from tests.site.descriptor import Descriptor, fill, module_url
from tests.site.jwt_qsh import qsh, sign_hs256


@dataclass(slots=True)
class ProductInstall:
    """Hold one product's side of the install; every (re-)install brings a new secret."""

    product: str
    client_key: str
    base_url: str
    shared_secret: str
    active: bool = False
    oauth_client_id: str = field(default_factory=lambda: secrets.token_hex(20))


class InstalledApp:
    """Mint what the host sends to the app: context tokens, iframe URLs, webhook tokens."""

    def __init__(self, descriptor: Descriptor, *, account_id: str, config: SiteConfig, clock: Clock) -> None:
        self.descriptor = descriptor
        self.account_id = account_id
        self.products: dict[str, ProductInstall] = {}
        self._config = config
        self._clock = clock

    @property
    def key(self) -> str:
        """Return the app key."""
        return self.descriptor.key

    def is_active(self, product: str) -> bool:
        """Tell whether the app is installed in this product."""
        return product in self.products and self.products[product].active

    def claims(self, product: str, *, query_hash: str, account_id: str | None) -> dict[str, Any]:
        """Return the claims the host signs for a call in the name of an account."""
        now = int(self._clock.epoch_s())
        claims: dict[str, Any] = {
            "iss": self.products[product].client_key,
            "iat": now,
            "exp": now + self._config.token_ttl_s,
            "qsh": query_hash,
            "aud": [self.key],
        }
        if account_id:
            claims["sub"] = account_id
        return claims

    def sign(self, product: str, claims: dict[str, Any]) -> str:
        """Return the claims signed with the product's shared secret."""
        return sign_hs256(claims, secret=self.products[product].shared_secret)

    def context_token(self, product: str, account_id: str | None, *, context: dict[str, Any] | None = None) -> str:
        """Return what `AP.context.getToken` gives: a token bound to no request."""
        claims = self.claims(product, query_hash="context-qsh", account_id=account_id)
        return self.sign(product, {**claims, "context": {product: context or {}}})

    def call_token(self, product: str, *, method: str, url: str, account_id: str | None) -> str:
        """Return a token for one request of the host to the app."""
        query_hash = qsh(method, url, base_path=self.descriptor.base_path)
        return self.sign(product, self.claims(product, query_hash=query_hash, account_id=account_id))

    def iframe_url(self, product: str, module: str, params: dict[str, str] | None, account_id: str | None) -> str:
        """Return the signed URL of a module's iframe; `params` fill the `{variables}` of its template.

        Parameters named `ac.x` are passed on as `x`, as a host does for links into an app's page.
        Raises: KeyError when the descriptor has no such module.
        """
        found = self.descriptor.find_module(module)
        if found is None:
            raise KeyError(module)
        values = {name: str(value) for name, value in (params or {}).items()}
        target = fill(module_url(found[1]), values)
        url = target if target.startswith(("http://", "https://")) else self.descriptor.base_url + target
        query = {name[3:]: value for name, value in values.items() if name.startswith("ac.")}
        query |= {
            "xdm_e": self._config.origin,
            "xdm_c": f"channel-{self.key}__{module}",
            "cp": "/wiki" if product == "confluence" else "",
            "xdm_deprecated_addon_key_do_not_use": self.key,
            "lic": "none",
            "cv": "1001.0.0-SNAPSHOT",
        }
        url += ("&" if "?" in url else "?") + urlencode(query)
        if found[1].get("cacheable"):
            return url
        query_hash = qsh("GET", url, base_path=self.descriptor.base_path)
        claims = self.claims(product, query_hash=query_hash, account_id=account_id)
        context = {
            part: {"key": values.get(f"{part}.key"), "id": values.get(f"{part}.id")}
            for part in ("issue", "project")
            if f"{part}.key" in values or f"{part}.id" in values
        }
        return f"{url}&jwt={self.sign(product, {**claims, 'context': {product: context}})}"
