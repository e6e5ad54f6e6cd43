"""By which doctrine a team planned at an instant, from the ledger: a later choice never rewrites the past."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime

from service.domain.ledger import Entry, EntryKind
from service.domain.model import Team
from service.domain.presets.derive import PresetChoice, chosen

_BEGINNING = datetime.min.replace(tzinfo=UTC)


def teams_as_of(*, teams: Iterable[Team], entries: Iterable[Entry], at: datetime, site_preset: str) -> tuple[Team, ...]:
    """Return the teams with the preset they had at an instant; `entries` are the ledger's, oldest first.

    A team that never chose keeps what it has; one that chose none planned by the site's, `site_preset`.
    """
    choices = _choices(entries, site_preset)
    return tuple(replace(team, preset=chosen(choices=choices, team_id=team.id, at=at) or team.preset) for team in teams)


def site_preset_as_of(*, site_id: str, preset: str, entries: Iterable[Entry], at: datetime) -> str:
    """Return the preset a site planned by at an instant; `preset` is the one it has now, `entries` as above."""
    return chosen(choices=_choices(entries, preset), team_id=site_id, at=at) or preset


def _choices(entries: Iterable[Entry], site_preset: str) -> list[PresetChoice]:
    choices: list[PresetChoice] = []
    for entry in entries:
        if entry.kind is EntryKind.PRESET_CHOSEN:
            old, new = (str(word or site_preset) for word in (entry.changes[0].old, entry.changes[0].new))
            if not any(each.team_id == entry.subject_id for each in choices):
                choices.append(PresetChoice(team_id=entry.subject_id, preset=old, since=_BEGINNING))
            choices.append(PresetChoice(team_id=entry.subject_id, preset=new, since=entry.at))
    return choices
