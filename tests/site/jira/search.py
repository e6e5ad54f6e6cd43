"""Running JQL over the site's issues. Not here: grammar (`jql.py`), one clause's meaning (`clauses.py`), paging."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from tests.site.jira.clauses import compile_clause
from tests.site.jira.jql import And, BadJql, Clause, Node, Not, Or, parse
from tests.site.jira.model import Issue
from tests.site.jira.permissions import may

if TYPE_CHECKING:
    from tests.site.accounts import Account
    from tests.site.state import Site

Test = Callable[[Issue], bool]
UNBOUNDED = "Unbounded JQL queries are not allowed here. Please add a search restriction to your query."


def matches(site: Site, issue: Issue, text: str) -> bool:
    """Tell whether the issue matches; the site's own view, without permissions. Raises: BadJql."""
    query = parse(text)
    return query.where is None or _compile(site, query.where, None)(issue)


def search(site: Site, text: str, account: Account, *, reconcile: Iterable[int] = ()) -> list[Issue]:
    """Return the issues the account may see, in order. Raises: BadJql, also for unbounded queries.

    While the index lags, issues are judged by what the index holds, except the reconciled ones.
    """
    query = parse(text)
    if query.where is None:
        raise BadJql(UNBOUNDED)
    test = _compile(site, query.where, account)
    fresh = {str(number) for number in reconcile}
    now_s = site.clock.epoch_s()
    found = []
    for issue in _candidates(site, query.where):
        seen: Issue | None = issue
        if issue.stale_until_s > now_s and issue.id not in fresh:
            seen = issue.indexed
        if seen is not None and test(seen) and may(site.jira, account, "BROWSE_PROJECTS", issue):
            found.append(issue)
    return _ordered(site, found, query.order or (("created", True),))


def _compile(site: Site, node: Node, account: Account | None) -> Test:
    if isinstance(node, Clause):
        return compile_clause(site, node, account)
    if isinstance(node, Not):
        inner = _compile(site, node.part, account)
        return lambda issue: not inner(issue)
    tests = [_compile(site, part, account) for part in node.parts]
    if isinstance(node, Or):
        return lambda issue: any(test(issue) for test in tests)
    return lambda issue: all(test(issue) for test in tests)


def _candidates(site: Site, node: Node) -> Iterable[Issue]:
    """Return a superset of the matches, small when the query names issues or a parent."""
    jira = site.jira
    for part in node.parts if isinstance(node, And) else (node,):
        if not isinstance(part, Clause) or part.operator not in ("=", "in"):
            continue
        name = part.field.lower()
        refs = [jira.find(str(value)) for value in part.values if isinstance(value, str)]
        if name in ("id", "key", "issue", "issuekey"):
            return [jira.issues[issue_id] for issue_id in dict.fromkeys(ref.id for ref in refs if ref)]
        # A lagging index may still hold a child under its former parent, so it is asked in full.
        if name == "parent" and "late-search" not in site.faults.active() and len(refs) == len(part.values):
            children = [child for ref in refs if ref for child in jira.children.get(ref.id, ())]
            return [jira.issues[child] for child in children]
    return list(jira.issues.values())


def _ordered(site: Site, issues: list[Issue], order: tuple[tuple[str, bool], ...]) -> list[Issue]:
    for name, descending in reversed(order):
        issues.sort(key=_sort_key(site, name.lower()), reverse=descending)
    return issues


def _sort_key(site: Site, name: str) -> Callable[[Issue], Any]:
    if name in ("key", "id", "issue", "issuekey"):
        return lambda issue: (issue.key.rsplit("-", 1)[0], int(issue.key.rsplit("-", 1)[1]))
    if name in ("created", "createddate"):
        return lambda issue: (issue.created_at, int(issue.id))
    if name in ("updated", "updateddate"):
        return lambda issue: (issue.updated_at, int(issue.id))
    fields = site.jira.fields.by_clause(name)
    if not fields:
        raise BadJql(f"Not able to sort using field '{name}'.")
    return lambda issue: (issue.values.get(fields[0].id) is not None, _plain(issue.values.get(fields[0].id)))


def _plain(value: Any) -> Any:
    return value if isinstance(value, int | float) else str(value or "")
