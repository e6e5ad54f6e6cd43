"""Builds the web application: parts, routes with their guards, errors. Nothing is built at import."""

from flask import Flask

from connect.inbound.descriptor_route import descriptor_blueprint
from connect.inbound.guards import Guards, assert_every_route_is_guarded, install_guards
from connect.inbound.lifecycle import InstallNotice, lifecycle_blueprint
from connect.inbound.webhooks import WebhookHint, webhook_blueprint
from connect.outbound.install_keys import InstallKeys
from connect.site import Installation
from service.parts import build_needs
from service.settings import Settings
from service.usecases.find_installation import find_installation
from service.usecases.install_site import install_site
from service.usecases.needs import Needs
from service.usecases.receive_webhook import receive_webhook
from service.usecases.uninstall_site import uninstall_site
from service.web import register_web
from service.web.mounted import mount


def create_app(settings: Settings, *, needs: Needs | None = None) -> Flask:
    """Return the Flask app of this service.

    Raises: RuntimeError at start-up if a route has no guard, naming every such route.
    """
    parts = needs or build_needs(settings)
    app = Flask("northstar", static_folder=None, template_folder=None)
    app.extensions["northstar"] = parts
    app.config["CONNECT_SCRIPT_URL"] = settings.connect_script_url
    _open_the_connect_door(app, settings, parts)
    register_web(app)
    assert_every_route_is_guarded(app)
    mount(app, base_url=settings.base_url)
    return app


def _open_the_connect_door(app: Flask, settings: Settings, parts: Needs) -> None:
    def install(notice: InstallNotice) -> None:
        install_site(
            parts=parts,
            product=notice.product,
            client_key=notice.client_key,
            shared_secret=notice.shared_secret,
            base_url=notice.base_url,
            cloud_id=notice.cloud_id,
            oauth_client_id=notice.oauth_client_id,
        )

    def uninstall(client_key: str) -> None:
        uninstall_site(parts=parts, client_key=client_key)

    def receive(hint: WebhookHint) -> None:
        receive_webhook(
            parts=parts,
            site_id=hint.site_id,
            installation_id=hint.installation_id,
            delivery_id=hint.delivery_id,
            issue_id=hint.issue_id,
        )

    def find(client_key: str) -> Installation | None:
        return find_installation(parts=parts, client_key=client_key)

    keys = InstallKeys(urls=settings.install_keys_urls)
    install_guards(app, Guards(base_url=settings.base_url, keys=keys, find_installation=find))
    app.register_blueprint(descriptor_blueprint(base_url=settings.base_url))
    app.register_blueprint(
        lifecycle_blueprint(install=install, uninstall=uninstall, allowed_hosts=settings.allowed_hosts)
    )
    app.register_blueprint(webhook_blueprint(receive=receive))
