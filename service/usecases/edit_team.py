"""Change a team."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from service.domain.changes import require_changeable
from service.domain.ledger import Change, Entry, EntryKind
from service.domain.model import Team
from service.domain.plans import clean_title
from service.domain.presets.own import derived_presets
from service.domain.teams import require_name, require_team
from service.usecases.changed import mark_changed, wake
from service.usecases.needs import Needs
from service.usecases.promise_notes import note
from service.usecases.team_editor import require_team_changer

CHANGEABLE: Final = frozenset({"name", "kind", "project_key", "parent_id", "preset"})


def edit_team(*, parts: Needs, site_id: str, by: str | None, team_id: str, changes: Mapping[str, Any]) -> Team:
    """Change what is named; the rest stays. Epics stay where they are when the project changes.

    Another preset counts from now on: the ledger keeps which one held until then.

    Raises: NotThere, Forbidden, ChangeUnknown, TitleInvalid, TeamNameTaken, TeamParentMissing, TeamParentLoop,
    PresetUnknown, ProductError.
    """
    require_changeable(names=changes, changeable=CHANGEABLE, noun="team")
    words = dict(changes)
    if "name" in words:
        words["name"] = clean_title(title=words["name"], field="name")
    if "project_key" in words:
        words["project_key"] = words["project_key"].strip().upper()
    with parts.store.reading() as tx:
        known = tx.teams.get(site_id=site_id, id=team_id)
    require_team_changer(parts=parts, site_id=site_id, by=by, before=known, after=replace(known, **words))
    with parts.store.transaction() as tx:
        before = tx.teams.get(site_id=site_id, id=team_id, for_update=True)
        team = replace(before, **words)
        if team == before:
            return team
        teams = tx.teams.list(site_id=site_id)
        require_name(team=team, teams=teams)
        derived = derived_presets(own=tx.own_presets.list(site_id=site_id))
        require_team(team=team, teams=teams, derived=derived)
        tx.teams.save(site_id=site_id, item=team)
        owned = tx.objectives.of_team(site_id=site_id, team_id=team_id)
        wakes = mark_changed(tx=tx, parts=parts, site_id=site_id, objective_ids=[each.id for each in owned])
        if team.preset != before.preset:
            change = Change(field="preset", old=before.preset, new=team.preset)
            entry = Entry(
                at=parts.now(), kind=EntryKind.PRESET_CHOSEN, subject_id=team_id, author=by, changes=(change,)
            )
            note(tx=tx, site_id=site_id, entry=entry)
    wake(parts=parts, wakes=wakes)
    return team
