"""No team's objective without the company's beside it, unless somebody says why. Source: M-09."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from service.domain.errors import DomainError
from service.domain.model import TeamKind
from service.domain.room.blockers import Blocker

if TYPE_CHECKING:
    from service.domain.model import Team
    from service.domain.room.facts import Facts
    from service.domain.room.room import Room


class NorthStarMissing(DomainError):
    """A team drafts before the company has said where it goes. Source: M-09."""

    code: ClassVar[str] = "north_star_missing"
    status: ClassVar[int] = 409


MISSING = Blocker(
    rule="M-09",
    message="The company has no objective for this cycle yet: no North Star to work towards.",
    way_out="Write the company's objective first, or waive this with a reason.",
    can_waive=True,
)


def north_star(*, room: Room, facts: Facts) -> str | None:
    """Return the company objective of the cycle: a promised one, else the first on this table."""
    if facts.north_star:
        return facts.north_star
    company = {team.id for team in facts.teams if team.kind is TeamKind.COMPANY}
    return next((each.title for each in room.drafts.objectives() if each.team_id in company), None)


def misses_north_star(*, room: Room, facts: Facts) -> bool:
    """Tell whether a team plans here without the company's objective."""
    is_for_teams = any(team.kind is not TeamKind.COMPANY for team in facts.teams)
    return is_for_teams and north_star(room=room, facts=facts) is None


def require_north_star(*, room: Room, facts: Facts, team: Team) -> None:
    """Refuse a team's objective where the company has none. Raises: NorthStarMissing."""
    if team.kind is TeamKind.COMPANY or north_star(room=room, facts=facts) or room.gates.is_waived(MISSING):
        return
    raise NorthStarMissing(f"{MISSING.message} {MISSING.way_out} ({MISSING.rule})", field="team_id")
