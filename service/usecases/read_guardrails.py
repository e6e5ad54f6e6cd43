"""Read every guardrail of a site that has a query or an issue's number."""

from connect.outbound.budget import Urgency, spending
from service.domain.board import Problem
from service.domain.challenge import Guardrail, GuardrailReading
from service.domain.errors import DomainError
from service.domain.model import Tracker, TrackerKind
from service.usecases.changed import mark_changed, wake
from service.usecases.needs import Needs
from service.usecases.tracking.ask import ask

SCOPE = "guardrails"


def read_guardrails(*, parts: Needs, site_id: str) -> int:
    """Ask for each value once and keep those that moved; return how many did.

    Background work: it waits while the hour's points are short. One that Jira refuses is noted as a problem and keeps no
    other from being asked. Raises: connect.errors.ProductError, NoInstallation.
    """
    with parts.store.reading() as tx:
        counted = tx.guardrails.read_in_jira(site_id=site_id)
        key_results = tx.key_results.get_many(site_id=site_id, ids=[each.key_result_id for each in counted])
    objective_of = {each.id: each.objective_id for each in key_results}
    moved: list[GuardrailReading] = []
    touched: set[str] = set()
    problems: list[Problem] = []
    with spending(Urgency.BACKGROUND):
        for guardrail in counted:
            try:
                reading = measured(parts=parts, site_id=site_id, guardrail=guardrail)
            except DomainError as refused:
                problems.append(_problem(guardrail, refused.message))
                continue
            if reading is not None and reading.value != guardrail.value:
                moved.append(reading)
                touched.add(objective_of[guardrail.key_result_id])
    with parts.store.transaction() as tx:
        for reading in moved:
            tx.guardrails.add_reading(site_id=site_id, reading=reading)
        tx.problems.replace(site_id=site_id, scope=SCOPE, problems_found=problems, at=parts.now())
        wakes = mark_changed(tx=tx, parts=parts, site_id=site_id, objective_ids=tuple(sorted(touched)))
    wake(parts=parts, wakes=wakes)
    return len(moved)


def measured(*, parts: Needs, site_id: str, guardrail: Guardrail) -> GuardrailReading | None:
    """Read one guardrail; None where there is nothing to take a share of, or no number. Costs a point a query or issue.

    Raises: QueryRefused, QueryTooWide, TrackedIssueMissing, NoInstallation, connect.errors.ProductError.
    """
    question = question_of(guardrail=guardrail)
    now = parts.now()
    reading = ask(jira=parts.jira(site_id), tracker=question, at=now)
    if reading.value is None:
        return None
    return GuardrailReading(guardrail_id=guardrail.id, at=now, value=reading.value, provenance=reading.provenance)


def question_of(*, guardrail: Guardrail) -> Tracker:
    """Return what is asked of Jira, as a tracker would ask it."""
    if guardrail.issue_id is not None:
        field = guardrail.issue_field_id
        return Tracker(kind=TrackerKind.FIELD, issue_id=guardrail.issue_id, issue_field_id=field)
    return Tracker(
        kind=TrackerKind.JQL,
        method="count" if guardrail.jql_of is None else "share",
        jql=guardrail.jql,
        jql_denominator=guardrail.jql_of,
    )


def _problem(guardrail: Guardrail, reason: str) -> Problem:
    return Problem(
        code="guardrail_unreadable",
        message=f"The guardrail “{guardrail.name}” cannot be read: {reason}",
        way_out="Accept it again with a corrected query or issue, or say its value by hand.",
        key_result_id=guardrail.key_result_id,
    )
