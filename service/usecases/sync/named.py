"""Reading issues that people name, by id or by key."""

from collections.abc import Sequence

from connect.errors import NotFound
from connect.outbound.shapes import IssueSnapshot
from service.usecases.needs import Needs
from service.usecases.sync.fields import SiteFields


def read_named(*, parts: Needs, site_id: str, names: Sequence[str], fields: SiteFields) -> dict[str, IssueSnapshot]:
    """Return what Jira shows of the issues by the names they were given, in that order; an issue it does not show is absent.

    Raises: connect.errors.ProductError.
    """
    wanted = list(dict.fromkeys(names))
    jira = parts.jira(site_id)
    known: dict[str, IssueSnapshot] = {}
    if len(wanted) > 1:
        for each in jira.fetch_issues(issue_ids=wanted, field_ids=fields.points).found:
            known |= {each.id: each, each.key: each}
    found: dict[str, IssueSnapshot] = {}
    for name in wanted:
        try:
            # A moved issue answers to its old key only when it is asked for alone.
            found[name] = known.get(name) or jira.get_issue(issue=name, field_ids=fields.points)
        except NotFound:
            continue
    return found
