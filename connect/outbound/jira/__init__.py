"""The Jira client: one method per operation, grouped by what they are about. Sending is `outbound/http.py`'s."""

from connect.outbound.jira.details import IssueDetails
from connect.outbound.jira.editing import IssueEditing
from connect.outbound.jira.fields import Fields
from connect.outbound.jira.people import People
from connect.outbound.jira.projects import Projects
from connect.outbound.jira.reading import IssueReading


class JiraClient(IssueReading, IssueDetails, IssueEditing, Fields, People, Projects):
    """Everything we ask of one Jira site.

    Every method may raise the errors of `Sender`; the docstrings name only what is special.
    Documentation: https://developer.atlassian.com/cloud/jira/platform/rest/v3/
    """
