"""What every new Jira site comes with: statuses, issue types, priorities, link types, system fields."""

from __future__ import annotations

from tests.site.jira.model import Field, IssueType, Status

STATUSES = (
    Status("10000", "To Do", "new"),
    Status("3", "In Progress", "indeterminate"),
    Status("10001", "In Review", "indeterminate"),
    Status("10002", "Done", "done"),
)
# category key → (id, colour, name)
CATEGORIES = {
    "new": (2, "blue-gray", "To Do"),
    "indeterminate": (4, "yellow", "In Progress"),
    "done": (3, "green", "Done"),
}
PRIORITIES = {"1": "Highest", "2": "High", "3": "Medium", "4": "Low", "5": "Lowest"}
# id → (name, inward, outward)
LINK_TYPES = {
    "10000": ("Blocks", "is blocked by", "blocks"),
    "10003": ("Relates", "relates to", "relates to"),
}
HIERARCHY = {-1: "Subtask", 0: "Base", 1: "Epic"}


def issue_types() -> list[IssueType]:
    """Return the types company-managed projects share."""
    return [
        IssueType("10000", "Epic", 1, description="A big piece of work."),
        IssueType("10001", "Story", 0, description="Something a user wants."),
        IssueType("10002", "Task", 0, description="A small, distinct piece of work."),
        IssueType("10003", "Bug", 0, description="A problem or error."),
        IssueType("10004", "Subtask", -1, description="A part of a larger piece of work."),
    ]


def system_fields() -> list[Field]:
    """Return the fields Jira itself owns, and the few custom fields of a software site."""

    def own(field_id: str, name: str, kind: str, items: str | None = None, *, editable: bool = True) -> Field:
        return Field(field_id, field_id, name, kind, items, clauses=(field_id,), editable=editable)

    return [
        own("summary", "Summary", "string"),
        own("description", "Description", "string"),
        own("issuetype", "Issue Type", "issuetype", editable=False),
        own("project", "Project", "project", editable=False),
        own("status", "Status", "status", editable=False),
        own("statusCategory", "Status Category", "statusCategory", editable=False),
        own("statuscategorychangedate", "Status Category Changed", "datetime", editable=False),
        own("resolution", "Resolution", "resolution", editable=False),
        own("priority", "Priority", "priority"),
        own("assignee", "Assignee", "user"),
        own("reporter", "Reporter", "user"),
        own("creator", "Creator", "user", editable=False),
        own("labels", "Labels", "array", "string"),
        own("parent", "Parent", "issuelink"),
        own("duedate", "Due date", "date"),
        own("created", "Created", "datetime", editable=False),
        own("updated", "Updated", "datetime", editable=False),
        own("issuelinks", "Linked Issues", "array", "issuelinks", editable=False),
        own("subtasks", "Sub-tasks", "array", "issuelinks", editable=False),
        Field(
            "customfield_10016", "customfield_10016", "Story point estimate", "number",
            custom="com.pyxis.greenhopper.jira:jsw-story-points",
        ),
        Field(
            "customfield_10015", "customfield_10015", "Start date", "date",
            custom="com.atlassian.jira.plugin.system.customfieldtypes:datepicker",
        ),
    ]  # fmt: skip
