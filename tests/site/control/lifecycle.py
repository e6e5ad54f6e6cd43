"""Installing and uninstalling on demand, minting tokens, re-delivering webhooks. Not here: how they are signed."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, jsonify, request

from tests.site import lifecycle
from tests.site.installed import InstalledApp
from tests.site.state import Site


def add(routes: Blueprint, site: Site) -> None:
    """Add the routes."""

    @routes.post("/install")
    def install() -> Any:
        """Install, or re-install with fresh secrets; `products` narrows it, `rotate_keys` renews the signing key."""
        sent = request.get_json(silent=True) or {}
        if sent.get("rotate_keys"):
            site.keys.rotate()
        try:
            app = lifecycle.install(site, products=tuple(sent.get("products", lifecycle.PRODUCTS)))
        except lifecycle.InstallFailed as error:
            return jsonify({"error": str(error)}), 502
        return {"key": app.key, "products": [name for name in app.products if app.is_active(name)]}

    @routes.post("/uninstall")
    def uninstall() -> Any:
        sent = request.get_json(silent=True) or {}
        return {"answers": lifecycle.uninstall(site, products=tuple(sent.get("products", lifecycle.PRODUCTS)))}

    @routes.post("/tokens")
    def tokens() -> Any:
        """Mint a token: `kind` is `context`, `iframe` (needs `module`, `params`) or `call` (needs `method`, `url`)."""
        sent = request.get_json()
        app = _app(site)
        product, account = sent.get("product", "jira"), sent.get("accountId", site.accounts.current(request).account_id)
        kind = sent.get("kind", "context")
        if kind == "iframe":
            return {"url": app.iframe_url(product, sent["module"], sent.get("params"), account)}
        if kind == "call":
            token = app.call_token(product, method=sent["method"], url=sent["url"], account_id=account)
            return {"token": token}
        return {"token": app.context_token(product, account)}

    @routes.post("/webhooks/again")
    def again() -> Any:
        """Deliver a webhook once more under the same identifier."""
        wanted = request.get_json()["identifier"]
        delivery = next((one for one in site.webhooks.log if one.identifier == wanted), None)
        if delivery is None:
            return jsonify({"error": f"no delivery {wanted!r}"}), 404
        site.webhooks.again(delivery)
        return delivery.as_json()

    @routes.post("/webhooks/idle")
    def idle() -> Any:
        """Wait until no webhook is under way."""
        timeout_s = float((request.get_json(silent=True) or {}).get("timeout_s", 10))
        return {"idle": site.webhooks.idle(timeout_s=timeout_s)}


def _app(site: Site) -> InstalledApp:
    if site.app is None:
        raise KeyError("installed app")
    return site.app
