"""What must be true of the key results before their step ends. Source: M-06, M-08, M-10, M-14, M-15, W-06, O-10, G-04, M-05."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from service.domain.audit import Finding
from service.domain.presets import OutputPolicy
from service.domain.room.blockers import Blocker
from service.domain.room.drafts.as_model import number_missing
from service.domain.room.drafts.judged import judge_key_result
from service.domain.room.steps import Step, StepKind

if TYPE_CHECKING:
    from service.domain.presets import Preset
    from service.domain.room.drafts.shapes import KeyResultDraft, ObjectiveDraft
    from service.domain.room.facts import Facts
    from service.domain.room.room import Room

HARD = {"kr.number": "M-15", "kr.impossible": "M-08", "kr.task": "W-06", "kr.baseline": "M-10", "kr.kpi": "M-05"}
"""Findings that keep a key result from leaving its draft, with the rule that people are told."""

NEVER_NEGATIVE = frozenset({"s", "sec", "min", "minutes", "h", "hours", "d", "days", "weeks", "count"})
"""Units of time and number: their floor is zero. Source: M-08."""

BECOMES_A_LIST = 12
"""Key results of one team above which the set tracks the work instead of the aim (M-06); ours, three times four."""


def key_results_rule(room: Room, facts: Facts, step: Step) -> Iterable[Blocker]:
    """Yield what the key results lack at the end of their step, the hard things first."""
    if step.kind is not StepKind.KEY_RESULTS:
        return
    told: list[Blocker] = []
    for objective in room.drafts.objectives():
        rows = room.drafts.key_results(objective_id=objective.id)
        told += _count(objective, len(rows), facts.preset)
        for draft in rows:
            told += of_key_result(draft, preset=facts.preset)
    told += _lists(room, facts)
    told += _unsourced(room)
    yield from sorted(_gathered(told), key=lambda each: not each.is_hard)


def _gathered(told: Iterable[Blocker]) -> Iterator[Blocker]:
    """Say one thing once: what cannot be waived one by one is told for the first, with the number of the others."""
    alike: dict[str, list[Blocker]] = {}
    for each in told:
        key = each.subject_id if each.can_waive else ""
        alike.setdefault(f"{each.rule} {each.is_hard} {key} {each.way_out}", []).append(each)
    for first, *others in alike.values():
        yield replace(first, message=f"{first.message} (and {len(others)} more like it)") if others else first


def of_key_result(draft: KeyResultDraft, *, preset: Preset) -> Iterator[Blocker]:
    """Yield what keeps one key result from leaving its draft."""
    found = {each.rule: each for each in judge_key_result(draft, preset=preset).findings}
    missing = number_missing(draft)
    if missing is not None and missing.field == "target" and "kr.number" not in found:
        yield _blocker("M-15", draft, "has its number only in words.", "Put the target in its field.")
    if missing is not None and missing.field == "baseline" and not {"kr.number", "kr.task"} & found.keys():
        found.pop("kr.baseline", None)
        yield _blocker("M-10", draft, "has no baseline.", "Measure where it stands today, and name source and day.")
    if draft.target is not None and draft.target < 0 and draft.unit.strip().casefold() in NEVER_NEGATIVE:
        yield _blocker("M-08", draft, "goes below nothing.", f"A target in {draft.unit} is zero or more.")
    for finding_rule, rule in HARD.items():
        if (finding := found.get(finding_rule)) is not None and _is_error(finding):
            yield Blocker(
                rule=rule,
                message=f"“{draft.title}”: {finding.message}",
                way_out=finding.suggestion,
                can_waive=_may_be_waived(finding_rule, preset),
                subject_id=draft.id,
            )


def _is_error(finding: Finding) -> bool:
    """A relative target without its baseline is an error in a room, whatever the auditor thinks of the words. Source: M-10."""
    return finding.severity == "error" or finding.rule == "kr.baseline"


def _may_be_waived(finding_rule: str, preset: Preset) -> bool:
    """No doctrine that knows no exception waives a missing number or a task; nobody waives arithmetic. Source: M-15, M-08."""
    if finding_rule in {"kr.impossible", "kr.baseline"}:
        return False
    if finding_rule == "kr.task":
        return False  # the way out is the waiver that names what it unlocks (O-10), or an outcome
    return finding_rule == "kr.kpi" or preset.output_kr is not OutputPolicy.NEVER


def _count(objective: ObjectiveDraft, number: int, preset: Preset) -> Iterator[Blocker]:
    limits = preset.key_results
    if number == 0:
        yield Blocker(
            rule="W-06",
            message=f"“{objective.title}” has no key result: nothing would say when it is reached.",
            way_out="Add one, or take the objective off the table.",
            subject_id=objective.id,
        )
    elif limits.maximum is not None and number > limits.maximum:
        yield Blocker(
            rule="M-14",
            message=f"“{objective.title}” has {number} key results; {preset.name} bears at most {limits.maximum}.",
            way_out="Take off what says least about the objective.",
            is_hard=limits.is_hard,
            subject_id=objective.id,
        )
    elif limits.minimum is not None and number < limits.minimum:
        yield Blocker(
            rule="M-14",
            message=f"“{objective.title}” has {number} of at least {limits.minimum} key results.",
            way_out="Ask what else would show that it came true.",
            is_hard=False,
            subject_id=objective.id,
        )


def _lists(room: Room, facts: Facts) -> Iterator[Blocker]:
    for team in facts.teams:
        of_team = {each.id for each in room.drafts.objectives(team_id=team.id)}
        number = sum(each.objective_id in of_team for each in room.drafts.key_results())
        if number > BECOMES_A_LIST:
            yield Blocker(
                rule="M-06",
                message=f"{team.name} has {number} key results: that tracks all its work, not its aims.",
                way_out="Keep what changes something; the rest stays in the backlog, unlinked or as initiatives.",
                is_hard=False,
                subject_id=team.id,
            )


def _unsourced(room: Room) -> Iterator[Blocker]:
    bare = [
        each
        for each in room.drafts.key_results()
        if each.baseline is not None and not (each.baseline_source.strip() and each.baseline_on)
    ]
    if bare:
        yield Blocker(
            rule="M-10",
            message=f"{len(bare)} baseline{'s have' if len(bare) > 1 else ' has'} no source or no day.",
            way_out="Say where the number was read, and when.",
            is_hard=False,
        )


def _blocker(rule: str, draft: KeyResultDraft, what: str, way_out: str) -> Blocker:
    return Blocker(rule=rule, message=f"“{draft.title}” {what}", way_out=way_out, subject_id=draft.id)


RULES = (key_results_rule,)
