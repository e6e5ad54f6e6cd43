"""What every rule is given, and the shape of a rule. No rule here."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from service.domain.audit.claim import Claim, claim
from service.domain.audit.model import Doctrine, Finding, Kind, Structured
from service.domain.audit.proof import proofs
from service.domain.audit.quantities import Quantity
from service.domain.audit.reading import Reading


@dataclass(frozen=True)
class Case:
    """One text to judge: how it reads, what is known beside it, and under which doctrine."""

    kind: Kind
    reading: Reading
    fields: Structured
    doctrine: Doctrine

    @cached_property
    def claim(self) -> Claim:
        """Name what the sentence claims."""
        return claim(self.reading)

    @cached_property
    def proofs(self) -> list[Quantity]:
        """List the numbers that measure an effect."""
        return proofs(self.reading)

    @property
    def has_number(self) -> bool:
        """Say whether a target stands in the fields, or a measuring number in the text."""
        return self.fields.target is not None or bool(self.reading.numbers)

    @property
    def is_measured(self) -> bool:
        """Say whether an effect is measured: by a unit that is not a count of things, or by a number in the text."""
        return self.is_measured_by_fields or bool(self.proofs)

    @property
    def is_measured_by_fields(self) -> bool:
        """Say whether the target stands in a unit that is not a count of things."""
        return self.fields.target is not None and self.fields.unit.strip().lower() in _EFFECT_UNITS

    @property
    def is_waived(self) -> bool:
        """Say whether an output stands by its waiver, under a doctrine that knows waivers (requirements 2.9)."""
        return self.claim == "output" and self.fields.waived and self.doctrine.output_kr in {"waiver", "allowed"}

    @property
    def is_work(self) -> bool:
        """Say whether a key result claims work done and nothing in it measures an effect."""
        if self.claim in {"output", "activity"}:
            return not self.is_measured
        return self.claim == "outcome" and bool(self.reading.numbers) and not self.is_measured


_EFFECT_UNITS = {"%", "percent", "€", "$", "£", "eur", "usd", "gbp", "chf", "s", "sec", "ms", "min", "minutes", "h", "hours", "days",
                 "points", "nps", "score", "pp"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of the decision order. `stage` is its place in requirements 4.2 (1 first, 9 last)."""

    stage: int
    kinds: frozenset[Kind]
    check: Callable[[Case], Finding | None]


KR: frozenset[Kind] = frozenset({"kr"})
OBJECTIVE: frozenset[Kind] = frozenset({"objective"})
BOTH: frozenset[Kind] = KR | OBJECTIVE
