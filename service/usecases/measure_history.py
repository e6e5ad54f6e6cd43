"""Measure how a key result's number stood week by week."""

from dataclasses import replace

from connect.outbound.budget import Urgency, spending
from service.domain.board import Problem
from service.domain.errors import DomainError
from service.domain.history import History
from service.usecases.measuring.measure import measure
from service.usecases.measuring.subject import WEEKS, Subject, read_subject, source_of_subject
from service.usecases.needs import Needs


def measure_history(*, parts: Needs, site_id: str, key_result_id: str) -> History | None:
    """Rebuild the history from changelogs and keep it; None if that is refused, which a problem then says.

    Costs a search and a call for every issue that changed, in the background's share of the hour. Source: requirements 2.4.
    Raises: NotThere, connect.errors.ProductError.
    """
    subject = read_subject(parts=parts, site_id=site_id, key_result_id=key_result_id)
    try:
        source = source_of_subject(parts=parts, site_id=site_id, subject=subject)
        with spending(Urgency.BACKGROUND):
            history = measure(jira=parts.jira(site_id), source=source, weeks=WEEKS, at=parts.now())
    except DomainError as refused:
        _note(parts, site_id, subject, (_problem(subject, refused),))
        return None
    with parts.store.transaction() as tx:
        now, then = tx.key_results.get(site_id=site_id, id=key_result_id).tracker, subject.key_result.tracker
        if replace(now, seen=then.seen, seen_value=then.seen_value) != then:
            return None  # the tracker changed while we asked
        tx.histories.put(site_id=site_id, key_result_id=key_result_id, history=history)
    _note(parts, site_id, subject, ())
    return history


def _problem(subject: Subject, refused: DomainError) -> Problem:
    return Problem(
        code=refused.code,
        message=f"The history of “{subject.key_result.title}” could not be measured: {refused.message}",
        way_out="Change what tracks it, or state its baseline by hand.",
        key_result_id=subject.key_result.id,
    )


def _note(parts: Needs, site_id: str, subject: Subject, found: tuple[Problem, ...]) -> None:
    with parts.store.transaction() as tx:
        scope = f"history:{subject.key_result.id}"
        tx.problems.replace(site_id=site_id, scope=scope, problems_found=found, at=parts.now())
