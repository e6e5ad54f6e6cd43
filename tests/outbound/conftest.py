"""A simulated site with our connect package, and nothing else of the service, installed on it over real HTTP."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Thread

import pytest
from flask import Flask
from werkzeug.serving import make_server

from connect.descriptor import APP_KEY
from connect.inbound.descriptor_route import descriptor_blueprint
from connect.inbound.guards import Guards, install_guards
from connect.inbound.lifecycle import InstallNotice, lifecycle_blueprint
from connect.inbound.webhooks import WebhookHint, webhook_blueprint
from connect.outbound.atlassian import Products
from connect.outbound.budget import Budget
from connect.outbound.confluence import ConfluenceClient
from connect.outbound.counters import MemoryCounters
from connect.outbound.install_keys import InstallKeys
from connect.outbound.jira import JiraClient
from connect.site import Door, Installation, Product
from tests.site import lifecycle
from tests.site.config import SiteConfig
from tests.site.running import free_port, running
from tests.site.state import Site


@dataclass
class Connected:
    """Our side of the connection: what the site told us, and clients that call it back."""

    url: str
    installations: dict[str, Installation] = field(default_factory=dict)
    uninstalled: list[str] = field(default_factory=list)
    hints: list[WebhookHint] = field(default_factory=list)
    counters: MemoryCounters = field(default_factory=MemoryCounters)

    def install(self, notice: InstallNotice) -> None:
        """Keep what a product told, as the service's store would."""
        self.installations[notice.client_key] = Installation(
            id=f"installation-{notice.product}",
            site_id="site",
            door=Door.CONNECT,
            product=notice.product,
            client_key=notice.client_key,
            shared_secret=notice.shared_secret,
            base_url=notice.base_url,
            cloud_id=notice.cloud_id,
            oauth_client_id=notice.oauth_client_id,
        )

    def installation(self, product: Product) -> Installation:
        """Return the installation in a product."""
        return next(one for one in self.installations.values() if one.product is product)

    def products(self) -> Products:
        """Return fresh clients that share the counters."""
        return Products(app_key=APP_KEY, budget=Budget(counters=self.counters))


@contextmanager
def our_side(site: Site) -> Iterator[Connected]:
    """Serve our routes on the address the site expects the app at."""
    connected = Connected(url=site.config.app_url)
    app = Flask("ours", static_folder=None)
    keys = InstallKeys(urls=[f"{site.config.origin}/install-keys"])
    install_guards(app, Guards(base_url=connected.url, keys=keys, find_installation=connected.installations.get))
    app.register_blueprint(descriptor_blueprint(base_url=connected.url))
    app.register_blueprint(
        lifecycle_blueprint(
            install=connected.install,
            uninstall=connected.uninstalled.append,
            allowed_hosts=frozenset({"127.0.0.1"}),
        )
    )
    app.register_blueprint(webhook_blueprint(receive=connected.hints.append))
    server = make_server("127.0.0.1", int(connected.url.rsplit(":", 1)[1]), app, threaded=True)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield connected
    finally:
        server.shutdown()
        server.server_close()
        thread.join(timeout=5)


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    """Run a small site: the project DEMO with an epic and twenty issues, the space DEMO."""
    config = SiteConfig(port=free_port(), app_url=f"http://127.0.0.1:{free_port()}", index_lag_s=0.0)
    with running(config) as site:
        yield site


@pytest.fixture(scope="module")
def connected(site: Site) -> Iterator[Connected]:
    with our_side(site) as connected:
        lifecycle.install(site)
        yield connected


@pytest.fixture
def jira(connected: Connected) -> JiraClient:
    return connected.products().jira(connected.installation(Product.JIRA))


@pytest.fixture
def confluence(connected: Connected) -> ConfluenceClient:
    return connected.products().confluence(connected.installation(Product.CONFLUENCE))


@pytest.fixture(autouse=True)
def _no_faults_left(request: pytest.FixtureRequest) -> Iterator[None]:
    yield
    if "site" in request.fixturenames:
        request.getfixturevalue("site").faults.clear()
