"""What must be owned before the owners' step ends. Source: M-17, T-08, O-12, W-10, T-10c, W-12, G-22."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from service.domain.presets import OwnerRule
from service.domain.room.blockers import Blocker
from service.domain.room.steps import Step, StepKind

if TYPE_CHECKING:
    from service.domain.room.facts import Facts
    from service.domain.room.room import Room

TOO_MANY = 4
"""Key results of one person in a cycle from which the attention is shared too thin. Source: T-10c; the number is ours."""


def loads(*, room: Room, facts: Facts) -> Mapping[str, int]:
    """Return how many key results each person would own in the cycle: here, and elsewhere already."""
    here = Counter(each.owner for each in room.drafts.key_results() if each.owner)
    return {owner: number + facts.load.get(owner, 0) for owner, number in here.items()}


def owners_rule(room: Room, facts: Facts, step: Step) -> Iterable[Blocker]:
    """Yield what nobody owns or looks at, the hard things first."""
    if step.kind is not StepKind.OWNERS:
        return
    yield from unowned(room, facts)
    drafts = room.drafts.key_results()
    for owner, number in loads(room=room, facts=facts).items():
        if number >= TOO_MANY:
            yield Blocker(
                rule="T-10c",
                message=f"One person would own {number} key results in this cycle.",
                way_out="Hand some over; the load stands beside each name.",
                is_hard=False,
                subject_id=owner,
            )
    classes = [each.commitment for each in drafts if each.commitment is not None]
    if len(classes) > 1 and len(set(classes)) == 1:
        yield Blocker(
            rule="G-22",
            message=f"All {len(classes)} declared key results are {classes[0].value}.",
            way_out="Mix moonshots with committed ones, so that a miss can be told from a bet.",
            is_hard=False,
        )


def unowned(room: Room, facts: Facts) -> Iterator[Blocker]:
    """Yield what has no owner or no rhythm; also asked before anything is committed."""
    ownerless = [each for each in room.drafts.key_results() if each.owner is None]
    if ownerless:
        more = f" and {len(ownerless) - 1} more" if len(ownerless) > 1 else ""
        yield Blocker(
            rule="M-17",
            message=f"Nobody owns “{ownerless[0].title}”{more}.",
            way_out="Name exactly one person for each.",
            subject_id=ownerless[0].id,
        )
    if facts.preset.owner_rule is OwnerRule.OBJECTIVES_AND_KEY_RESULTS:
        for objective in room.drafts.objectives():
            if objective.owner is None:
                yield Blocker(
                    rule="O-12",
                    message=f"Nobody owns the objective “{objective.title}”.",
                    way_out="Name exactly one person.",
                    subject_id=objective.id,
                )
    unwatched = [each for each in room.drafts.key_results() if each.checkin_days is None]
    if unwatched:
        number = len(unwatched)
        yield Blocker(
            rule="W-10",
            message=f"{number} key result{'s have' if number > 1 else ' has'} no rhythm: nobody says when they are looked at.",
            way_out="Give all the same, or each its own.",
        )


RULES = (owners_rule,)
