"""Note why Jira could not be told or asked, where people see it: on the row that waits, or on what asked for an answer."""

from typing import Final

from connect.errors import BadReply, NotFound, Rejected, SiteGone, Stale, Unavailable
from service.domain.board import Problem
from service.domain.errors import DomainError, NotThere
from service.usecases.asked import history_wish, settle_wish, synthesis_wish
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


def note_history_failure(*, parts: Needs, site_id: str, key_result_id: str, error: Exception) -> None:
    """Say on a key result why its history could not be measured."""
    problem = Problem(
        code="history_failed",
        message=f"The history could not be measured: {reason(error)}.",
        way_out="Ask for it again in a few minutes.",
        key_result_id=key_result_id,
    )
    _give_up(parts, site_id, history_wish(key_result_id), problem)


def note_synthesis_failure(*, parts: Needs, site_id: str, cycle_id: str, error: Exception) -> None:
    """Say on a cycle why its plans could not be compared."""
    problem = Problem(
        code="synthesis_failed",
        message=f"The plans could not be compared: {reason(error)}.",
        way_out="Run it again in a few minutes.",
    )
    _give_up(parts, site_id, synthesis_wish(cycle_id), problem)


def _give_up(parts: Needs, site_id: str, wish: str, problem: Problem) -> None:
    with parts.store.transaction() as tx:
        tx.problems.replace(site_id=site_id, scope=wish, problems_found=(problem,), at=parts.now())
    settle_wish(parts=parts, site_id=site_id, name=wish)


def reason(error: Exception) -> str:
    """Return the cause in a half sentence for people; what is unexpected stays opaque, the log has it."""
    if isinstance(error, DomainError):
        return error.message
    if isinstance(error, Rejected):
        said = "; ".join((*error.messages, *error.fields.values()))
        return f"Jira did not accept it: {said}" if said else "Jira did not accept it"
    return next((text for kind, text in _SENTENCES if isinstance(error, kind)), "something broke on our side")
