"""Reading all there is of one cycle, with the doctrines its teams planned by, inside the caller's transaction."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from service.domain.ledger import Entry, entry_of
from service.domain.model import Cycle, CycleState, KeyResult, Team
from service.domain.presets import Preset, preset
from service.domain.presets.history import site_preset_as_of, teams_as_of
from service.domain.presets.own import derived_presets
from service.domain.results import CycleResults, Plan, score_cycle
from service.store import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Doctrines:
    """The site's preset and the ones it derived."""

    of_site: Preset
    derived: Mapping[str, Preset]

    def of_team(self, team: Team) -> Preset:
        """Return the preset a team plans by."""
        return preset(team.preset, derived=self.derived) if team.preset else self.of_site

    def named(self, key: str) -> Preset:
        """Return a preset by its key, a derived one before the seven. Raises: PresetUnknown."""
        return preset(key, derived=self.derived)


def read_doctrines(*, tx: Transaction, site_id: str, cycle: Cycle | None = None) -> Doctrines:
    """Return by which doctrines a site plans, or planned when `cycle` was closed."""
    derived = derived_presets(own=tx.own_presets.list(site_id=site_id))
    of_site = tx.sites.get(site_id=site_id).preset
    if cycle is not None and cycle.state is CycleState.CLOSED and cycle.closed_at is not None:
        of_site = site_preset_as_of(
            site_id=site_id, preset=of_site, entries=_entries(tx, site_id, [site_id]), at=cycle.closed_at
        )
    return Doctrines(of_site=preset(of_site, derived=derived), derived=derived)


def teams_of_cycle(*, tx: Transaction, site_id: str, cycle: Cycle, site_preset: str) -> tuple[Team, ...]:
    """Return the teams with the presets they have, or had when the cycle was closed."""
    teams = tx.teams.list(site_id=site_id)
    if cycle.state is not CycleState.CLOSED or cycle.closed_at is None:
        return teams
    entries = _entries(tx, site_id, [team.id for team in teams])
    return teams_as_of(teams=teams, entries=entries, at=cycle.closed_at, site_preset=site_preset)


def read_plan(*, tx: Transaction, site_id: str, cycle: Cycle, site_preset: str) -> Plan:
    """Return the rows of a cycle and what the ledger says of them."""
    objectives = tx.objectives.of_cycle(site_id=site_id, cycle_id=cycle.id)
    key_results = tx.key_results.of_cycle(site_id=site_id, cycle_id=cycle.id)
    subjects = [cycle.id, *(each.id for each in objectives), *(each.id for each in key_results)]
    return Plan(
        cycle=cycle,
        teams=teams_of_cycle(tx=tx, site_id=site_id, cycle=cycle, site_preset=site_preset),
        objectives=objectives,
        key_results=key_results,
        checkins=tx.checkins.of_cycle(site_id=site_id, cycle_id=cycle.id),
        links=tx.parent_links.of_cycle(site_id=site_id, cycle_id=cycle.id),
        entries=_entries(tx, site_id, subjects),
        guardrails=tx.guardrails.of_cycle(site_id=site_id, cycle_id=cycle.id),
    )


def amendments(*, tx: Transaction, site_id: str, key_results: Iterable[KeyResult]) -> tuple[Entry, ...]:
    """Return what the ledger says of the key results that were ever amended: past points keep the promise of their time."""
    ids = [each.id for each in key_results]
    changed = tx.ledger.amended(site_id=site_id, subject_ids=ids)
    return _entries(tx, site_id, changed) if changed else ()


def score(*, plan: Plan, doctrines: Doctrines, as_of: datetime) -> CycleResults:
    """Return the scores of a plan by the site's doctrines."""
    return score_cycle(plan=plan, site_preset=doctrines.of_site, derived=doctrines.derived, as_of=as_of)


def _entries(tx: Transaction, site_id: str, subject_ids: Iterable[str]) -> tuple[Entry, ...]:
    return tuple(entry_of(link=link) for link in tx.ledger.of_subjects(site_id=site_id, subject_ids=subject_ids))
