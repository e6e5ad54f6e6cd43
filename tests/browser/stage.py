"""The product's pages over HTTP with a real store and no site: a verified caller is assumed, Jira knows four people.

For looking at pages and for browser tests of them; journeys run against the simulator instead.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, cast
from uuid import uuid4

from flask import Flask, Request, Response

from connect.descriptor import SLOT_FIELD_KEYS, app_field_key
from connect.inbound.guards import Guards, accepts, install_guards
from connect.outbound.shapes import Field, IssueDetail, Person, Project
from connect.site import Principal, TokenKind
from service.store import Store
from service.usecases.needs import Needs
from service.web import register_web
from tests.browser.company import NOW, PEOPLE, SITE_ID

ALL_JS = """
window.AP = {
  context: { getToken: () => Promise.resolve("x." + btoa(JSON.stringify({ iat: 0, exp: 180 })) + ".x") },
  resize: () => undefined,
};
"""


class KnownCaller:
    """Guards that take everybody for the person of one site that a cookie names, by default for Ines."""

    def __init__(self, site_id: str) -> None:
        self._site_id = site_id

    def check(self, kind: TokenKind, request: Request) -> Principal:
        """Return the caller whatever token was sent."""
        return Principal(kind=kind, site_id=self._site_id, account_id=request.cookies.get("person", "acc-ines"))


class FourPeople:
    """As much of a Jira client as the pages ask for."""

    def people(self, *, account_ids: tuple[str, ...]) -> tuple[Person, ...]:
        """Return the known ones of `account_ids`."""
        return tuple(_person(account_id) for account_id in account_ids if account_id in PEOPLE)

    def may(self, *, issue_ids: tuple[str, ...] = (), project_ids: tuple[str, ...] = (), **_: object) -> frozenset[str]:
        """Allow everything."""
        return frozenset((*issue_ids, *project_ids))

    def fields(self) -> tuple[Field, ...]:
        """Return the fields *KR 1* to *KR 5*, and one of the site's own."""
        slots = (
            Field(id=f"customfield_1010{n}", key=app_field_key(key), name=f"KR {n}", kind="number", is_app_field=True)
            for n, key in enumerate(SLOT_FIELD_KEYS, start=1)
        )
        own = Field(
            id="customfield_10200", key="customfield_10200", name="Satisfaction", kind="number", is_app_field=False
        )
        return (*slots, own)

    def project(self, *, key: str) -> Project:
        """Return any project."""
        return Project(id=f"id-{key}", key=key, name=key)

    def administers(self, *, account_id: str) -> bool:
        """Let everybody administer."""
        return account_id in PEOPLE

    def search_details(self, *, jql: str, **_: object) -> tuple[IssueDetail, ...]:
        """Return a few open issues of a project, and nothing that is finished."""
        return () if "statusCategory = Done" in jql else _adrift()

    def details(self, **_: object) -> tuple[IssueDetail, ...]:
        """Know nothing above an issue."""
        return ()

    def find_people(self, *, query: str, **_: object) -> tuple[Person, ...]:
        """Return people whose name contains `query`."""
        return tuple(_person(key) for key, name in PEOPLE.items() if query.lower() in name.lower())


def stage(
    store: Store,
    *,
    now: Callable[[], datetime] = lambda: NOW,
    site_id: str = SITE_ID,
    jira: FourPeople | None = None,
) -> Flask:
    """Return an app that serves every page of the product from `store`; `jira` is who answers for Jira."""
    app = Flask("stage", static_folder=None, template_folder=None)
    app.extensions["northstar"] = Needs(
        store=store,
        jira=lambda _: cast(Any, jira or FourPeople()),
        confluence=_nothing_there,
        enqueue=lambda *_, **__: None,
        now=now,
        new_id=lambda: uuid4().hex,
        base_url="http://127.0.0.1",
        allowed_hosts=frozenset({"127.0.0.1"}),
        publish_interval_s=900,
    )
    install_guards(app, cast(Guards, KnownCaller(site_id)))
    register_web(app)

    @app.get("/atlassian-connect/all.js")
    @accepts(TokenKind.PUBLIC)
    def host_script() -> Response:
        return Response(ALL_JS, mimetype="text/javascript")

    return app


def _adrift() -> tuple[IssueDetail, ...]:
    at = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
    return tuple(
        IssueDetail(
            id=str(90_000 + number),
            key=f"GROW-{900 + number}",
            summary=summary,
            status="To do",
            category="new",
            project_key="GROW",
            updated_at=at,
            created_at=at,
        )
        for number, summary in enumerate(("Tidy the old newsletter lists", "Move the shop's photos"))
    )


def _nothing_there(site_id: str) -> Any:
    raise AssertionError(f"no page may ask Confluence here ({site_id})")


def _person(account_id: str) -> Person:
    return Person(account_id=account_id, display_name=PEOPLE[account_id], active=True, avatar_url=None)
