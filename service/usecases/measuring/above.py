"""What issues are part of, level by level, for whoever asks whether work leads anywhere."""

from collections.abc import Iterable
from typing import Final

from connect.outbound.jira import JiraClient
from connect.outbound.shapes import IssueDetail

HIGHEST: Final = 4
"""How many levels above an issue are looked at."""


def parents_above(*, jira: JiraClient, issues: Iterable[IssueDetail]) -> dict[str, str | None]:
    """Return what the issues, and the issues above them, are part of. Raises: connect.errors.ProductError."""
    above: dict[str, str | None] = {each.id: each.parent_id for each in issues}
    wanted = {id for id in above.values() if id is not None} - above.keys()
    for _ in range(HIGHEST):
        if not wanted:
            break
        found = jira.details(issue_ids=sorted(wanted))
        above |= {each.id: each.parent_id for each in found}
        wanted = {each.parent_id for each in found if each.parent_id is not None} - above.keys()
    return above
