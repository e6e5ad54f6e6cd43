"""One run of the Synthesizer, kept so that a page need not walk Jira again."""

from dataclasses import dataclass
from datetime import datetime

from service.domain.synthesis.shapes import SetFinding


@dataclass(frozen=True, slots=True, kw_only=True)
class SynthesisRun:
    """What a run found. `is_complete` is False where the walk was cut; `issue_count` is how many issues it read."""

    cycle_id: str
    run_at: datetime
    issue_count: int
    is_complete: bool
    findings: tuple[SetFinding, ...]
