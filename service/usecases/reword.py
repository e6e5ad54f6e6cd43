"""Put a suggestion of the auditor into friendlier words, where the operator named somebody who can."""

from service.usecases.needs import Needs


def reword(*, parts: Needs, draft: str, suggestion: str) -> str:
    """Return other words for a suggestion, or the suggestion itself. No verdict and no finding depends on it."""
    return parts.rephrase(draft=draft, suggestion=suggestion) if suggestion.strip() else suggestion
