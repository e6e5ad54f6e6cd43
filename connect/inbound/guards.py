"""The guard in front of every route: each view declares the one kind of token it accepts. How tokens are verified
stands in `connect/tokens`; what a caller may do stands in the use cases."""

import logging
from collections.abc import Callable
from typing import Any, TypeVar, cast

from flask import Flask, Response, g, request
from flask.wrappers import Request

from connect.errors import TokenRefused, Unavailable
from connect.inbound.presented import presented_token, presented_url
from connect.inbound.problems import problem, token_refused
from connect.site import Principal, TokenKind
from connect.tokens.host import FindInstallation, HostClaims, verify_context, verify_site_request
from connect.tokens.install import verify_install

log = logging.getLogger(__name__)

View = TypeVar("View", bound=Callable[..., Any])
_MARK = "northstar_token_kind"


def accepts(kind: TokenKind) -> Callable[[View], View]:
    """Declare the one kind of token a view accepts."""

    def mark(view: View) -> View:
        if declared_kind(view) is not None:
            raise RuntimeError(f"{view.__name__} already declares the token it accepts")
        setattr(view, _MARK, kind)
        return view

    return mark


def declared_kind(view: Callable[..., Any]) -> TokenKind | None:
    """Return what `accepts` declared on a view."""
    return getattr(view, _MARK, None)


class Guards:
    """Verify the caller of a request by the kind of token its view declared.

    `base_url` is the configured address our descriptor is served under; `keys` gives the PEM text of a key id.
    """

    def __init__(
        self, *, base_url: str, keys: Callable[[str], str | None], find_installation: FindInstallation
    ) -> None:
        self._base_url = base_url
        self._keys = keys
        self._find = find_installation

    def check(self, kind: TokenKind, request: Request) -> Principal:
        """Return the verified caller. Raises: TokenRefused; Unavailable when the install key server is down."""
        if kind is TokenKind.PUBLIC:
            return Principal(kind=kind)
        token = presented_token(request, query_allowed=kind in {TokenKind.SITE_REQUEST, TokenKind.IFRAME_REQUEST})
        if kind is TokenKind.CONTEXT_TOKEN:
            return _principal(kind, verify_context(token, find=self._find))
        url = presented_url(request, base_url=self._base_url)
        if kind is TokenKind.SIGNED_INSTALL:
            claims = verify_install(token, method=request.method, url=url, base_url=self._base_url, keys=self._keys)
            return Principal(kind=kind, client_key=claims.client_key)
        verified = verify_site_request(token, method=request.method, url=url, base_url=self._base_url, find=self._find)
        return _principal(kind, verified)


def install_guards(app: Flask, guards: Guards) -> None:
    """Put the guards in front of every view of the app; a view that declared nothing is never run."""

    def guard() -> Response | None:
        view = app.view_functions.get(request.endpoint or "")
        if view is None:
            return None  # no such route: Flask answers 404 or 405
        kind = declared_kind(view)
        if kind is None:
            log.error("the view %s declares no token kind and was not run", request.endpoint)
            return problem(status=500, code="internal", title="Internal error")
        try:
            g.principal = guards.check(kind, request)
        except TokenRefused as refusal:
            # The rule, not the path: what a stranger wrote into an address has no place in our log.
            log.info("token refused on %s %s: %s", request.method, request.url_rule, refusal.reason)
            return token_refused()
        except Unavailable as error:
            log.warning("cannot verify an install now: %s", error)
            return problem(
                status=503,
                code="install_keys_unavailable",
                title="Atlassian's install keys cannot be fetched now",
                detail="Install the app again in a few minutes.",
            )
        return None

    # Not `before_request`: blueprints' and other hooks must not run for a caller nobody verified.
    app.before_request_funcs.setdefault(None, []).insert(0, guard)


def assert_every_route_is_guarded(app: Flask) -> None:
    """Stop the start-up if a route forgot to declare its token. Raises: RuntimeError naming all of them."""
    bare = sorted({rule.rule for rule in app.url_map.iter_rules() if not _is_declared(app, rule.endpoint)})
    if bare:
        raise RuntimeError(f"these routes declare no token kind: {', '.join(bare)}")


def principal() -> Principal:
    """Return the verified caller of the request being served."""
    return cast(Principal, g.principal)


def _is_declared(app: Flask, endpoint: str) -> bool:
    view = app.view_functions.get(endpoint)
    return view is not None and declared_kind(view) is not None


def _principal(kind: TokenKind, verified: HostClaims) -> Principal:
    installation = verified.installation
    return Principal(
        kind=kind,
        site_id=installation.site_id,
        installation_id=installation.id,
        product=installation.product,
        client_key=installation.client_key,
        account_id=verified.account_id,
    )
