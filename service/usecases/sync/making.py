"""Creating an issue in Jira once, although Jira does not know what "once" is.

A worker may die between Jira's answer and our row. The issue therefore carries from its first instant for what it was made
(a property), an attempt is noted before it is made, and whoever comes after an attempt without an outcome looks in Jira first.
"""

from datetime import timedelta
from typing import ClassVar, Final

from connect.errors import Rejected, SiteGone
from service.domain.errors import DomainError
from service.usecases.needs import Needs

MADE_PROPERTY: Final = "northstar.made"
REMEMBERED: Final = timedelta(days=7)
"""How long an attempt without an outcome is remembered."""
INDEX_LAG: Final = timedelta(seconds=60)
"""Jira's search lags behind its writes; before that, what is not found may still be there. Source: platform 3."""


class StillUnsure(DomainError):
    """An attempt a moment ago may have created the issue, and Jira's search cannot say yet."""

    code: ClassVar[str] = "still_unsure"
    status: ClassVar[int] = 409


def make_issue(
    *,
    parts: Needs,
    site_id: str,
    made_for: str,
    project_key: str,
    issue_type_id: str,
    summary: str,
    description: str = "",
) -> tuple[str, str]:
    """Create an issue for one thing of ours (its id) and return its id and key; a second call finds the first one's issue.

    Call `settle_making` when the outcome is stored. Raises: StillUnsure, connect.errors.ProductError.
    """
    jira = parts.jira(site_id)
    if not _begin(parts, site_id, made_for):
        question = f'project = "{project_key}" AND created >= -{REMEMBERED.days}d ORDER BY created DESC'
        for found in jira.search(jql=question, properties=(MADE_PROPERTY,)):
            if found.properties.get(MADE_PROPERTY, {}).get("for") == made_for:
                return found.id, found.key
        if _is_fresh(parts, site_id, made_for):
            raise StillUnsure(
                f"Jira may have created “{summary}” a moment ago and cannot say yet. It is looked for again in a minute."
            )
    try:
        return jira.create_issue(
            project_key=project_key,
            issue_type_id=issue_type_id,
            summary=summary,
            description=description,
            properties={MADE_PROPERTY: {"for": made_for}},
        )
    except (Rejected, SiteGone):
        settle_making(parts=parts, site_id=site_id, made_for=made_for)  # Jira said no, so there is nothing to look for
        raise


def settle_making(*, parts: Needs, site_id: str, made_for: str) -> None:
    """Forget the attempt: its outcome is stored, or there was none."""
    with parts.store.transaction() as tx:
        for name in (f"making:{made_for}", f"made-lately:{made_for}"):
            tx.leases.release(site_id=site_id, name=name, holder=made_for)


def _begin(parts: Needs, site_id: str, made_for: str) -> bool:
    """Note an attempt; False if one without an outcome came before."""
    with parts.store.transaction() as tx:
        is_first = tx.leases.take(
            site_id=site_id,
            name=f"making:{made_for}",
            holder=made_for,
            now=parts.now(),
            ttl_s=REMEMBERED.total_seconds(),
        )
        if is_first:
            tx.leases.take(
                site_id=site_id,
                name=f"made-lately:{made_for}",
                holder=made_for,
                now=parts.now(),
                ttl_s=INDEX_LAG.total_seconds(),
            )
    return is_first


def _is_fresh(parts: Needs, site_id: str, made_for: str) -> bool:
    """Tell whether the attempt before is younger than the lag of Jira's search; if not, this one takes its place."""
    with parts.store.transaction() as tx:
        return not tx.leases.take(
            site_id=site_id,
            name=f"made-lately:{made_for}",
            holder=made_for,
            now=parts.now(),
            ttl_s=INDEX_LAG.total_seconds(),
        )
