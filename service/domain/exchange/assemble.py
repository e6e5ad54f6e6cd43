"""From rows to what would be added: every row is judged, in the order in which one refers to another, and every fault named.

What stands already and says the same is left alone; what says something else is refused: an import adds, it never rewrites.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from typing import Any

from service.domain.checkin_keys import WATCHED, require_content
from service.domain.cycles import require_dates
from service.domain.errors import DomainError
from service.domain.exchange import made
from service.domain.exchange.columns import LISTS, RECORDS
from service.domain.exchange.enablers import require_admitted
from service.domain.exchange.issues import epic_named, initiative_named, is_here
from service.domain.exchange.known import Assembled, Known
from service.domain.exchange.rows import Row, RowError, Unfit, read_row
from service.domain.key_results_rules import require_checkin, require_key_result
from service.domain.model import KeyResultState
from service.domain.parents import require_no_loop
from service.domain.plans import clean_title, require_fits_cycle
from service.domain.said_values import with_ratio
from service.domain.slots import free_slot
from service.domain.teams import require_name, require_team
from service.domain.trackers import require_tracker
from service.domain.waivers import Waiver

_NAMED_BY = {
    "cycle": "key",
    "team": "name",
    "objective": "id",
    "key_result": "id",
    "checkin": None,
    "initiative": None,
    "waiver": "key_result",
}
_COLUMNS = {
    "parent_id": "parent",
    "cycle_id": "cycle",
    "team_id": "team",
    "objective_id": "objective",
    "epic_id": "epic",
    "epic_key": "epic",
    "key_result_id": "key_result",
    "replaced_by_id": "replaced_by",
}


def assemble(*, rows: Iterable[Row], known: Known, now: datetime, importer: str | None) -> Assembled:
    """Judge every row against the rules of the plan and against the others; `importer` None is the operator's restore."""
    work = _Work(known=known, now=now, importer=importer)
    ordered = sorted(rows, key=lambda row: list(RECORDS).index(row.record))
    read = [(row, *read_row(row=row)) for row in ordered]
    for row, values, errors in read:
        work.errors += errors
        if not errors:
            work.name(row, made.words(record=row.record, values=values))
    for row, values in work.named:
        work.judge(row, values)
    lists: dict[str, Any] = {name: tuple(items) for name, items in work.new.items()}
    return Assembled(**lists, unchanged=work.unchanged, left_out=work.left_out, errors=tuple(work.errors))


@dataclass(slots=True, kw_only=True)
class _Work:
    known: Known
    now: datetime
    importer: str | None
    errors: list[RowError] = field(default_factory=list)
    named: list[tuple[Row, dict[str, Any]]] = field(default_factory=list)
    in_file: dict[tuple[str, str], str] = field(default_factory=dict)
    unchanged: int = 0
    left_out: int = 0
    new: dict[str, list[Any]] = field(default_factory=lambda: {name: [] for name in LISTS.values()})

    def name(self, row: Row, values: dict[str, Any]) -> None:
        """Note who a row is, so that others may refer to it from anywhere in the file."""
        column = _NAMED_BY[row.record]
        if column is not None:
            ref = (row.record, values[column])
            if ref in self.in_file:
                self.errors.append(
                    RowError(row.place, column, f"{values[column]!r} stands in {self.in_file[ref]}, too.")
                )
                return
            self.in_file[ref] = row.place
        self.named.append((row, values))

    def judge(self, row: Row, values: dict[str, Any]) -> None:
        """Add what the row stands for, or note what is wrong with it."""
        try:
            {
                "cycle": self._cycle,
                "team": self._team,
                "objective": self._objective,
                "key_result": self._key_result,
                "checkin": self._checkin,
                "initiative": self._initiative,
                "waiver": self._waiver,
            }[row.record](values)
        except DomainError as refused:
            name = (refused.field or "").partition(".")[0]
            columns = {each.name for each in RECORDS[row.record]}
            name = _COLUMNS.get(name, name)
            self.errors.append(RowError(row.place, name if name in columns else "", refused.message))
        except Unfit as refused:
            self.errors.append(RowError(row.place, refused.column, str(refused)))

    def _cycle(self, values: dict[str, Any]) -> None:
        base = next((each for each in self.known.cycles.values() if each.key == values["key"]), None)
        item = made.cycle(base=base, values=values, id=self._id("cycle", values["key"]))
        require_dates(starts_on=item.starts_on, ends_on=item.ends_on)
        item = replace(item, name=clean_title(title=item.name, field="name"))
        self._take("cycles", self.known.cycles, item, base)

    def _team(self, values: dict[str, Any]) -> None:
        parent = values.get("parent")
        above = None if parent is None else self._find(self.known.teams, "name", parent)
        parent_id = above.id if above is not None else None
        if parent is not None and above is None:
            if ("team", parent) not in self.in_file:
                raise Unfit("parent", f"There is no team {parent!r} in the file or on the site.")
            parent_id = self._id("team", parent)
        base = self._find(self.known.teams, "name", values["name"])
        item = made.team(base=base, values=values, id=self._id("team", values["name"]), parent_id=parent_id)
        others = list(self.known.teams.values())
        require_name(team=item, teams=others)
        coming = (
            [] if parent_id is None or parent_id in self.known.teams else [replace(item, id=parent_id, parent_id=None)]
        )
        require_team(team=item, teams=[*others, *coming], derived=self.known.presets)
        self._take("teams", self.known.teams, item, base)

    def _objective(self, values: dict[str, Any]) -> None:
        cycle = self._refer(self.known.cycles, "key", values["cycle"], "cycle", "cycle")
        team = self._refer(self.known.teams, "name", values["team"], "team", "team")
        id, parent = self._id("objective", values["id"]), values.get("parent")
        parent_id = None if parent is None else self._id("objective", parent)
        if parent is not None and parent_id not in self.known.objectives and ("objective", parent) not in self.in_file:
            raise Unfit("parent", f"There is no objective {parent!r} in the file or on the site.")
        position = sum(each.cycle_id == cycle.id for each in self.known.objectives.values())
        base = self.known.objectives.get(id)
        item = made.objective(
            base=base,
            values=values | {"title": clean_title(title=values["title"])},
            id=id,
            cycle_id=cycle.id,
            team_id=team.id,
            parent_id=parent_id,
            position=position,
            epic=self._epic(values, id),
        )
        if item.parent_id is not None:
            require_no_loop(child=item, parent_id=item.parent_id, objectives=self.known.objectives.values())
        self._take("objectives", self.known.objectives, item, base)

    def _epic(self, values: dict[str, Any], id: str) -> tuple[str, str] | None:
        if "epic" not in values:
            return None
        if not is_here(site=values.get("site"), host=self.known.host):
            self.left_out += 1
            return None
        return epic_named(name=values["epic"], objective_id=id, known=self.known)

    def _key_result(self, values: dict[str, Any]) -> None:
        objective = self._refer_id(self.known.objectives, "objective", values["objective"])
        id = self._id("key_result", values["id"])
        beside = [each for each in self.known.key_results.values() if each.objective_id == objective.id]
        base = self.known.key_results.get(id)
        item = made.key_result(
            base=base,
            values=values | {"title": clean_title(title=values["title"])},
            id=id,
            objective_id=objective.id,
            position=len(beside),
        )
        require_key_result(key_result=item)
        require_tracker(tracker=item.tracker)
        require_fits_cycle(key_result=item, cycle=self.known.cycles[objective.cycle_id])
        if base is None and item.is_enabler and self.importer is not None and not self._is_waived(values["id"]):
            raise Unfit(
                "is_enabler", "An enabler counts in no average, so it needs its waiver: add a row of that record."
            )
        if base is None and item.state is KeyResultState.ACTIVE:
            item = replace(item, tracker=replace(item.tracker, slot=free_slot(key_results=beside)))
        self._take("key_results", self.known.key_results, item, base)

    def _checkin(self, values: dict[str, Any]) -> None:
        key_result = self._refer_id(self.known.key_results, "key_result", values["key_result"])
        id = made.checkin_id(site_id=self.known.site_id, key_result_id=key_result.id, values=values)
        item = made.checkin(values=values, id=id, key_result_id=key_result.id, now=self.now, importer=self.importer)
        item = with_ratio(checkin=item, key_result=key_result)
        base = self.known.checkins.get(id)
        if base is not None:
            item = replace(item, recorded_at=base.recorded_at, author=base.author, source=base.source)
        if item.source not in WATCHED:
            require_content(checkin=item)
            cycle = self.known.cycles[self.known.objectives[key_result.objective_id].cycle_id]
            require_checkin(checkin=item, cycle=cycle, now=self.now)
        self._take("checkins", self.known.checkins, item, base)

    def _initiative(self, values: dict[str, Any]) -> None:
        key_result = self._refer_id(self.known.key_results, "key_result", values["key_result"])
        if not is_here(site=values.get("site"), host=self.known.host):
            self.left_out += 1
            return
        objective = self.known.objectives[key_result.objective_id]
        issue = initiative_named(name=values["issue"], objective=objective, known=self.known)
        if (key_result.id, issue.id) in self.known.initiatives:
            self.unchanged += 1
            return
        self.known.initiatives.add((key_result.id, issue.id))
        link = made.initiative(
            values=values, key_result_id=key_result.id, issue_id=issue.id, now=self.now, importer=self.importer
        )
        self.new["initiatives"].append(link)

    def _waiver(self, values: dict[str, Any]) -> None:
        key_result = self._refer_id(self.known.key_results, "key_result", values["key_result"])
        replaced_by = values.get("replaced_by")
        item = Waiver(
            key_result_id=key_result.id,
            unlocks=tuple(self._id("key_result", each) for each in values["unlocks"]),
            owner=values["owner"],
            reason=values["reason"],
            expires_on=values["expires_on"],
            delivered_on=values.get("delivered_on"),
            replaced_by_id=None if replaced_by is None else self._id("key_result", replaced_by),
        )
        base = self.known.waivers.get(key_result.id)
        if base is None:
            require_admitted(waiver=item, key_result=key_result, known=self.known, is_restore=self.importer is None)
        self._take("waivers", self.known.waivers, item, base, key_result.id)

    def _is_waived(self, ref: str) -> bool:
        return ("waiver", ref) in self.in_file

    def _take(self, name: str, stands: dict[str, Any], item: Any, base: Any, id: str = "") -> None:
        if base is None:
            stands[id or item.id] = item
            self.new[name].append(item)
        elif item == base:
            self.unchanged += 1
        else:
            differs = next(f.name for f in fields(item) if getattr(item, f.name) != getattr(base, f.name))
            raise Unfit(
                _COLUMNS.get(differs, differs), "This stands on the site with another value; an import never rewrites."
            )

    def _id(self, record: str, ref: str) -> str:
        return made.id_of(site_id=self.known.site_id, record=record, ref=ref)

    def _find(self, stands: Mapping[str, Any], attribute: str, ref: str) -> Any:
        return next((each for each in stands.values() if getattr(each, attribute) == ref), None)

    def _refer(self, stands: Mapping[str, Any], attribute: str, ref: str, noun: str, column: str) -> Any:
        found = self._find(stands, attribute, ref)
        if found is None:
            raise Unfit(column, f"There is no {noun} {ref!r} in the file (without faults) or on the site.")
        return found

    def _refer_id(self, stands: Mapping[str, Any], record: str, ref: str) -> Any:
        found = stands.get(self._id(record, ref))
        if found is None:
            raise Unfit(
                record, f"There is no {record.replace('_', ' ')} {ref!r} in the file (without faults) or on the site."
            )
        return found
