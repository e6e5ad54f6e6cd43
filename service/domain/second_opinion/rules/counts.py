"""How many objectives, key results and enablers a doctrine bears."""

import math
from collections.abc import Iterator

from service.domain.audit import Severity
from service.domain.model import TeamKind
from service.domain.presets import Limits, OutputPolicy, Preset
from service.domain.second_opinion.draft import DraftSet
from service.domain.second_opinion.finding import SetFinding


def counts(draft: DraftSet, preset: Preset) -> Iterator[SetFinding]:
    """Yield what is too many or too few. Source: M-13, M-14, W-05, O-14, T-05, T-07, G-02, G-04, requirements 1.6."""
    name = "company_objectives" if draft.kind is TeamKind.COMPANY else "team_objectives"
    yield from _count("set.objectives", "objectives", len(draft.objectives), getattr(preset, name), preset, name, "")
    for objective in draft.objectives:
        if not objective.key_results:
            yield SetFinding(
                rule="objective.no-key-results",
                severity="error",
                message=f"“{objective.text[:120]}” has no key result, so nothing says when it is reached.",
                way_out="Add a key result, or drop the objective.",
                source="W-06",
                subject_id=objective.id,
            )
            continue
        number = len(objective.key_results)
        yield from _count(
            "objective.key-results", "key results", number, preset.key_results, preset, "key_results", objective.id
        )


def waivers(draft: DraftSet, preset: Preset) -> Iterator[SetFinding]:
    """Yield enablers beyond the doctrine's limits. Source: requirements 2.9."""
    if preset.output_kr is not OutputPolicy.WAIVER:
        return
    total = 0
    for objective in draft.objectives:
        number = sum(row.is_waived for row in objective.key_results)
        total += number
        if number > preset.waivers_per_objective:
            yield _too_many("objective.waivers", number, preset.waivers_per_objective, "an objective", objective.id)
    everything = sum(1 for _ in draft.key_results())
    allowed = max(1, math.floor(preset.waiver_share * everything + 1e-9))
    if total > allowed:
        yield _too_many("set.waivers", total, allowed, f"a set of {everything} key results", "")


def _too_many(rule: str, number: int, allowed: int, where: str, subject_id: str) -> SetFinding:
    return SetFinding(
        rule=rule,
        severity="error",
        message=f"{number} enablers, where {where} bears {allowed}.",
        way_out="Turn an enabler into the outcome it unlocks, or drop it.",
        source="2.9",
        subject_id=subject_id,
    )


def _count(
    rule: str, noun: str, number: int, limits: Limits, preset: Preset, value: str, subject_id: str
) -> Iterator[SetFinding]:
    finding: tuple[Severity, str, str] | None = None
    if limits.maximum is not None and number > limits.maximum:
        hard: Severity = "error" if limits.is_hard else "warning"
        finding = (hard, f"{number} {noun}; {preset.name} bears at most {limits.maximum}.", "Drop the least important.")
    elif limits.advised_max is not None and number > limits.advised_max:
        finding = ("info", f"{number} {noun}; {preset.name} advises {limits.advised_max}.", "Consider dropping one.")
    elif limits.minimum is not None and number < limits.minimum:
        finding = (
            "warning",
            f"{number} {noun}; {preset.name} expects at least {limits.minimum}.",
            "Add one that is missing.",
        )
    if finding is not None:
        severity, message, way_out = finding
        source = preset.sources[value]
        yield SetFinding(
            rule=rule, severity=severity, message=message, way_out=way_out, source=source, subject_id=subject_id
        )
