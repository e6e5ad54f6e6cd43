"""How choosing may end: with no more objectives than the limit, in a strict order.

Source: O-14, M-13, M-23, M-27, W-05, T-05, T-07, G-02 (the doctrine's own id is shown where it sets the number).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from service.domain.model import TeamKind
from service.domain.room.blockers import Blocker
from service.domain.room.choosing.ranking import is_strict
from service.domain.room.limits import doctrine
from service.domain.room.steps import StepKind

if TYPE_CHECKING:
    from service.domain.model import Team
    from service.domain.room.facts import Facts
    from service.domain.room.room import Room
    from service.domain.room.steps import Step

HELD_IN = frozenset({StepKind.CHOOSE, StepKind.OBJECTIVES, StepKind.KEY_RESULTS, StepKind.CLOSE})
_ID = re.compile(r"\b[A-Z]-\d+\b")


def few_enough(room: Room, facts: Facts, step: Step) -> Iterator[Blocker]:
    """Hold the line: no team leaves with more than its limit. Source: O-14, M-23."""
    if step.kind not in HELD_IN:
        return
    for team in facts.teams:
        count = len(room.drafts.objectives(team_id=team.id))
        limit = room.limits.of(team, preset=facts.preset)
        if count > limit:
            yield Blocker(
                rule="M-23",
                message=f"{team.name} has {count} objectives; the limit is {limit}.",
                way_out="Begin the forced cut, or take some off the table.",
                subject_id=team.id,
            )
        else:
            yield from _advice(room, facts, step, team, count)


def _advice(room: Room, facts: Facts, step: Step, team: Team, count: int) -> Iterator[Blocker]:
    said = doctrine(facts.preset, team)
    fewest = said.minimum or 1
    if count < fewest and _asks_for_more(room, step, count):
        some = "no objective yet" if count == 0 else f"{count} objective" if count == 1 else f"{count} objectives"
        yield Blocker(
            rule=_rule(facts, team),
            message=f"{team.name} has {some}; {facts.preset.name} asks for {fewest} or more.",
            way_out="Make one of a theme, or draft another; you may also go on with fewer.",
            is_hard=False,
            subject_id=team.id,
        )
    if said.advised_max is not None and count > said.advised_max:
        yield Blocker(
            rule=_rule(facts, team),
            message=f"{team.name} has {count} objectives; {facts.preset.name} recommends {said.advised_max} at most.",
            way_out="Fewer is the doctrine's advice, with figures of its own; the choice is yours.",
            is_hard=False,
            subject_id=team.id,
        )


def _asks_for_more(room: Room, step: Step, count: int) -> bool:
    """Tell where too few are spoken of: once there are themes to choose from, and once drafting has begun (none: O-07)."""
    return bool(room.themes.all) if step.kind is StepKind.CHOOSE else step.kind is StepKind.OBJECTIVES and count > 0


def in_strict_order(room: Room, facts: Facts, step: Step) -> Iterator[Blocker]:
    """Ask which objective comes first. Source: M-27."""
    if step.kind not in {StepKind.CHOOSE, StepKind.OBJECTIVES}:
        return
    for team in facts.teams:
        if not is_strict(room.drafts, team.id):
            yield Blocker(
                rule="M-27",
                message=f"Two objectives of {team.name} share a rank.",
                way_out="Say which of them comes first: move one up or down.",
                subject_id=team.id,
            )
        elif team.id not in room.ranked_teams and len(room.drafts.objectives(team_id=team.id)) > 1:
            yield Blocker(
                rule="M-27",
                message=f"The objectives of {team.name} stand in the order in which they were written.",
                way_out="If everything is a priority, nothing is: put first what comes first.",
                is_hard=False,
                subject_id=team.id,
            )


def _rule(facts: Facts, team: Team) -> str:
    """Return the requirement that a doctrine's number of objectives comes from; ours where it names none."""
    field = "company_objectives" if team.kind is TeamKind.COMPANY else "team_objectives"
    found = _ID.search(facts.preset.sources.get(field, ""))
    return found.group() if found else "O-14"
