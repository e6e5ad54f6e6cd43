"""All findings over the set, the gravest first."""

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from service.domain.audit.model import Severity
from service.domain.synthesis.dates import cycles, date_conflicts
from service.domain.synthesis.dependencies import unrecognised
from service.domain.synthesis.graph import Graph
from service.domain.synthesis.likeness import near_duplicates
from service.domain.synthesis.metrics import same_numbers
from service.domain.synthesis.shapes import Plans, SetFinding
from service.domain.synthesis.sharing import overloads, shared_initiatives
from service.domain.synthesis.tensions import tensions

RULES: Final[tuple[Callable[[Graph], Iterable[SetFinding]], ...]] = (
    unrecognised,
    same_numbers,
    tensions,
    shared_initiatives,
    date_conflicts,
    overloads,
    cycles,
    near_duplicates,
)
_ORDER: Final[Mapping[Severity, int]] = {"error": 0, "warning": 1, "info": 2}


def synthesise(*, plans: Plans) -> tuple[SetFinding, ...]:
    """Return every finding whose request nobody has accepted yet. The order of what is given does not matter."""
    graph = Graph(plans)
    found = [finding for rule in RULES for finding in rule(graph)]
    return tuple(sorted(found, key=lambda each: (_ORDER[each.severity], each.kind, each.id)))
