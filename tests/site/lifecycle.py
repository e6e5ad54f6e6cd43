"""Installing, re-installing and uninstalling the app. Not here: minting its tokens (`installed.py`).

Source: platform.md 1.5 A: RS256, iss = client key, aud = the app's base URL, qsh, kid of a published key.
"""

from __future__ import annotations

import secrets
import uuid
from typing import TYPE_CHECKING, Any

import requests

from tests.site.descriptor import BadDescriptor, Descriptor
from tests.site.installed import InstalledApp, ProductInstall
from tests.site.jwt_qsh import qsh, sign_rs256

if TYPE_CHECKING:
    from tests.site.state import Site

PRODUCTS = ("jira", "confluence")
_TIMEOUT_S = 10.0


class InstallFailed(Exception):
    """Say why the app could not be installed."""


def fetch_descriptor(url: str) -> Descriptor:
    """Fetch and check the app's descriptor. Raises: InstallFailed."""
    try:
        reply = requests.get(f"{url.rstrip('/')}/atlassian-connect.json", timeout=_TIMEOUT_S)
    except requests.RequestException as error:
        raise InstallFailed(f"no descriptor at {url}: {type(error).__name__}") from error
    if reply.status_code != 200:
        raise InstallFailed(f"the descriptor answers {reply.status_code}")
    try:
        return Descriptor(reply.json())
    except (ValueError, BadDescriptor) as error:
        raise InstallFailed(str(error)) from error


def install(site: Site, *, products: tuple[str, ...] = PRODUCTS) -> InstalledApp:
    """Install (or re-install) the app: Jira first, then Confluence, each with a fresh secret.

    Raises: InstallFailed when the app does not accept; nothing of that product is kept then.
    """
    descriptor = fetch_descriptor(site.config.app_url)
    with site.lock:
        app = site.app
        if app is None:
            account = site.accounts.add(
                f"557058:{uuid.uuid4()}", descriptor.name, kind="app", groups=("atlassian-addons",)
            )
            app = InstalledApp(descriptor, account_id=account.account_id, config=site.config, clock=site.clock)
        app.descriptor = descriptor
    for product in products:
        _install_product(site, app, product)
    return app


def _install_product(site: Site, app: InstalledApp, product: str) -> None:
    with site.lock:
        before = app.products.get(product)
        offered = ProductInstall(
            product,
            before.client_key if before else str(uuid.uuid4()),
            site.config.base_url(product),
            secrets.token_urlsafe(48),
            active=True,
        )
        # The app may call back with the new secret before its own answer reaches us.
        app.products[product] = offered
        previous_app, site.app = site.app, app
        if product == "jira":
            site.jira.fields.register_app(app.descriptor, on_screens=site.config.screens_on_install)
    status = _post(site, app, offered, "installed")
    if not 200 <= status < 300:
        with site.lock:
            site.app = previous_app
            if before:
                app.products[product] = before
            else:
                del app.products[product]
        raise InstallFailed(f"{product}: the app answered {status} to 'installed'")


def uninstall(site: Site, *, products: tuple[str, ...] = PRODUCTS) -> dict[str, int]:
    """Uninstall the app and return what it answered per product; the answer changes nothing."""
    app = site.app
    answers: dict[str, int] = {}
    if app is None:
        return answers
    for product in products:
        if app.is_active(product):
            app.products[product].active = False
            answers[product] = _post(site, app, app.products[product], "uninstalled")
            if product == "jira":
                with site.lock:
                    site.jira.fields.remove_app(app.key)
    return answers


def signed_call(site: Site, app: InstalledApp, product: ProductInstall, event: str) -> tuple[str, str]:
    """Return (url, token) of a lifecycle call."""
    path = app.descriptor.lifecycle_path(event) or ""
    url = app.descriptor.base_url + path
    now = int(site.clock.epoch_s())
    claims = {
        "iss": product.client_key,
        "aud": [app.descriptor.base_url],
        "iat": now,
        "exp": now + site.config.token_ttl_s,
        "qsh": qsh("POST", url, base_path=app.descriptor.base_path),
    }
    return url, sign_rs256(claims, key=site.keys.private_key, kid=site.keys.kid)


def payload(site: Site, app: InstalledApp, product: ProductInstall, event: str) -> dict[str, Any]:
    """Return the body of a lifecycle call; the secret travels on install only."""
    body: dict[str, Any] = {
        "key": app.key,
        "clientKey": product.client_key,
        "oauthClientId": product.oauth_client_id,
        "publicKey": "",
        "serverVersion": "100306",
        "pluginsVersion": "1001.0.0.SNAPSHOT",
        "baseUrl": product.base_url,
        "displayUrl": product.base_url,
        "productType": product.product,
        "description": f"Atlassian {product.product.title()} at {product.base_url}",
        "cloudId": site.cloud_id,
        "eventType": event,
    }
    if event == "installed":
        body["sharedSecret"] = product.shared_secret
    return body


def _post(site: Site, app: InstalledApp, product: ProductInstall, event: str) -> int:
    if app.descriptor.lifecycle_path(event) is None:
        return 204
    url, token = signed_call(site, app, product, event)
    try:
        reply = requests.post(
            url,
            json=payload(site, app, product, event),
            headers={"Authorization": f"JWT {token}"},
            timeout=_TIMEOUT_S,
            allow_redirects=False,
        )
    except requests.RequestException:
        return 0
    return reply.status_code
