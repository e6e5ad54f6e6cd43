"""What must be true of the objectives before their step ends; how many there may be is `choosing/rules.py`.

Source: O-07, M-13, W-05, T-06, T-09, G-01.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from service.domain.room.blockers import Blocker
from service.domain.room.drafts.judged import judge_objective
from service.domain.room.steps import Step, StepKind

if TYPE_CHECKING:
    from service.domain.model import Team
    from service.domain.presets import Preset
    from service.domain.room.drafts.shapes import ObjectiveDraft
    from service.domain.room.facts import Facts
    from service.domain.room.room import Room

FEWEST_DRAFTERS = 2
"""Source: T-09."""


def objectives_rule(room: Room, facts: Facts, step: Step) -> Iterable[Blocker]:
    """Yield what the objectives lack at the end of their step, the hard things first."""
    if step.kind is not StepKind.OBJECTIVES:
        return
    told = [each for team in facts.teams for each in (*_of_team(room, team), *_of_words(room, team, facts.preset))]
    yield from sorted(told, key=lambda each: not each.is_hard)


def _of_team(room: Room, team: Team) -> Iterator[Blocker]:
    drafts = room.drafts.objectives(team_id=team.id)
    if not drafts:
        yield Blocker(
            rule="O-07",
            message=f"{team.name} has no objective yet.",
            way_out="Write where the team wants to be at the end of the cycle.",
            subject_id=team.id,
        )
        return
    waiting = [each for each in drafts if not each.is_agreed]
    if waiting:
        yield Blocker(
            rule="O-07",
            message=f"{team.name} has not agreed to “{waiting[0].title}”"
            + (f" and {len(waiting) - 1} more." if len(waiting) > 1 else "."),
            way_out="Read it aloud; when the team nods, record it.",
            subject_id=team.id,
        )


def _of_words(room: Room, team: Team, preset: Preset) -> Iterator[Blocker]:
    drafts = room.drafts.objectives(team_id=team.id)
    unclear = [each for each in drafts if judge_objective(each, preset=preset).verdict != "good"]
    yield from _some("O-07", team, unclear, "does not read like an aim", "Pause and simplify: what will be different?")
    unasked = [each for each in drafts if not (each.why.strip() and each.outcome.strip())]
    yield from _some("G-01", team, unasked, "lacks its why or its outcome", "Add both in a sentence.")
    needless = [each for each in drafts if not each.need.strip()]
    yield from _some("T-06", team, needless, "names no business need", "Say what the business needs it for.")
    alone = [each for each in drafts if len(each.contributors) < FEWEST_DRAFTERS]
    yield from _some("T-09", team, alone, "was written by one person alone", "Let somebody else edit or join it.")


def _some(rule: str, team: Team, drafts: list[ObjectiveDraft], what: str, way_out: str) -> Iterator[Blocker]:
    """Yield one soft blocker for all objectives of a team that lack the same thing."""
    if drafts:
        more = f" (and {len(drafts) - 1} more)" if len(drafts) > 1 else ""
        yield Blocker(
            rule=rule,
            message=f"“{drafts[0].title}”{more} {what}.",
            way_out=way_out,
            is_hard=False,
            subject_id=team.id,
        )


RULES = (objectives_rule,)
