"""What must be answered before the pressure test ends. A doctrine insists on its own questions and mentions the others.

Source: W-07, W-08, M-08, M-18, M-19, M-20, M-21, M-24, O-08, O-09, T-12, G-21.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from service.domain.room.blockers import Blocker
from service.domain.room.drafts.judged import judge_key_result
from service.domain.room.pressure.feasibility import by_contributors
from service.domain.room.pressure.loopholes import open_loopholes
from service.domain.room.pressure.objectives import Suffices, suffices
from service.domain.room.pressure.sandbags import sandbag_signs
from service.domain.room.pressure.shapes import KeyResultAnswers, Moves, Nature
from service.domain.room.steps import Step, StepKind

if TYPE_CHECKING:
    from service.domain.presets import Preset
    from service.domain.room.drafts.shapes import KeyResultDraft, ObjectiveDraft
    from service.domain.room.facts import Facts
    from service.domain.room.room import Room

ASKED_BY: Final = {
    "W-07": None,
    "M-19": frozenset({"methodiq"}),
    "M-20": frozenset({"methodiq"}),
    "M-08": frozenset({"methodiq"}),
    "O-08": frozenset({"oboard"}),
    "O-09": frozenset({"oboard"}),
    "T-12": frozenset({"okrs_tool"}),
}
"""Which doctrines insist on an answer; None: all of them."""

SAME = 5.0
"""A difference in confidence that is none. Units: percent points; ours."""


def insists(rule: str, preset: Preset) -> bool:
    """Tell whether a doctrine does not go on without the answer."""
    asked = ASKED_BY[rule]
    return asked is None or (preset.derived_from or preset.key) in asked


def pressure_rule(room: Room, facts: Facts, step: Step) -> Iterable[Blocker]:
    """Yield what is unanswered and what the answers forbid, the hard things first."""
    if step.kind is StepKind.CLOSE:
        yield from insufficient(room)
    if step.kind is not StepKind.PRESSURE_TEST:
        return
    told = [*insufficient(room), *_unanswered(room, facts), *_unasked(room, facts), *_shaky(room, facts)]
    for draft in room.drafts.key_results():
        told += wrong(draft, room.pressure.of(draft))
    yield from sorted(told, key=lambda each: not each.is_hard)


def insufficient(room: Room) -> Iterator[Blocker]:
    """Yield the objectives that would fail with all their key results done. Source: M-19."""
    for each in room.drafts.objectives():
        if suffices(room=room, objective_id=each.id) is Suffices.INSUFFICIENT:
            yield Blocker(
                rule="M-19",
                message=f"All key results of “{each.title}” could come true while it fails.",
                way_out="Add or change a key result, then ask again.",
                can_waive=True,
                subject_id=each.id,
            )


def wrong(draft: KeyResultDraft, answers: KeyResultAnswers) -> Iterator[Blocker]:
    """Yield what the room's own answers say against a key result."""
    if answers.nature is Nature.TASK and draft.waiver is None:
        yield _wrong("W-07", draft, "is a task, says the room", "Ask what changes if it works, and measure that.")
    if answers.moves is Moves.EFFORT and draft.waiver is None:
        yield _wrong("O-08", draft, "measures effort, not progress", "Measure what the effort is for.")
    if answers.delta is not None and answers.delta < SAME:
        yield _wrong("O-09", draft, "would change nobody's confidence in the objective", "Rework it or drop it.")
    if answers.forever and (draft.target is None or draft.due_on is None):
        yield _wrong(
            "T-12",
            draft,
            "could be tracked every week for ever",
            "Give it a target and an end date, or move it to the health list.",
        )


def _wrong(rule: str, draft: KeyResultDraft, what: str, way_out: str) -> Blocker:
    return Blocker(rule=rule, message=f"“{draft.title}” {what}.", way_out=way_out, can_waive=True, subject_id=draft.id)


def _unanswered(room: Room, facts: Facts) -> Iterator[Blocker]:
    drafts = room.drafts.key_results()
    answers = {each.id: room.pressure.of(each) for each in drafts}
    asked = {
        "W-07": ("Result or task?", [each for each in drafts if answers[each.id].nature is None]),
        "M-20": (
            "What happens to the business if it is missed?",
            [each for each in drafts if not answers[each.id].if_missed],
        ),
        "O-08": ("Progress or effort?", [each for each in drafts if answers[each.id].moves is None]),
        "O-09": (
            "Would hitting it change our confidence?",
            [each for each in drafts if answers[each.id].delta is None],
        ),
        "T-12": (
            "Could we track this every week for ever?",
            [each for each in drafts if answers[each.id].forever is None],
        ),
        "M-08": (
            "Can it be reached, says somebody who does the work?",
            [each for each in drafts if not by_contributors(room=room, draft=each)],
        ),
    }
    for rule, (question, open_ones) in asked.items():
        if open_ones:
            yield _unsaid(rule, question, open_ones, facts.preset)
    challenged = [each for each in drafts if is_launch(each, facts.preset) and not answers[each.id].nature_because]
    if challenged:
        yield Blocker(
            rule="W-08",
            message=f"“{challenged[0].title}” says launch or complete: is the number the aim, or the work?",
            way_out="Answer in a sentence.",
            subject_id=challenged[0].id,
            can_waive=True,
        )


def is_launch(draft: KeyResultDraft, preset: Preset) -> bool:
    """Tell whether a key result launches or completes something, with or without a number. Source: W-08."""
    found = {each.rule for each in judge_key_result(draft, preset=preset).findings}
    return "kr.launch-or-complete" in found or launches(draft.title)


def launches(title: str) -> bool:
    """Tell whether a text says *launch* or *complete*, inflected."""
    words = {word.strip(".,;:!?()[]“”\"'").casefold() for word in title.split()}
    return bool(words & _LAUNCH)


_LAUNCH: Final = frozenset(
    {"launch", "launches", "launched", "launching", "complete", "completes", "completed", "completing"}
)


def _unasked(room: Room, facts: Facts) -> Iterator[Blocker]:
    waiting = {Suffices.UNASKED, Suffices.CHANGED}
    drafts = [each for each in room.drafts.objectives() if suffices(room=room, objective_id=each.id) in waiting]
    if drafts:
        yield _unsaid("M-19", "Could all key results come true while the objective fails?", drafts, facts.preset)


def _unsaid(
    rule: str, question: str, drafts: Sequence[KeyResultDraft] | Sequence[ObjectiveDraft], preset: Preset
) -> Blocker:
    more = f" and {len(drafts) - 1} more" if len(drafts) > 1 else ""
    return Blocker(
        rule=rule,
        message=f"{question} Unanswered for “{drafts[0].title}”{more}.",
        way_out="Open it and answer.",
        is_hard=insists(rule, preset),
        can_waive=True,
    )


def _shaky(room: Room, facts: Facts) -> Iterator[Blocker]:
    drafts = room.drafts.key_results()
    easy = [each for each in drafts if sandbag_signs(room=room, facts=facts, draft=each)]
    if easy:
        yield Blocker(
            rule="M-21",
            message=f"“{easy[0].title}” looks too easy.",
            way_out="Raise the target, or say why not.",
            is_hard=False,
            subject_id=easy[0].id,
        )
    open_ones = [each for each in drafts if open_loopholes(room=room, draft=each)]
    if open_ones:
        yield Blocker(
            rule="M-24",
            message=f"{len(open_ones)} key result{'s have' if len(open_ones) > 1 else ' has'} an open loophole.",
            way_out="Accept a guardrail, or say why it is no danger.",
            is_hard=False,
        )
    objectives = room.drafts.objectives()
    if objectives and all(is_unrealistic(room, each) for each in objectives):
        yield Blocker(
            rule="G-21",
            message="Every objective is out of reach, say those who do the work.",
            way_out="Lower a target, or take something off the table.",
            is_hard=False,
        )


def is_unrealistic(room: Room, objective: ObjectiveDraft) -> bool:
    """Tell whether contributors call every key result of an objective out of reach. Source: G-21."""
    rows = room.drafts.key_results(objective_id=objective.id)
    said = [by_contributors(room=room, draft=each) for each in rows]
    return bool(rows) and all(each and not any(one.is_feasible for one in each) for each in said)


RULES = (pressure_rule,)
