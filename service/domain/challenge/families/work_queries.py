"""Queries over a team's own issues that several families use as counter-metrics. Data only."""

from service.domain.challenge.families.row import jql

REOPENED = jql(
    'type = Bug AND status WAS "Done" AND statusCategory != Done',
    of='type = Bug AND status WAS "Done"',
)
CLOSED_UNFIXED = jql(
    'type = Bug AND resolution IN ("Won\'t Do", "Won\'t Fix", Duplicate, "Cannot Reproduce") AND resolved >= -30d',
    of="type = Bug AND resolved >= -30d",
)
NEW_BUGS = jql("type = Bug AND created >= -30d")
SEVERE_BUGS = jql("type = Bug AND priority IN (Highest, High) AND statusCategory != Done")
OLD_OPEN = jql("statusCategory != Done AND created <= -90d")
STUCK = jql('statusCategory = "In Progress" AND updated <= -14d')
IN_WORK = jql('statusCategory = "In Progress"')
UNESTIMATED_BUGS = jql("type = Bug AND created >= -30d", of="created >= -30d")
INCIDENTS = jql("type = Incident AND created >= -30d")
REPEAT_INCIDENTS = jql("type = Incident AND issueLinkType IS NOT EMPTY AND created >= -90d")
OPEN_TICKETS = jql("statusCategory != Done AND created <= -7d")
REOPENED_TICKETS = jql(
    'status WAS "Done" AND statusCategory != Done AND updated >= -30d', of='status WAS "Done" AND updated >= -30d'
)
SECURITY_BUGS = jql("type = Bug AND labels = security AND statusCategory != Done")
OVERDUE = jql("due < now() AND statusCategory != Done")
