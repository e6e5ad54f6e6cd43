"""No team plans its own objectives before the company has said where it is going. No acts. Source: M-09."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar, Final

from service.domain.errors import DomainError
from service.domain.model import TeamKind
from service.domain.room.blockers import Blocker
from service.domain.room.session import Scope, SessionKind
from service.domain.room.steps import StepKind

if TYPE_CHECKING:
    from service.domain.model import Team
    from service.domain.room.facts import Facts
    from service.domain.room.room import Room
    from service.domain.room.steps import Step

PLANS: Final = frozenset({SessionKind.WORKSHOP, SessionKind.PLANNING})
ASKED_IN: Final = frozenset(
    {StepKind.OPENING, StepKind.SCOPE, StepKind.INPUTS, StepKind.STRATEGY, StepKind.CHOOSE, StepKind.OBJECTIVES}
)
MISSING: Final = Blocker(
    rule="M-09",
    message="The company has no objective in this cycle, so there is no North Star to plan towards.",
    way_out="Have the company's objective written down first, or say why the team goes ahead without it.",
    can_waive=True,
)


class NorthStarMissing(DomainError):
    """A team's objective is drafted without a North Star. Source: M-09."""

    code: ClassVar[str] = "north_star_missing"
    status: ClassVar[int] = 409


def north_star(*, room: Room, facts: Facts) -> str | None:
    """Return the company's objective of the cycle: a promised one, else the first on this table."""
    if facts.north_star:
        return facts.north_star
    company = {team.id for team in facts.teams if team.kind is TeamKind.COMPANY}
    return next((each.title for each in room.drafts.objectives() if each.team_id in company), None)


def is_missed(*, room: Room, facts: Facts) -> bool:
    """Tell whether a team is about to plan without a North Star; a company that sits down to find one is not."""
    plans_for_teams = room.session.kind in PLANS and room.session.scope is not Scope.COMPANY
    return plans_for_teams and north_star(room=room, facts=facts) is None and not room.gates.is_waived(MISSING)


def require_north_star(*, room: Room, facts: Facts, team: Team) -> None:
    """Refuse a team's draft without a North Star, unless that was waived. Raises: NorthStarMissing."""
    if team.kind is not TeamKind.COMPANY and is_missed(room=room, facts=facts):
        raise NorthStarMissing(
            f"{MISSING.message} {MISSING.way_out} The facilitator can waive it with a reason. ({MISSING.rule})",
            field="team_id",
        )


def rule(room: Room, facts: Facts, step: Step) -> Iterable[Blocker]:
    """Stop before the drafting begins, and at its end at the latest; who plans for the company too may find it on the way.

    Source: M-09.
    """
    asked_in = ASKED_IN if room.session.scope is Scope.TEAM else frozenset({StepKind.OBJECTIVES})
    if step.kind in asked_in and is_missed(room=room, facts=facts):
        yield MISSING
