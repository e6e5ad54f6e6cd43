"""What a room must know of the world around it. Gathered once per act or look; never kept."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from service.domain.calibration import Outcome
from service.domain.model import Cycle, Objective, Team
from service.domain.presets import Preset
from service.domain.room.followed import Followed


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """The world at an instant. `north_star` is the title of the company objective of the cycle; `load` counts the living key
    results that each account id owns in the cycle, outside of this room. `above` are the cycle's living objectives of the company
    and of departments; `unfinished` those of earlier cycles that the session's teams did not finish. `outcomes` are what confidence
    turned out to be worth, by team id. `last_cycle` is the one the room looks back on, `followed` the session whose outcome this
    one takes up.

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
    above: tuple[Objective, ...] = ()
    unfinished: tuple[Objective, ...] = ()
    outcomes: Mapping[str, tuple[Outcome, ...]] = field(default_factory=dict)
    last_cycle: Cycle | None = None
    followed: Followed | None = None

    def team(self, team_id: str) -> Team | None:
        """Return a team of the session, or None."""
        return next((team for team in self.teams if team.id == team_id), None)
