"""What a room must know of the world around it. Gathered once per act or look; never kept."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from service.domain.model import Cycle, Objective, Team
from service.domain.presets import Preset


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """The world at an instant. `north_star` is the title of the company objective of the cycle; `load` counts the living key
    results that each account id owns in the cycle, outside of this room.

    `plan` are the living objectives of the cycle, of every team; `team_names` names every team of the site. `has_looked_back`:
    the teams have written their retrospective of the cycle before. `cycles_before` counts the closed cycles they planned.
    """

    now: datetime
    preset: Preset
    cycle: Cycle
    teams: tuple[Team, ...]
    north_star: str | None = None
    load: Mapping[str, int] = field(default_factory=dict)
    plan: tuple[Objective, ...] = ()
    team_names: Mapping[str, str] = field(default_factory=dict)
    has_looked_back: bool = False
    cycles_before: int = 0

    def team(self, team_id: str) -> Team | None:
        """Return a team of the session, or None."""
        return next((team for team in self.teams if team.id == team_id), None)
