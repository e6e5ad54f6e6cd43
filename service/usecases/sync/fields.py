"""Which Jira fields are ours on a site. Field ids differ from site to site; they are asked once and remembered."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from connect.descriptor import KEY_RESULTS_FIELD_KEY, SLOT_FIELD_KEYS, app_field_key
from service.domain.model import KeyResult, Tracker
from service.usecases.needs import Needs

FIELD_KEYS: Final = (*SLOT_FIELD_KEYS, KEY_RESULTS_FIELD_KEY)
CURSOR: Final = "fields"
ASK_AGAIN: Final = timedelta(minutes=1)
"""A site that is being installed gets its fields within seconds; one that lacks some must not be asked at every webhook."""

POINT_FIELDS: Final = {"points-1": "Story point estimate", "points-2": "Story Points"}
"""Jira's two fields for story points, of team-managed and of company-managed projects; a site may have both or none."""


@dataclass(frozen=True, slots=True)
class SiteFields:
    """Our fields on one site. Shape: `ids` maps our field key (`kr-1`) to Jira's field id (`customfield_10101`)."""

    ids: Mapping[str, str]

    @property
    def slots(self) -> tuple[str, ...]:
        """Return the ids of the slot fields that exist there."""
        return tuple(self.ids[key] for key in SLOT_FIELD_KEYS if key in self.ids)

    @property
    def options(self) -> str | None:
        """Return the id of the field *Key results*, or None where it does not exist."""
        return self.ids.get(KEY_RESULTS_FIELD_KEY)

    @property
    def read(self) -> tuple[str, ...]:
        """Return the ids to ask for when any issue is read."""
        return (*self.ours, *self.points)

    @property
    def ours(self) -> tuple[str, ...]:
        """Return the ids of our own fields that exist there."""
        return self.slots if self.options is None else (*self.slots, self.options)

    @property
    def points(self) -> tuple[str, ...]:
        """Return the ids of the fields that hold story points there."""
        return tuple(self.ids[key] for key in POINT_FIELDS if key in self.ids)

    def of(self, tracker: Tracker) -> str | None:
        """Return the field that shows a key result: the one it is bound to, or its slot's; None if it has neither."""
        if tracker.field_id is not None:
            return tracker.field_id
        return None if tracker.slot is None else self.ids.get(SLOT_FIELD_KEYS[tracker.slot - 1])

    def name(self, field_id: str) -> str:
        """Return what people call the field: `KR 1` for a slot, its id for one we don't know by name."""
        key = next((key for key, id in self.ids.items() if id == field_id), None)
        if key in SLOT_FIELD_KEYS:
            return f"KR {SLOT_FIELD_KEYS.index(key) + 1}"
        return "Key results" if key == KEY_RESULTS_FIELD_KEY else field_id

    def bound(self, key_results: tuple[KeyResult, ...]) -> tuple[str, ...]:
        """Return the ids of the fields that show these key results, plus ours."""
        more = {each.tracker.field_id for each in key_results if each.tracker.field_id is not None}
        return (*self.read, *sorted(more - set(self.read)))


def site_fields(*, parts: Needs, site_id: str) -> SiteFields:
    """Return our fields of a site as remembered; asks Jira while any is missing, but not for every webhook."""
    with parts.store.reading() as tx:
        known = tx.fields.ids(site_id=site_id)
        asked_at = tx.cursors.find(site_id=site_id, name=CURSOR)
    is_fresh = asked_at is not None and parts.now() < asked_at + ASK_AGAIN
    if set(FIELD_KEYS) <= known.keys() or is_fresh:
        return SiteFields(known)
    return find_fields(parts=parts, site_id=site_id)


def find_fields(*, parts: Needs, site_id: str) -> SiteFields:
    """Ask Jira which of our fields exist, and remember the answer."""
    every = parts.jira(site_id).fields()
    shown = {field.key: field.id for field in every}
    numbers = {field.name: field.id for field in every if field.kind == "number"}
    found = {key: shown[app_field_key(key)] for key in FIELD_KEYS if app_field_key(key) in shown}
    found |= {key: numbers[name] for key, name in POINT_FIELDS.items() if name in numbers}
    with parts.store.transaction() as tx:
        tx.fields.replace(site_id=site_id, ids=found)
        tx.cursors.put(site_id=site_id, name=CURSOR, at=parts.now())
    return SiteFields(found)
