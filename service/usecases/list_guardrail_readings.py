"""List what a guardrail measured."""

from service.domain.challenge import GuardrailReading
from service.usecases.needs import Needs


def list_guardrail_readings(*, parts: Needs, site_id: str, guardrail_id: str) -> tuple[GuardrailReading, ...]:
    """Return the values of a guardrail, oldest first. Raises: NotThere."""
    with parts.store.reading() as tx:
        tx.guardrails.get(site_id=site_id, id=guardrail_id)
        return tx.guardrails.readings(site_id=site_id, guardrail_id=guardrail_id)
