"""How many objectives a team may leave the room with: set before the brainstorming, held afterwards.

Source: O-14, M-13, W-05, T-05, T-07, G-02. Until the facilitator chooses, the doctrine's advice is the limit.
Cutting down to it is `choosing/cut.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar

from service.domain.errors import DomainError, NotThere
from service.domain.model import Team, TeamKind
from service.domain.presets import Limits, Preset
from service.domain.room.act import Act, Stamp, between
from service.domain.room.running import RoomNotOpen
from service.domain.room.seats import require_console
from service.domain.room.session import SessionState
from service.domain.room.steps import StepKind

if TYPE_CHECKING:
    from service.domain.room.facts import Facts
    from service.domain.room.room import Room

MOST_OBJECTIVES = 9
"""Ours, for doctrines that only warn: beyond this it is a list, not a plan."""

IDEAS = (StepKind.NOTES, StepKind.THEMES, StepKind.CHOOSE, StepKind.OBJECTIVES)


class LimitLocked(DomainError):
    """Ideas are on the table already. Source: O-14."""

    code: ClassVar[str] = "limit_locked"
    status: ClassVar[int] = 409


class LimitTooHigh(DomainError):
    """The doctrine allows fewer."""

    code: ClassVar[str] = "limit_too_high"


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectiveLimits:
    """The chosen limits by team id; a team without one has its doctrine's."""

    chosen: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))

    def of(self, team: Team, *, preset: Preset) -> int:
        """Return how many objectives a team may have. The doctrine's maximum holds even over an older choice."""
        return min(self.chosen.get(team.id, advised(preset, team)), highest(preset, team))


def doctrine(preset: Preset, team: Team) -> Limits:
    """Return what a doctrine says about a team's number of objectives."""
    return preset.company_objectives if team.kind is TeamKind.COMPANY else preset.team_objectives


def advised(preset: Preset, team: Team) -> int:
    """Return the limit that holds while nobody chose one."""
    said = doctrine(preset, team)
    return said.advised_max or said.maximum or MOST_OBJECTIVES


def highest(preset: Preset, team: Team) -> int:
    """Return what the facilitator may choose at most: a hard doctrine's maximum, else ours."""
    said = doctrine(preset, team)
    return said.maximum if said.is_hard and said.maximum else MOST_OBJECTIVES


def is_locked(room: Room) -> bool:
    """Tell whether the brainstorming has begun; a way back before it does not open the limit again."""
    kinds = [step.kind for step in room.agenda.steps]
    first = next((kind for kind in IDEAS if kind in kinds), None)
    return any(room.agenda.has_run(step.id) for step in room.agenda.steps if step.kind is first)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetObjectiveLimit(Act):
    """Say how many objectives a team may have, before anybody has an idea to defend."""

    kind: ClassVar[str] = "set_objective_limit"
    summary: ClassVar[str] = "Limit a team's objectives, before the brainstorming"
    said: ClassVar[str] = "Limit set"
    team_id: str
    limit: int = between(1, MOST_OBJECTIVES)

    def refuse(self, *, room: Room, stamp: Stamp, facts: Facts) -> None:
        """Raises: NotFacilitating, RoomNotOpen, NotThere, LimitLocked, LimitTooHigh."""
        require_console(room=room, by=stamp.by)
        if room.session.state not in {SessionState.BOOKED, SessionState.OPEN}:
            raise RoomNotOpen("The session is over; its limit stays as it was.")
        team = facts.team(self.team_id)
        if team is None:
            raise NotThere("This team does not take part in the session.", field="team_id")
        if is_locked(room):
            held = room.limits.of(team, preset=facts.preset)
            raise LimitLocked(f"The ideas are flowing, so the limit of {held} holds. Cut, or plan the rest next cycle.")
        most = highest(facts.preset, team)
        if self.limit > most:
            raise LimitTooHigh(
                f"{facts.preset.name} allows {team.name} at most {most}. Choose {most} or fewer.", field="limit"
            )

    def apply(self, *, room: Room, stamp: Stamp) -> Room:  # noqa: ARG002
        """Keep the number."""
        return replace(
            room, limits=ObjectiveLimits(chosen=MappingProxyType({**room.limits.chosen, self.team_id: self.limit}))
        )


ACTS = (SetObjectiveLimit,)
