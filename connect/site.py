"""Who calls and whom we call: an installation, a principal, and the guard on site addresses. No tokens are made or read here."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from urllib.parse import urlsplit

from connect.errors import HostNotAllowed


class Door(StrEnum):
    """How a site reaches us. Source: design section 2."""

    CONNECT = "connect"
    FORGE = "forge"
    TOKEN = "token"  # noqa: S105 - a word, not a secret


class Product(StrEnum):
    """The Atlassian product an installation lives in."""

    JIRA = "jira"
    CONFLUENCE = "confluence"


class TokenKind(StrEnum):
    """What a route accepts; every route declares exactly one."""

    PUBLIC = "public"
    SIGNED_INSTALL = "signed_install"
    SITE_REQUEST = "site_request"
    IFRAME_REQUEST = "iframe_request"
    CONTEXT_TOKEN = "context_token"  # noqa: S105 - a word, not a secret


@dataclass(frozen=True, slots=True, kw_only=True)
class Installation:
    """The app inside one product of a site, with its credentials in clear (they are encrypted at rest by the store).

    `base_url` is the product's own address (Confluence's ends in `/wiki`), without a trailing slash: call this, never a
    display address. `previous_secret` is accepted until `previous_secret_until` so that calls signed a moment before a
    re-install are not lost. Source: platform 1.5 A.8.
    """

    id: str
    site_id: str
    door: Door
    product: Product
    client_key: str
    shared_secret: str
    base_url: str
    cloud_id: str | None = None
    oauth_client_id: str | None = None
    previous_secret: str | None = None
    previous_secret_until: datetime | None = None
    uninstalled_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Principal:
    """The verified caller: which site, through which kind of token, and which person if any."""

    kind: TokenKind
    site_id: str | None = None
    installation_id: str | None = None
    product: Product | None = None
    client_key: str | None = None
    account_id: str | None = None


ATLASSIAN_SUFFIXES = (".atlassian.net", ".jira.com")


def site_host(base_url: str) -> str:
    """Return the host (with port, lower case) that names the site of a product address."""
    return urlsplit(base_url).netloc.lower()


def check_site_url(base_url: str, *, allowed_hosts: frozenset[str]) -> str:
    """Return `base_url` without trailing slash if we may call it.

    An allowed host without a port admits every port of that host; plain http is only for loopback (the simulator).

    Raises: HostNotAllowed. Source: platform 1.5 A.8.
    """
    parts = urlsplit(base_url)
    host = (parts.hostname or "").lower()
    if parts.username or parts.password or parts.query or parts.fragment or not host:
        raise HostNotAllowed(host)
    loopback = host in {"127.0.0.1", "localhost", "::1"}
    known = host.endswith(ATLASSIAN_SUFFIXES) or host in allowed_hosts or parts.netloc.lower() in allowed_hosts
    if not known or (parts.scheme != "https" and not (loopback and parts.scheme == "http")):
        raise HostNotAllowed(parts.netloc)
    return base_url.rstrip("/")
