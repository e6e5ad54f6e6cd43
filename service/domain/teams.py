"""What a team must fulfil: one name each, a parent that exists, no loop upwards, a known preset."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import ClassVar

from service.domain.errors import DomainError
from service.domain.model import Team
from service.domain.presets import Preset, preset


class TeamNameTaken(DomainError):
    """Another team of the site has this name."""

    code: ClassVar[str] = "team_name_taken"
    status: ClassVar[int] = 409


class TeamParentMissing(DomainError):
    """The parent is no team of this site."""

    code: ClassVar[str] = "team_parent_missing"


class TeamParentLoop(DomainError):
    """A team would stand above itself."""

    code: ClassVar[str] = "team_parent_loop"
    status: ClassVar[int] = 409


def require_name(*, team: Team, teams: Iterable[Team]) -> None:
    """Refuse a name that another team has; upper and lower case are the same to people. Raises: TeamNameTaken."""
    for other in teams:
        if other.id != team.id and other.name.casefold() == team.name.casefold():
            raise TeamNameTaken(
                f"There is already a team “{other.name}”. Choose another name, or use that team.", field="name"
            )


def require_team(*, team: Team, teams: Iterable[Team], derived: Mapping[str, Preset] = MappingProxyType({})) -> None:
    """Refuse a parent that does not exist or stands below the team, and a preset that is neither known nor `derived`.

    Raises: TeamParentMissing, TeamParentLoop, PresetUnknown.
    """
    if team.preset is not None:
        preset(team.preset, derived=derived)
    by_id = {other.id: other for other in teams} | {team.id: team}
    if team.parent_id is not None and team.parent_id not in by_id:
        raise TeamParentMissing("The parent is no team of this site. Choose one from the list.", field="parent_id")
    way, above, seen = [team.name], team.parent_id, set[str]()
    while above is not None and above in by_id and above not in seen:  # an imported loop must not hang us
        seen.add(above)
        way.append(by_id[above].name)
        if above == team.id:
            raise TeamParentLoop(
                f"A team cannot stand above itself: {' → '.join(way)}. Choose another parent.", field="parent_id"
            )
        above = by_id[above].parent_id
