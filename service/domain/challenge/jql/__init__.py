"""A checker of the small JQL we write ourselves: does a query parse, and does it name only what Jira knows?

It knows no site: statuses, types and labels are any value. Queries of people are judged by Jira, not here.
"""

from service.domain.challenge.jql.grammar import check
from service.domain.challenge.jql.tokens import JqlInvalid

__all__ = ["JqlInvalid", "check"]
