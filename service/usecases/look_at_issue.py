"""Look at an issue in Jira before a person decides what it shall be."""

from connect.outbound.shapes import IssueSnapshot
from service.usecases.needs import Needs


def look_at_issue(*, parts: Needs, site_id: str, issue: str) -> IssueSnapshot:
    """Return the issue (by id or key) as Jira shows it now; nothing is stored. Raises: NoInstallation, ProductError."""
    return parts.jira(site_id).get_issue(issue=issue)
