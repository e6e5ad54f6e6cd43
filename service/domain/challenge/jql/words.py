"""The words of JQL that our own queries may use: fields by kind, functions. Data only.

Source: Atlassian, "JQL fields" and "JQL functions" (support.atlassian.com/jira-software-cloud).
"""

from typing import Final

DATES: Final = frozenset(
    {"created", "updated", "resolved", "resolutiondate", "due", "duedate", "lastviewed", "statuscategorychangeddate"}
)
NUMBERS: Final = frozenset({"votes", "watchers", "workratio", "timespent", "originalestimate", "remainingestimate"})
TEXTS: Final = frozenset({"summary", "description", "comment", "environment", "text"})
CHOICES: Final = frozenset(
    {
        "project", "type", "issuetype", "status", "statuscategory", "resolution", "priority", "labels", "component",
        "fixversion", "affectedversion", "assignee", "reporter", "creator", "sprint", "parent", "key", "id", "issue",
        "issuelinktype", "level", "filter", "category", "hierarchylevel",
    }
)  # fmt: skip
HISTORIC: Final = frozenset({"status", "assignee", "reporter", "priority", "resolution", "fixversion"})
"""The fields whose past Jira can be asked for with WAS and CHANGED."""

FUNCTIONS: Final = frozenset(
    {
        "now", "currentuser", "currentlogin", "startofday", "endofday", "startofweek", "endofweek", "startofmonth",
        "endofmonth", "startofyear", "endofyear", "opensprints", "closedsprints", "futuresprints", "membersof",
        "standardissuetypes", "subtaskissuetypes", "unreleasedversions", "releasedversions", "linkedissues",
    }
)  # fmt: skip
KEYWORDS: Final = frozenset({"and", "or", "not", "in", "is", "was", "changed", "empty", "null", "order", "by", "asc", "desc",
                             "after", "before", "on", "during", "from", "to"})  # fmt: skip
