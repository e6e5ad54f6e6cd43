"""Note why Jira could not be told, on the row that waits: people see it on the objective, the nightly pass tries again."""

from typing import Final

from connect.errors import BadReply, NotFound, Rejected, SiteGone, Stale, Unavailable
from service.domain.errors import DomainError, NotThere
from service.usecases.needs import Needs

_SENTENCES: Final[tuple[tuple[type[Exception], str], ...]] = (
    (SiteGone, "Jira refused the app; it may not be installed any more or may not edit this project"),
    (NotFound, "Jira no longer shows the issue to the app"),
    (Unavailable, "Jira did not answer, several times in a row"),
    (Stale, "somebody else wrote at the same moment"),
    (BadReply, "Jira gave an answer we do not understand"),
)


def note_objective_failure(*, parts: Needs, site_id: str, objective_id: str, error: Exception) -> None:
    """Note why an objective's epic could not be written; nothing happens if the objective is gone."""
    try:
        with parts.store.transaction() as tx:
            tx.objectives.mark_failed(site_id=site_id, id=objective_id, error=reason(error))
    except NotThere:
        return


def note_issue_failure(*, parts: Needs, site_id: str, issue_id: str, error: Exception) -> None:
    """Note why a linked issue could not be written; nothing happens if we no longer know it."""
    try:
        with parts.store.transaction() as tx:
            tx.issues.mark_failed(site_id=site_id, id=issue_id, error=reason(error))
    except NotThere:
        return


def reason(error: Exception) -> str:
    """Return the cause in a half sentence for people; what is unexpected stays opaque, the log has it."""
    if isinstance(error, DomainError):
        return error.message
    if isinstance(error, Rejected):
        said = "; ".join((*error.messages, *error.fields.values()))
        return f"Jira did not accept it: {said}" if said else "Jira did not accept it"
    return next((text for kind, text in _SENTENCES if isinstance(error, kind)), "something broke on our side")
