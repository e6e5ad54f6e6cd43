"""Search by JQL: pages by token, ids only unless fields are asked, no totals. Not here: the language (`jql.py`).

Source: platform.md section 3. A page may be short without being the last; only `isLast` or a missing token tells.
"""

from __future__ import annotations

import secrets
from collections import OrderedDict
from typing import TYPE_CHECKING, Any

from flask import request

from tests.site.jira import render
from tests.site.jira.jql import BadJql
from tests.site.jira.permissions import may
from tests.site.jira.rest.reading import Route, body, caller, closed, listed, number
from tests.site.jira.search import matches, search
from tests.site.wire import Refused, charge

if TYPE_CHECKING:
    from tests.site.state import Site

_MOST_IDS, _MOST_WITH_FIELDS, _MOST_RECONCILED, _KEPT_TOKENS = 5_000, 100, 50, 1_000
_GONE = (
    "The requested API has been removed. Please migrate to the /rest/api/3/search/jql API. A full migration "
    "guideline is available at https://developer.atlassian.com/changelog/#CHANGE-2046"
)


def add(route: Route, site: Site) -> None:
    """Add the routes."""
    pages = _Pages(site)

    @route("GET", "/search/jql")
    def get() -> Any:
        reconcile = [int(ref) for ref in listed("reconcileIssues") or [] if ref.isdigit()]
        return pages.answer(
            jql=request.args.get("jql", ""), token=request.args.get("nextPageToken"),
            size=number("maxResults", 50), fields=listed("fields"), properties=listed("properties") or [],
            by_key=request.args.get("fieldsByKeys") == "true", reconcile=reconcile,
        )  # fmt: skip

    @route("POST", "/search/jql")
    def post() -> Any:
        sent = body()
        closed(
            sent, "expand", "fields", "fieldsByKeys", "jql", "maxResults", "nextPageToken", "properties",
            "reconcileIssues",
        )  # fmt: skip
        return pages.answer(
            jql=sent.get("jql") or "", token=sent.get("nextPageToken"), size=int(sent.get("maxResults") or 50),
            fields=sent.get("fields"), properties=sent.get("properties") or [],
            by_key=bool(sent.get("fieldsByKeys")), reconcile=sent.get("reconcileIssues") or [],
        )  # fmt: skip

    @route("GET", "/search")
    def old_get() -> Any:
        raise Refused(410, _GONE)

    @route("POST", "/search")
    def old_post() -> Any:
        raise Refused(410, _GONE)

    @route("POST", "/search/approximate-count")
    def count() -> Any:
        sent = body()
        closed(sent, "jql")
        charge(other=1)
        return {"count": len(_found(site, sent.get("jql") or "", []))}

    @route("POST", "/jql/match")
    def match() -> Any:
        sent = body()
        closed(sent, "issueIds", "jqls")
        known = [site.jira.issues.get(str(ref)) for ref in dict.fromkeys(sent.get("issueIds") or [])]
        issues = [issue for issue in known if issue and may(site.jira, caller(), "BROWSE_PROJECTS", issue)]
        charge(core=len(issues))
        answers: list[dict[str, Any]] = []
        for jql in sent.get("jqls") or []:
            try:
                matched = [int(issue.id) for issue in issues if matches(site, issue, jql)]
                answers.append({"matchedIssues": matched, "errors": []})
            except BadJql as error:
                answers.append({"matchedIssues": [], "errors": [str(error)]})
        return {"matches": answers}

    @route("GET", "/issue/picker")
    def picker() -> Any:
        query = request.args.get("query", "").lower()
        jql = request.args.get("currentJQL", "")
        pool = _found(site, jql, []) if jql else list(site.jira.issues.values())
        chosen = [
            issue
            for issue in pool
            if query in f"{issue.key} {issue.values['summary']}".lower()
            and may(site.jira, caller(), "BROWSE_PROJECTS", issue)
        ][:20]
        charge(core=len(chosen))
        issues = [
            {
                "id": int(issue.id), "key": issue.key, "keyHtml": issue.key,
                "img": f"/images/icons/issuetypes/{site.jira.type_of(issue).level}.svg",
                "summary": issue.values["summary"], "summaryText": issue.values["summary"],
            }
            for issue in chosen
        ]  # fmt: skip
        label, sub = "Current Search", f"Showing {len(issues)} of {len(issues)} matching issues"
        return {"sections": [{"id": "cs", "label": label, "sub": sub, "issues": issues}]}


class _Pages:
    """Remember what the rest of each result was, so that pages fit together while issues change."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._rests: OrderedDict[str, tuple[str, list[str]]] = OrderedDict()

    def answer(
        self, *, jql: str, token: str | None, size: int, fields: list[str] | None, properties: list[str],
        by_key: bool, reconcile: list[int],
    ) -> dict[str, Any]:  # fmt: skip
        """Return one page."""
        if len(reconcile) > _MOST_RECONCILED:
            raise Refused(400, f"At most {_MOST_RECONCILED} issues may be reconciled.")
        if size < 1:
            raise Refused(400, "maxResults must be between 1 and 5000.")
        names = ["id"] if fields is None else fields
        only_ids = set(names) <= {"id", "key"} and not properties
        size = min(size, _MOST_IDS if only_ids else _MOST_WITH_FIELDS)
        ids = self._rest(jql, token) if token else [one.id for one in _found(self._site, jql, reconcile)]
        if self._site.faults.strikes("short-pages") and size > 1 and len(ids) > 1:
            size = max(1, min(size, len(ids)) // 2)
        chosen, rest = ids[:size], ids[size:]
        issues = [self._site.jira.issues[ref] for ref in chosen if ref in self._site.jira.issues]
        charge(core=len(issues))
        if only_ids and "key" not in names:
            shown: list[dict[str, Any]] = [{"id": issue.id} for issue in issues]
        else:
            shown = [
                render.issue(self._site, issue, fields=names, properties=properties, by_key=by_key) for issue in issues
            ]
        answer: dict[str, Any] = {"issues": shown, "isLast": not rest}
        if rest:
            answer["nextPageToken"] = self._keep(jql, rest)
        return answer

    def _rest(self, jql: str, token: str) -> list[str]:
        if token not in self._rests or self._rests[token][0] != jql:
            raise Refused(400, "The nextPageToken is invalid, expired, or belongs to another query.")
        return self._rests[token][1]

    def _keep(self, jql: str, rest: list[str]) -> str:
        token = secrets.token_urlsafe(24)
        self._rests[token] = (jql, rest)
        while len(self._rests) > _KEPT_TOKENS:
            self._rests.popitem(last=False)
        return token


def _found(site: Site, jql: str, reconcile: list[int]) -> list[Any]:
    try:
        return search(site, jql, caller(), reconcile=reconcile)
    except BadJql as error:
        raise Refused(400, str(error)) from error
