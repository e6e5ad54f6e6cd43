"""Which objectives and key results a Jira project already keeps as issues: read from their numbers, or else from their titles.

An issue above ordinary ones is an objective; an issue below it that names a target is a key result. What names none is told, not
guessed. Facts come in as plain values; nothing is asked or stored here.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from service.domain.exchange.columns import FORMAT, VERSION
from service.domain.slots import SLOTS

NAMES: Final[Mapping[str, frozenset[str]]] = {
    "baseline": frozenset({"baseline", "start", "start value", "starting value", "initial value", "from"}),
    "target": frozenset({"target", "target value", "goal", "goal value", "to"}),
    "current": frozenset({"current", "current value", "actual", "actual value", "value", "metric value"}),
}
"""What teams call the number fields of a key result that they keep as an issue; ours, from common field names."""

_NUMBER: Final = r"([-+]?\d+(?:\.\d+)?)\s*(%|[A-Za-z€$£]{0,20})"
_FROM_TO: Final = re.compile(rf"\bfrom\s+{_NUMBER}\s+to\s+{_NUMBER}", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """An issue of the project. Shape: `numbers` by role (`baseline`, `target`, `current`), only those that are filled."""

    id: str
    key: str
    title: str
    numbers: Mapping[str, float]
    children: tuple["Work", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What would be adopted: an import document, whose objectives name their epics, and a line for people per issue."""

    document: dict[str, Any]
    lines: tuple[str, ...]


def roles(*, fields: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return the field id of each role among (id, name) of the site's number fields; the first that fits."""
    found: dict[str, str] = {}
    for field_id, name in fields:
        for role, names in NAMES.items():
            if name.strip().casefold() in names:
                found.setdefault(role, field_id)
    return found


def propose(
    *, epics: Sequence[Work], current_field: str | None, cycle_key: str, team: Mapping[str, str], taken: frozenset[str]
) -> Proposal:
    """Propose an objective for each epic that is not `taken`, and a key result for each issue with a target.

    `team` is a row of a team; one that stands on the site already is only named.
    """
    objectives: list[dict[str, Any]] = []
    key_results: list[dict[str, Any]] = []
    lines: list[str] = []
    for epic in epics:
        if epic.id in taken:
            lines.append(f"{epic.key}  left alone: it is the epic of an objective already")
            continue
        ref = f"epic {epic.id}"
        row = {"id": ref, "cycle": cycle_key, "team": team["name"], "title": epic.title, "epic": epic.key}
        objectives.append(row)
        lines.append(f"{epic.key}  objective: {epic.title}")
        free = len(SLOTS)
        for issue in (epic, *epic.children):
            found = _key_result(issue, ref, current_field)
            if found is not None and free == 0:
                lines.append(f"  {issue.key}  left out: the epic's {len(SLOTS)} fields are given out: {issue.title}")
            elif found is not None:
                free -= 1
                key_results.append(found)
                lines.append(f"  {issue.key}  key result: {issue.title} ({found['baseline']:g} → {found['target']:g})")
            elif issue is not epic:
                lines.append(f"  {issue.key}  no key result: it names no target: {issue.title}")
    document = {"format": FORMAT, "version": VERSION, "objectives": objectives, "key_results": key_results}
    if "project_key" in team:
        document["teams"] = [dict(team)]
    return Proposal(document=document, lines=tuple(lines))


def _key_result(issue: Work, objective: str, current_field: str | None) -> dict[str, Any] | None:
    said = _FROM_TO.search(issue.title)
    target = issue.numbers.get("target", float(said[3]) if said else None)
    baseline = issue.numbers.get("baseline", float(said[1]) if said else 0.0)
    if target is None or target == baseline:
        return None
    row: dict[str, Any] = {
        "id": f"issue {issue.id}",
        "objective": objective,
        "title": issue.title,
        "direction": "increase" if target > baseline else "decrease",
        "baseline": baseline,
        "target": target,
        "tracker_kind": "manual",
    }
    if said and (unit := said[4] or said[2]):
        row["unit"] = unit
    if current_field is not None and "current" in issue.numbers:
        row |= {"tracker_kind": "field", "issue_id": issue.id, "issue_field_id": current_field}
    return row
