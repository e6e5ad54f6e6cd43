"""One row's values as an object of the domain: filled cells over what stands (or over what a new one starts with)."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from service.domain.model import (
    Checkin,
    CheckinSource,
    Commitment,
    Cycle,
    CycleKind,
    CycleState,
    Direction,
    Initiative,
    KeyResult,
    KeyResultState,
    LinkSource,
    Objective,
    ObjectiveState,
    OwnerState,
    RollupMode,
    Status,
    Team,
    TeamKind,
    Tracker,
    TrackerKind,
)

Values = Mapping[str, Any]

_OWN_ID: Final = re.compile(r"^[0-9a-f]{32}$")
_OF_TRACKER: Final = {
    "tracker_kind": "kind",
    "tracker_method": "method",
    **{name: name for name in ("jql", "jql_field", "jql_denominator", "issue_id", "issue_field_id")},
}
_WORDS: Final[Mapping[str, Mapping[str, type[StrEnum]]]] = {
    "cycle": {"kind": CycleKind, "state": CycleState},
    "team": {"kind": TeamKind},
    "objective": {"rollup": RollupMode, "state": ObjectiveState},
    "key_result": {
        "direction": Direction,
        "tracker_kind": TrackerKind,
        "commitment": Commitment,
        "state": KeyResultState,
    },
    "checkin": {"status": Status, "source": CheckinSource},
    "initiative": {"source": LinkSource},
    "waiver": {},
}


def id_of(*, site_id: str, record: str, ref: str) -> str:
    """Return our id for a file's: one of ours is kept, any other text always gives the same id on the same site."""
    if _OWN_ID.match(ref):
        return ref
    return hashlib.sha256(f"{site_id}/{record}/{ref}".encode()).hexdigest()[:32]


def words(*, record: str, values: Values) -> dict[str, Any]:
    """Return the values with closed words as the domain's enumerations."""
    kinds = _WORDS[record]
    return {name: kinds[name](value) if name in kinds else value for name, value in values.items()}


def cycle(*, base: Cycle | None, values: Values, id: str) -> Cycle:
    """Return a cycle; a new one is a custom period that is being planned."""
    start = base or Cycle(
        id=id,
        key=values["key"],
        name=values["name"],
        kind=CycleKind.CUSTOM,
        starts_on=values["starts_on"],
        ends_on=values["ends_on"],
    )
    return replace(start, **values)


def team(*, base: Team | None, values: Values, id: str, parent_id: str | None) -> Team:
    """Return a team."""
    named = {name: value for name, value in values.items() if name != "parent"}
    if "parent" in values:
        named["parent_id"] = parent_id
    start = base or Team(id=id, name=values["name"], kind=TeamKind.TEAM, project_key=values["project_key"])
    return replace(start, **named)


def objective(
    *,
    base: Objective | None,
    values: Values,
    id: str,
    cycle_id: str,
    team_id: str,
    parent_id: str | None,
    position: int,
    epic: tuple[str, str] | None,
) -> Objective:
    """Return an objective; a new one without a position comes last. `epic` is an id and a key, None says nothing of it."""
    apart = ("id", "cycle", "team", "parent", "epic", "site")
    named = {name: value for name, value in values.items() if name not in apart}
    if epic is not None:
        named["epic_id"], named["epic_key"] = epic
    named |= {"cycle_id": cycle_id, "team_id": team_id}
    if "parent" in values:
        named["parent_id"] = parent_id
    start = base or Objective(id=id, cycle_id=cycle_id, team_id=team_id, title=values["title"], position=position)
    return replace(start, **named)


def key_result(*, base: KeyResult | None, values: Values, id: str, objective_id: str, position: int) -> KeyResult:
    """Return a key result; a new one is an increase that people check in by hand or in its field."""
    named = {name: value for name, value in values.items() if name not in ("id", "objective", *_OF_TRACKER)}
    start = base or KeyResult(
        id=id,
        objective_id=objective_id,
        title=values["title"],
        direction=Direction.INCREASE,
        baseline=None,
        target=None,
        owner_state=OwnerState.UNCHECKED if values.get("owner") else OwnerState.MISSING,
        position=position,
    )
    given = {name: values[column] for column, name in _OF_TRACKER.items() if column in values}
    tracker: Tracker = replace(start.tracker, **given)
    return replace(start, objective_id=objective_id, tracker=tracker, **named)


def checkin(*, values: Values, id: str, key_result_id: str, now: datetime, importer: str | None) -> Checkin:
    """Return a check-in. A person's import is theirs and says so; the operator's keeps who said what, and when."""
    named = {name: value for name, value in values.items() if name not in ("id", "key_result")}
    start = Checkin(
        id=id, key_result_id=key_result_id, at=values["at"], value=None, source=CheckinSource.IMPORT, recorded_at=now
    )
    made = replace(start, **named)
    if importer is None:
        return made
    return replace(made, author=importer, source=CheckinSource.IMPORT, recorded_at=now)


def initiative(*, values: Values, key_result_id: str, issue_id: str, now: datetime, importer: str | None) -> Initiative:
    """Return a link. A person's import is theirs and says so; the operator's keeps who linked it, and when."""
    if importer is not None:
        return Initiative(
            key_result_id=key_result_id,
            issue_id=issue_id,
            source=LinkSource.IMPORT,
            linked_by=importer,
            linked_at=now,
        )
    return Initiative(
        key_result_id=key_result_id,
        issue_id=issue_id,
        source=values.get("source", LinkSource.IMPORT),
        linked_by=values.get("linked_by"),
        linked_at=values.get("linked_at", now),
    )


def checkin_id(*, site_id: str, key_result_id: str, values: Values) -> str:
    """Return the id of a check-in: its own, or one that its content gives."""
    said = values.get("id") or "\n".join([key_result_id, *(f"{name}={values[name]!r}" for name in sorted(values))])
    return id_of(site_id=site_id, record="checkin", ref=said)
