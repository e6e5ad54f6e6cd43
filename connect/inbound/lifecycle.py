"""Installed and uninstalled: verified notices from a product become plain calls. Storing them is the caller's business."""

from collections.abc import Callable
from dataclasses import dataclass, field

from flask import Blueprint, Response
from marshmallow import ValidationError

from connect.errors import HostNotAllowed
from connect.inbound.guards import accepts, principal
from connect.inbound.presented import request_json
from connect.inbound.problems import invalid_body, problem, token_refused
from connect.site import Product, TokenKind, check_site_url
from schemas.lifecycle import InstalledBody, UninstalledBody


@dataclass(frozen=True, slots=True, kw_only=True)
class InstallNotice:
    """A product tells that the app was installed there, updated or installed again (the secret may be new)."""

    product: Product
    client_key: str
    shared_secret: str = field(repr=False)
    base_url: str
    cloud_id: str | None
    oauth_client_id: str | None


def lifecycle_blueprint(
    *,
    install: Callable[[InstallNotice], None],
    uninstall: Callable[[str], None],
    allowed_hosts: frozenset[str],
) -> Blueprint:
    """Build the lifecycle routes; `uninstall` gets the client key and must take unknown ones calmly."""
    blueprint = Blueprint("lifecycle", __name__, url_prefix="/connect")

    @blueprint.post("/installed")
    @accepts(TokenKind.SIGNED_INSTALL)
    def installed() -> Response:
        try:
            body = InstalledBody().load(request_json())
            notice = InstallNotice(
                product=Product(body["product"]),
                client_key=body["client_key"],
                shared_secret=body["shared_secret"],
                base_url=check_site_url(body["base_url"], allowed_hosts=allowed_hosts),
                cloud_id=body["cloud_id"],
                oauth_client_id=body["oauth_client_id"],
            )
        except ValidationError as error:
            return invalid_body(error)
        except HostNotAllowed as error:
            return problem(
                status=400,
                code="host_not_allowed",
                title="This site's address may not be called",
                detail=f"{error}.",
                errors={"baseUrl": [str(error)]},
            )
        if notice.client_key != principal().client_key:
            return token_refused()
        install(notice)
        return Response(status=204)

    @blueprint.post("/uninstalled")
    @accepts(TokenKind.SIGNED_INSTALL)
    def uninstalled() -> Response:
        try:
            body = UninstalledBody().load(request_json())
        except ValidationError as error:
            return invalid_body(error)
        if body["client_key"] != principal().client_key:
            return token_refused()
        uninstall(body["client_key"])
        return Response(status=204)

    return blueprint
