"""Choose the doctrine of a site: what its teams plan by that chose none of their own."""

from dataclasses import replace

from service.domain.ledger import Change, Entry, EntryKind
from service.domain.model import CycleState, Site
from service.domain.presets import preset as known_preset
from service.domain.presets.own import derived_presets
from service.usecases.changed import mark_changed, wake
from service.usecases.needs import Needs
from service.usecases.promise_notes import note
from service.usecases.sync.permission import require_admin


def choose_preset(*, parts: Needs, site_id: str, by: str | None, preset: str) -> Site:
    """Make a preset the site's, from now on: the ledger keeps which one held until then, closed cycles keep theirs.

    Raises: PresetUnknown, Forbidden, ProductError. Source: requirements 1.6.
    """
    require_admin(parts=parts, site_id=site_id, by=by)
    with parts.store.transaction() as tx:
        known_preset(preset, derived=derived_presets(own=tx.own_presets.list(site_id=site_id)))
        before = tx.sites.get(site_id=site_id, for_update=True)
        if before.preset == preset:
            return before
        site = replace(before, preset=preset)
        tx.sites.save(site=site)
        following = {team.id for team in tx.teams.list(site_id=site_id) if team.preset is None}
        judged = [
            objective.id
            for cycle in tx.cycles.list(site_id=site_id)
            if cycle.state is not CycleState.CLOSED
            for objective in tx.objectives.of_cycle(site_id=site_id, cycle_id=cycle.id)
            if objective.team_id in following
        ]
        wakes = mark_changed(tx=tx, parts=parts, site_id=site_id, objective_ids=judged)
        change = Change(field="preset", old=before.preset, new=preset)
        entry = Entry(at=parts.now(), kind=EntryKind.PRESET_CHOSEN, subject_id=site_id, author=by, changes=(change,))
        note(tx=tx, site_id=site_id, entry=entry)
    wake(parts=parts, wakes=wakes)
    return site
