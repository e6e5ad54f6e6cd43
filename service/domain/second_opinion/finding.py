"""What a rule says about a set under one doctrine, and the shape of such a rule."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from service.domain.audit import Severity
from service.domain.presets import Preset
from service.domain.second_opinion.draft import DraftSet


@dataclass(frozen=True, slots=True, kw_only=True)
class SetFinding:
    """A finding about the objective or key result `subject_id`; empty for the set as a whole.

    `source` names the rule's requirement and where the doctrine says so. An error fails the doctrine.
    """

    rule: str
    severity: Severity
    message: str
    way_out: str
    source: str
    subject_id: str = ""

    @property
    def is_hard(self) -> bool:
        """Tell whether it fails the set."""
        return self.severity == "error"


SetRule = Callable[[DraftSet, Preset], Iterator[SetFinding]]
