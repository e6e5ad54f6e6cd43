"""Every sentence through the auditor, under the doctrine's eyes."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from service.domain.audit import AUTO, Finding, Kind, Structured, audit
from service.domain.presets import Preset
from service.domain.second_opinion.draft import DraftKeyResult, DraftSet
from service.domain.second_opinion.finding import SetFinding

_DECIDED_BY: Final = {
    "kr.task": "output_kr",
    "kr.output-waived": "output_kr",
    "kr.output-allowed": "output_kr",
    "kr.number": "number_required",
}


@dataclass(frozen=True, slots=True)
class _Side:
    """What decides about texts in a preset, so that one sentence is audited once a side, however often a set is graded."""

    key: str
    number_required: bool
    output_kr: str


def texts(draft: DraftSet, preset: Preset) -> Iterator[SetFinding]:
    """Yield what the auditor finds. Source: M-15, M-18, W-06…W-08, O-07, O-08, O-15, T-06, T-10d, G-03."""
    for objective in draft.objectives:
        yield from _findings("objective", objective.id, objective.text, Structured(in_cycle=True), preset)
        for key_result in objective.key_results:
            yield from _findings("kr", key_result.id, key_result.text, _known(key_result), preset)


def _known(row: DraftKeyResult) -> Structured:
    return Structured(
        baseline=row.baseline,
        target=row.target,
        unit=row.unit,
        due_on=row.due_on,
        in_cycle=True,
        waived=row.is_waived,
    )


def _findings(kind: Kind, id: str, text: str, known: Structured, preset: Preset) -> Iterator[SetFinding]:
    for found in _audited(kind, text, known, _Side(preset.key, preset.number_required, preset.output_kr)):
        yield SetFinding(
            rule=found.rule,
            severity=found.severity,
            message=f"“{text[:120]}”: {found.message}",
            way_out=found.suggestion,
            source=_source(found, preset),
            subject_id=id,
        )


@lru_cache(maxsize=8192)
def _audited(kind: Kind, text: str, known: Structured, side: _Side) -> tuple[Finding, ...]:
    return audit(kind=kind, text=text, fields=known, preset=side, language=AUTO).findings


def _source(found: Finding, preset: Preset) -> str:
    """Cite the rule, and where this doctrine takes a side of its own."""
    value = _DECIDED_BY.get(found.rule)
    return found.source if value is None else f"{found.source}; {preset.name}: {preset.sources[value]}"
