"""What must be voted on before the confidence step ends. Source: W-09, M-21."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from service.domain.calibration import RoundState
from service.domain.confidence import PlanningVerdict
from service.domain.room.blockers import Blocker
from service.domain.room.confidence.verdicts import verdict, worth
from service.domain.room.steps import Step, StepKind

if TYPE_CHECKING:
    from service.domain.room.drafts.shapes import KeyResultDraft
    from service.domain.room.facts import Facts
    from service.domain.room.room import Room

WORDS = {
    PlanningVerdict.TOO_EASY: ("is probably not ambitious enough", "Raise the target, or declare it committed."),
    PlanningVerdict.NOT_A_STRETCH: ("is not a stretch", "Raise the target, or declare it committed."),
    PlanningVerdict.WISH: ("is a wish", "Lower the target, or declare it a moonshot."),
}


def confidence_rule(room: Room, facts: Facts, step: Step) -> Iterable[Blocker]:
    """Yield what nobody voted on, what is not opened yet, and what the votes call too easy or a wish."""
    if step.kind is not StepKind.CONFIDENCE:
        return
    asked = [each for each in room.drafts.key_results() if each.waiver is None]
    unsaid = [each for each in asked if not room.ballots.of(each).seals]
    if unsaid:
        more = f" and {len(unsaid) - 1} more" if len(unsaid) > 1 else ""
        yield Blocker(
            rule="W-09",
            message=f"Nobody has said how likely “{unsaid[0].title}”{more} is.",
            way_out="Vote from 0 to 100 %.",
            is_hard=facts.preset.confidence.is_required,
            can_waive=True,
        )
    closed = [each for each in asked if _is_under_seal(room, each)]
    if closed:
        number = len(closed)
        yield Blocker(
            rule="W-09",
            message=f"{number} key result{'s are' if number > 1 else ' is'} voted on but not counted.",
            way_out="Open the reveal; who has left may be counted out.",
            is_hard=facts.preset.confidence.is_required,
            can_waive=True,
            subject_id="count",
        )
    for each in asked:
        said = WORDS.get(verdict(room=room, facts=facts, draft=each) or PlanningVerdict.NO_RULE)
        found = worth(room=room, facts=facts, draft=each)
        if said and found:
            yield Blocker(
                rule="W-09",
                message=f"“{each.title}” at {found.probability:.0%} {said[0]}.",
                way_out=said[1],
                is_hard=False,
                subject_id=each.id,
            )


def _is_under_seal(room: Room, draft: KeyResultDraft) -> bool:
    ballot = room.ballots.of(draft)
    return bool(ballot.seals) and ballot.state is not RoundState.CLOSED


RULES = (confidence_rule,)
