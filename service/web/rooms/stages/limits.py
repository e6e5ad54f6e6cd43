"""The objective limit on the bar and its form on the facilitator's desk. Source: O-14."""

from dataclasses import dataclass

from service.domain.room.limits import advised, highest, is_locked
from service.usecases.read_room import RoomView


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitLine:
    """One team's limit as people read it."""

    team_id: str
    team: str
    limit: int
    advised: int
    highest: int
    count: int


def limit_words(view: RoomView) -> dict[str, object]:
    """Return what the bar says about limits, in every step."""
    lines = tuple(
        LimitLine(
            team_id=team.id,
            team=team.name,
            limit=view.room.limits.of(team, preset=view.facts.preset),
            advised=advised(view.facts.preset, team),
            highest=highest(view.facts.preset, team),
            count=len(view.room.drafts.objectives(team_id=team.id)),
        )
        for team in view.facts.teams
    )
    return {"limits": lines, "may_limit": view.may_turn and not is_locked(view.room)}
