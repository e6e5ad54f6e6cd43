"""How much of what teams plan hangs below something: the link coverage of a cycle. Source: T-10a, T-11."""

from collections.abc import Iterable
from dataclasses import dataclass

from service.domain.model import KeyResult, KeyResultState, Objective, ObjectiveState, ParentLink, Team, TeamKind


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitCoverage:
    """One unit's links. `unlinked` contribute to nothing above; `idle` key results have no initiative."""

    team: Team
    objectives: tuple[Objective, ...]
    unlinked: tuple[Objective, ...]
    key_results: tuple[KeyResult, ...]
    idle: tuple[KeyResult, ...]

    @property
    def linked(self) -> int:
        """Return how many objectives contribute to one above."""
        return len(self.objectives) - len(self.unlinked)


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkCoverage:
    """All units that plan in a cycle, and the sum. The company's own objectives are the top: they need no link up.

    Units: `share` 0.0–1.0 of the objectives below the company; None where there is none.
    """

    units: tuple[UnitCoverage, ...]
    objectives: int
    linked: int
    share: float | None


def link_coverage(
    *,
    teams: Iterable[Team],
    objectives: Iterable[Objective],
    key_results: Iterable[KeyResult],
    links: Iterable[ParentLink],
    served: frozenset[str],
) -> LinkCoverage:
    """Count links upwards and to work. `served` are the ids of key results that an initiative serves."""
    living = [each for each in objectives if each.state is not ObjectiveState.CANCELLED]
    known = {each.id for each in living}
    linked = {each.id for each in living if each.parent_id in known}
    linked |= {link.child_id for link in links if link.parent_id in known}
    counted = [each for each in key_results if each.state is KeyResultState.ACTIVE]
    units = tuple(_unit(team, living, counted, linked, served) for team in teams)
    below = [unit for unit in units if unit.team.kind is not TeamKind.COMPANY]
    total = sum(len(unit.objectives) for unit in below)
    hung = sum(unit.linked for unit in below)
    return LinkCoverage(
        units=tuple(unit for unit in units if unit.objectives),
        objectives=total,
        linked=hung,
        share=hung / total if total else None,
    )


def _unit(
    team: Team, living: list[Objective], counted: list[KeyResult], linked: set[str], served: frozenset[str]
) -> UnitCoverage:
    own = tuple(each for each in living if each.team_id == team.id)
    ids = {each.id for each in own}
    rows = tuple(each for each in counted if each.objective_id in ids)
    is_top = team.kind is TeamKind.COMPANY
    return UnitCoverage(
        team=team,
        objectives=own,
        unlinked=() if is_top else tuple(each for each in own if each.id not in linked),
        key_results=rows,
        idle=tuple(each for each in rows if each.id not in served),
    )
