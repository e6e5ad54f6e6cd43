"""One place where clients come from: a small store of sessions, one per installation and secret. No endpoint lives here."""

from collections import OrderedDict
from collections.abc import Callable
from datetime import UTC, datetime
from http.cookiejar import DefaultCookiePolicy
from threading import Lock

import requests
from atlassian.jira import JiraCloud
from atlassian.rest_client import AtlassianRestAPI
from requests.adapters import HTTPAdapter

from connect.errors import SiteGone
from connect.outbound.auth import SiteJwtAuth
from connect.outbound.budget import Budget
from connect.outbound.confluence import ConfluenceClient
from connect.outbound.http import Sender
from connect.outbound.jira import JiraClient
from connect.site import Door, Installation, Product

# Sessions keep connections open; never is one shared between installations.
_MAX_SENDERS = 64
_POOL_SIZE = 10


def _nothing() -> None:
    return


def _utc_now() -> datetime:
    return datetime.now(UTC)


class Products:
    """Gives the client of an installation.

    `on_send` is called before every request and may refuse it by raising (no call may be made inside a transaction).
    """

    def __init__(
        self,
        *,
        app_key: str,
        budget: Budget,
        timeout_s: int = 10,
        on_send: Callable[[], None] = _nothing,
        now: Callable[[], datetime] = _utc_now,
    ) -> None:
        self._app_key = app_key
        self._budget = budget
        self._timeout_s = timeout_s
        self._on_send = on_send
        self._now = now
        self._senders: OrderedDict[tuple[str, str, str], Sender] = OrderedDict()
        self._lock = Lock()

    def jira(self, installation: Installation) -> JiraClient:
        """Return the client of the Jira side of a site."""
        return JiraClient(sender=self._sender(installation, Product.JIRA))

    def confluence(self, installation: Installation) -> ConfluenceClient:
        """Return the client of the Confluence side of a site."""
        return ConfluenceClient(sender=self._sender(installation, Product.CONFLUENCE))

    def _sender(self, installation: Installation, product: Product) -> Sender:
        if installation.product is not product:
            raise ValueError(f"an installation in {installation.product} cannot call {product}")
        key = (installation.id, installation.shared_secret, installation.base_url)
        with self._lock:
            sender = self._senders.get(key)
            if sender is None:
                sender = self._senders[key] = self._new_sender(installation)
                if len(self._senders) > _MAX_SENDERS:
                    self._senders.popitem(last=False)
            self._senders.move_to_end(key)
            return sender

    def _new_sender(self, installation: Installation) -> Sender:
        return Sender(
            transport=_transport(installation, self._session(installation), self._timeout_s),
            installation=installation,
            budget=self._budget,
            on_send=self._on_send,
        )

    def _session(self, installation: Installation) -> requests.Session:
        if installation.door is not Door.CONNECT:
            raise SiteGone(f"sites behind the door {installation.door} cannot be called")
        session = requests.Session()
        session.auth = SiteJwtAuth(app_key=self._app_key, installation=installation, now=self._now)
        session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))  # who we are is in the token alone
        adapter = HTTPAdapter(pool_maxsize=_POOL_SIZE, max_retries=0)
        session.mount("https://", adapter)
        session.mount("http://", adapter)
        return session


def _transport(installation: Installation, session: requests.Session, timeout_s: int) -> AtlassianRestAPI:
    """Return the library's transport with everything off that would sleep or retry inside a call.

    For Confluence the library's own client is not used: its page methods leave out what the API demands, and it adds
    or leaves out `/wiki` by guessing. Source: platform 6, models 4.
    """
    kind = JiraCloud if installation.product is Product.JIRA else AtlassianRestAPI
    return kind(
        installation.base_url,
        session=session,
        timeout=timeout_s,
        backoff_and_retry=False,
        retry_with_header=False,
        cloud=True,
    )
