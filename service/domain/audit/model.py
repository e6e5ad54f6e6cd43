"""What the auditor takes and gives: structured fields, findings, the audit. No rule and no language here."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, Protocol

Kind = Literal["kr", "objective"]
Severity = Literal["error", "warning", "info"]
Verdict = Literal[
    "good",
    "task",
    "no-number",
    "kpi",
    "vanity",
    "vague",
    "kr-as-objective",
    "kitchen-sink",
    "binary",
    "sandbag",
    "impossible",
]


class Doctrine(Protocol):
    """The part of a preset that decides about texts (requirements 1.6)."""

    @property
    def key(self) -> str:
        """Name the preset."""

    @property
    def number_required(self) -> bool:
        """Say whether a key result without a number is an error."""

    @property
    def output_kr(self) -> str:
        """Say whether an output may stand as a key result."""


@dataclass(frozen=True, slots=True)
class Strict:
    """The doctrine used when none is given: a number is a must, an output is never a key result."""

    key: str = "strict"
    number_required: bool = True
    output_kr: str = "never"


@dataclass(frozen=True, slots=True)
class Structured:
    """What is known beside the text; it counts before the text.

    Units: `baseline` and `target` in `unit` (`%` means 90 for 90 %). `in_cycle` says that the cycle ends the
    promise. `waived` says that a standing waiver covers the output (requirements 2.9).
    """

    baseline: float | None = None
    target: float | None = None
    unit: str = ""
    due_on: date | None = None
    in_cycle: bool = False
    waived: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """What one rule says about one text. `suggestion` holds a weak → strong pair or the way out."""

    rule: str
    severity: Severity
    message: str
    suggestion: str
    source: str
    verdict: Verdict = "good"


@dataclass(frozen=True, slots=True)
class Audit:
    """The verdict on one text, the findings behind it in decision order, and a rewrite where one helps."""

    verdict: Verdict
    findings: tuple[Finding, ...]
    rewrite: str = ""
