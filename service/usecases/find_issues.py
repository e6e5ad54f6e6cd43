"""Find issues to link by their words, among those the person may see."""

from itertools import islice

from connect.errors import Rejected
from connect.outbound.shapes import IssueSnapshot
from service.usecases.needs import Needs

MOST = 8
LOOKED_AT = 40
SHORTEST = 2


def find_issues(*, parts: Needs, site_id: str, by: str, words: str, project_key: str = "") -> tuple[IssueSnapshot, ...]:
    """Return open ordinary issues whose text has the words, the latest first; in the project if one is named.

    Costs a search and one question about permissions. Raises: connect.errors.ProductError.
    """
    said = " ".join(words.split())
    if len(said) < SHORTEST:
        return ()
    jira = parts.jira(site_id)
    place = f'project = "{_quoted(project_key)}" AND ' if project_key else ""
    question = f'{place}statusCategory != Done AND text ~ "{_quoted(said)}*" ORDER BY updated DESC'
    try:
        found = [each for each in islice(jira.search(jql=question), LOOKED_AT) if each.type_level == 0]
    except Rejected:
        return ()  # words that Jira's search does not take find nothing
    if not found:
        return ()
    seen = jira.may(account_id=by, permission="BROWSE_PROJECTS", issue_ids=tuple(each.id for each in found))
    return tuple(each for each in found if each.id in seen)[:MOST]


def _quoted(text: str) -> str:
    return text.replace("\\", " ").replace('"', " ").strip()
