"""How much a finding matters: by the weight of the key results it touches and the days that are left. Source: requirements 2.5."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from service.domain.audit.model import Severity
from service.domain.model import KeyResult
from service.domain.synthesis.graph import Graph

TIGHT_DAYS: Final = 14
MAIN_SHARE: Final = 0.5
MINOR_SHARE: Final = 0.25


def needed_by(graph: Graph, key_result: KeyResult) -> date:
    """Return the day the key result is due."""
    return key_result.due_on or graph.plans.cycle.ends_on


def weight_share(graph: Graph, key_result: KeyResult) -> float:
    """Return its part of its objective's weight. Units: 0.0–1.0."""
    siblings = [each for each in graph.key_results.values() if each.objective_id == key_result.objective_id]
    whole = sum(each.weight for each in siblings)
    return key_result.weight / whole if whole > 0 else 1 / max(1, len(siblings))


def severity_of(graph: Graph, key_results: Iterable[KeyResult], slack_days: int | None) -> Severity:
    """Return error for what is late, or tight and central; info for what is minor and has time; else warning.

    Units: `slack_days` as in SetFinding; None is unknown, which is treated as tight.
    """
    share = max((weight_share(graph, each) for each in key_results), default=0.0)
    is_tight = slack_days is None or slack_days < TIGHT_DAYS
    if (slack_days is not None and slack_days < 0) or (is_tight and share >= MAIN_SHARE):
        return "error"
    return "info" if share < MINOR_SHARE and not is_tight else "warning"
