"""Accepted counter-metrics with a bound, dismissed loopholes with a reason, and what a broken bound does to a score.

What must not be here: the library, and where the values come from. Source: requirements 2.3, 3.2; M-24.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, Final

from service.domain.challenge.shapes import Loophole
from service.domain.errors import DomainError
from service.domain.model import Direction, HoldMethod
from service.domain.presets import GuardrailPolicy, Preset
from service.domain.progress.hold import hold
from service.domain.scoring import guarded_score

LONGEST_REASON: Final = 2000
_BOUNDS: Final = {Direction.STAY_ABOVE: "at least", Direction.STAY_BELOW: "at most"}


class GuardrailInvalid(DomainError):
    """A guardrail lacks what makes it one."""

    code: ClassVar[str] = "guardrail_invalid"


class DismissalInvalid(DomainError):
    """A loophole was waved away without a reason, or twice."""

    code: ClassVar[str] = "dismissal_invalid"


@dataclass(frozen=True, slots=True, kw_only=True)
class Guardrail:
    """A counter-metric somebody accepted: it must stay at or beyond `limit`.

    `loophole` is the id it answers, empty for one of the team's own. With `jql` Northstar counts by itself (`jql_of`: as a
    share in percent), with `issue_id` it reads the number field `issue_field_id` of that issue; else people or programs say
    the value. `value` is the latest one, None until measured.
    Units: `limit` and `value` in `unit`.
    """

    id: str
    key_result_id: str
    name: str
    bound: Direction
    limit: float
    unit: str = ""
    loophole: str = ""
    jql: str | None = None
    jql_of: str | None = None
    issue_id: str | None = None
    issue_field_id: str | None = None
    accepted_by: str | None = None
    accepted_at: datetime | None = None
    value: float | None = None
    measured_at: datetime | None = None

    @property
    def is_read(self) -> bool:
        """Tell whether Northstar reads the value in Jira by itself."""
        return self.jql is not None or self.issue_id is not None

    @property
    def is_broken(self) -> bool:
        """Tell whether the latest value lies beyond the bound; an unmeasured one is not broken."""
        return self.value is not None and self.progress < 1

    @property
    def progress(self) -> float:
        """Return how well the bound is held: 1.0 held, less by the distance relative to the bound."""
        if self.value is None:
            return 1.0
        measured = hold(
            value=self.value,
            bound=self.limit,
            is_floor=self.bound is Direction.STAY_ABOVE,
            method=HoldMethod.DISTANCE,
        )
        return 1.0 if measured.clamped is None else measured.clamped

    @property
    def words(self) -> str:
        """Say the bound, e.g. `reopen rate of bugs at most 5 %`."""
        return f"{self.name} {_BOUNDS[self.bound]} {self.limit:g} {self.unit}".strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class GuardrailReading:
    """One measured value of a guardrail; append-only. `provenance` says how Northstar counted it, empty when said by a person.

    Units: `value` in the guardrail's unit.
    """

    guardrail_id: str
    at: datetime
    value: float
    author: str | None = None
    provenance: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dismissal:
    """A loophole somebody chose to live with, and why. It stays visible."""

    key_result_id: str
    loophole: str
    reason: str
    dismissed_by: str | None = None
    dismissed_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A loophole and what was made of it: guardrails, a dismissal, or nothing yet."""

    loophole: Loophole
    guardrails: tuple[Guardrail, ...] = ()
    dismissal: Dismissal | None = None

    @property
    def is_open(self) -> bool:
        """Tell whether nobody has answered it."""
        return not self.guardrails and self.dismissal is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Guarded:
    """A score before and after the guardrails. Units: 0.0–1.0; None without data."""

    raw: float | None
    score: float | None
    policy: GuardrailPolicy
    broken: tuple[Guardrail, ...] = ()
    unmeasured: tuple[Guardrail, ...] = ()

    @property
    def words(self) -> str:
        """Say what happened, e.g. `raw 0.9 / guarded 0.6: gross margin at least 40 % is broken (31)`."""
        if self.raw is None or self.score is None or not self.broken:
            return ""
        why = "; ".join(f"{each.words} is broken ({each.value:g})" for each in self.broken)
        return f"raw {self.raw:.2g} / guarded {self.score:.2g}: {why}"


def require_guardrail(*, guardrail: Guardrail) -> None:
    """Refuse a guardrail without a name, a bound or a finite limit.

    Its source is a query, an issue with its field, or nothing. Raises: GuardrailInvalid, naming the field.
    """
    if not guardrail.name.strip():
        raise GuardrailInvalid("Say what is watched, e.g. “gross margin of won deals”.", field="name")
    if guardrail.bound not in _BOUNDS:
        raise GuardrailInvalid("A guardrail stays above or stays below its limit; choose one.", field="bound")
    if not math.isfinite(guardrail.limit):
        raise GuardrailInvalid("The limit is an ordinary number, not infinite or NaN.", field="limit")
    if guardrail.jql_of is not None and guardrail.jql is None:
        raise GuardrailInvalid("A share needs the query it counts besides the one it is a share of.", field="jql")
    if (guardrail.issue_id is None) is not (guardrail.issue_field_id is None):
        raise GuardrailInvalid("A number in Jira needs both the issue and its number field.", field="issue")
    if guardrail.jql is not None and guardrail.issue_id is not None:
        raise GuardrailInvalid("A guardrail reads a query or an issue's number; choose one.", field="issue")


def require_dismissal(*, dismissal: Dismissal, loopholes: Iterable[Loophole]) -> None:
    """Refuse a dismissal without a reason, or of a loophole that was not raised.

    Raises: DismissalInvalid, naming the field.
    """
    if not dismissal.reason.strip():
        raise DismissalInvalid("Say why this loophole is no danger here; the reason stays beside it.", field="reason")
    if len(dismissal.reason) > LONGEST_REASON:
        raise DismissalInvalid(f"Give the reason in at most {LONGEST_REASON:,} characters.", field="reason")
    known = [loophole.id for loophole in loopholes]
    if dismissal.loophole not in known:
        raise DismissalInvalid(
            f"This key result was not challenged with {dismissal.loophole!r}. Open are: {', '.join(known)}.",
            field="loophole",
        )


def answers(
    *, loopholes: Sequence[Loophole], guardrails: Sequence[Guardrail], dismissals: Sequence[Dismissal]
) -> tuple[Answer, ...]:
    """Return every loophole with what was made of it, in order."""
    reasons = {each.loophole: each for each in dismissals}
    return tuple(
        Answer(
            loophole=loophole,
            guardrails=tuple(each for each in guardrails if each.loophole == loophole.id),
            dismissal=reasons.get(loophole.id),
        )
        for loophole in loopholes
    )


def guarded(*, raw: float | None, guardrails: Sequence[Guardrail], preset: Preset) -> Guarded:
    """Return a key result's score before and after its guardrails, by the preset's rule.

    A broken one caps, multiplies or only flags; a held or unmeasured one changes nothing. Source: requirements 2.3, 3.2.
    """
    score = raw
    if raw is not None:
        score = guarded_score(
            raw=raw,
            guardrails=[each.progress for each in guardrails],
            policy=preset.guardrails,
            cap=preset.guarded_cap,
        )
    return Guarded(
        raw=raw,
        score=score,
        policy=preset.guardrails,
        broken=tuple(each for each in guardrails if each.is_broken),
        unmeasured=tuple(each for each in guardrails if each.value is None),
    )
