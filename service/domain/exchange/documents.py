"""A plan as a JSON document, and the rows of one."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, ClassVar, Final

from service.domain.errors import DomainError
from service.domain.exchange.cells import plain
from service.domain.exchange.columns import FORMAT, LISTS, RECORDS, VERSION
from service.domain.exchange.rows import Row
from service.domain.model import Checkin, Cycle, KeyResult, Objective, Team

MOST_ROWS: Final = 200_000


class DocumentInvalid(DomainError):
    """The file as a whole cannot be read."""

    code: ClassVar[str] = "document_invalid"


def document(
    *,
    cycles: Iterable[Cycle],
    teams: Sequence[Team],
    objectives: Iterable[Objective],
    key_results: Iterable[KeyResult],
    checkins: Iterable[Checkin],
) -> dict[str, Any]:
    """Return the plan as JSON data: the same rows give the same document, whenever it is written."""
    cycles = list(cycles)
    keys = {each.id: each.key for each in cycles}
    names = {each.id: each.name for each in teams}
    records = {
        "cycle": [_cells("cycle", each, {}) for each in sorted(cycles, key=lambda each: each.key)],
        "team": [
            _cells("team", each, {"parent": names.get(each.parent_id or "")})
            for each in sorted(teams, key=lambda each: each.name)
        ],
        "objective": [
            _cells(
                "objective",
                each,
                {"cycle": keys[each.cycle_id], "team": names[each.team_id], "parent": each.parent_id},
            )
            for each in sorted(objectives, key=lambda each: (keys[each.cycle_id], each.position, each.id))
        ],
        "key_result": [
            _cells("key_result", each, {"objective": each.objective_id, **_tracker(each)})
            for each in sorted(key_results, key=lambda each: (each.objective_id, each.position, each.id))
        ],
        "checkin": [
            _cells("checkin", each, {"key_result": each.key_result_id})
            for each in sorted(checkins, key=lambda each: (each.at, each.recorded_at or each.at, each.id))
        ],
    }
    return {"format": FORMAT, "version": VERSION, **{LISTS[name]: rows for name, rows in records.items()}}


def rows_of_document(*, data: object) -> tuple[Row, ...]:
    """Return the rows of a JSON document. Raises: DocumentInvalid."""
    if not isinstance(data, Mapping) or data.get("format") != FORMAT:
        raise DocumentInvalid(f'This is no export of Northstar: it does not say "format": "{FORMAT}".', field="format")
    if data.get("version") != VERSION:
        raise DocumentInvalid(
            f"The document has version {data.get('version')!r}; this Northstar reads {VERSION}.", field="version"
        )
    unknown = sorted(set(data) - {"format", "version", *LISTS.values()})
    if unknown:
        raise DocumentInvalid(f"{unknown[0]!r} is no part of an export.", field=str(unknown[0]))
    rows = []
    for record, name in LISTS.items():
        items = data.get(name, [])
        if not isinstance(items, list) or not all(isinstance(item, Mapping) for item in items):
            raise DocumentInvalid(f"`{name}` must be a list of objects.", field=name)
        rows += [Row(record, f"{name}[{index}]", item) for index, item in enumerate(items)]
    require_few(rows=rows)
    return tuple(rows)


def require_few(*, rows: Sequence[Row]) -> None:
    """Refuse a file that is too large to be imported at once. Raises: DocumentInvalid."""
    if len(rows) > MOST_ROWS:
        raise DocumentInvalid(
            f"The file has {len(rows):,} rows; at most {MOST_ROWS:,} can be imported at once. Split it."
        )


def _cells(record: str, item: object, further: Mapping[str, object]) -> dict[str, Any]:
    cells = {}
    for column in RECORDS[record]:
        value = further[column.name] if column.name in further else getattr(item, column.name)
        if (written := plain(value=value)) is not None:
            cells[column.name] = written
    return cells


def _tracker(key_result: KeyResult) -> dict[str, object]:
    tracker = key_result.tracker
    return {
        "tracker_kind": tracker.kind,
        "tracker_method": tracker.method,
        "jql": tracker.jql,
        "jql_field": tracker.jql_field,
        "jql_denominator": tracker.jql_denominator,
        "issue_id": tracker.issue_id,
        "issue_field_id": tracker.issue_field_id,
    }
