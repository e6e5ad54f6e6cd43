"""A plan as a JSON document, and the rows of one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar, Final

from service.domain.calibration import Summary, VoteRound
from service.domain.errors import DomainError
from service.domain.exchange.cells import plain
from service.domain.exchange.columns import FORMAT, LISTS, RECORDS, TOLD, VERSION
from service.domain.exchange.rows import Row
from service.domain.ledger import Link
from service.domain.model import Checkin, Cycle, Initiative, KeyResult, Objective, Team
from service.domain.waivers import Waiver

MOST_ROWS: Final = 200_000


class DocumentInvalid(DomainError):
    """The file as a whole cannot be read."""

    code: ClassVar[str] = "document_invalid"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What a document is made of. `host` names the Jira site of its epics and issues; `issue_keys` say their keys by id.

    `rounds` are closed rounds of votes with what may be shown of them, `ledger` the site's whole chain; both are only told.
    """

    host: str
    cycles: Sequence[Cycle]
    teams: Sequence[Team]
    objectives: Sequence[Objective]
    key_results: Sequence[KeyResult]
    checkins: Sequence[Checkin]
    initiatives: Sequence[Initiative] = ()
    issue_keys: Mapping[str, str] = field(default_factory=dict)
    waivers: Sequence[Waiver] = ()
    rounds: Sequence[tuple[VoteRound, int, Summary]] = ()
    ledger: Sequence[Link] = ()


def document(*, of: Contents) -> dict[str, Any]:
    """Return the plan as JSON data: the same rows give the same document, whenever it is written."""
    keys = {each.id: each.key for each in of.cycles}
    names = {each.id: each.name for each in of.teams}
    records = {
        "cycle": [_cells("cycle", each, {}) for each in sorted(of.cycles, key=lambda each: each.key)],
        "team": [
            _cells("team", each, {"parent": names.get(each.parent_id or "")})
            for each in sorted(of.teams, key=lambda each: each.name)
        ],
        "objective": [
            _cells(
                "objective",
                each,
                {
                    "cycle": keys[each.cycle_id],
                    "team": names[each.team_id],
                    "parent": each.parent_id,
                    **_epic(each, of.host),
                },
            )
            for each in sorted(of.objectives, key=lambda each: (keys[each.cycle_id], each.position, each.id))
        ],
        "key_result": [
            _cells("key_result", each, {"objective": each.objective_id, **_tracker(each)})
            for each in sorted(of.key_results, key=lambda each: (each.objective_id, each.position, each.id))
        ],
        "checkin": [
            _cells("checkin", each, {"key_result": each.key_result_id})
            for each in sorted(of.checkins, key=lambda each: (each.at, each.recorded_at or each.at, each.id))
        ],
        "initiative": [
            _cells(
                "initiative",
                each,
                {"key_result": each.key_result_id, "issue": of.issue_keys[each.issue_id], "site": of.host},
            )
            for each in sorted(of.initiatives, key=lambda each: (each.key_result_id, of.issue_keys[each.issue_id]))
        ],
        "waiver": [
            _cells("waiver", each, {"key_result": each.key_result_id, "replaced_by": each.replaced_by_id})
            for each in sorted(of.waivers, key=lambda each: each.key_result_id)
        ],
    }
    return {
        "format": FORMAT,
        "version": VERSION,
        **{LISTS[name]: rows for name, rows in records.items()},
        "votes": [_votes(*each) for each in of.rounds],
        "ledger": [
            {"number": each.number, "payload": each.payload, "previous_hash": each.previous_hash, "hash": each.hash}
            for each in of.ledger
        ],
    }


def rows_of_document(*, data: object) -> tuple[Row, ...]:
    """Return the rows of a JSON document. Raises: DocumentInvalid."""
    if not isinstance(data, Mapping) or data.get("format") != FORMAT:
        raise DocumentInvalid(f'This is no export of Northstar: it does not say "format": "{FORMAT}".', field="format")
    if data.get("version") != VERSION:
        raise DocumentInvalid(
            f"The document has version {data.get('version')!r}; this Northstar reads {VERSION}.", field="version"
        )
    unknown = sorted(set(data) - {"format", "version", *LISTS.values(), *TOLD})
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


def _epic(objective: Objective, host: str) -> dict[str, object]:
    if objective.epic_id is None or objective.epic_gone:
        return {"epic": None, "site": None}
    return {"epic": objective.epic_key or objective.epic_id, "site": host}


def _votes(vote_round: VoteRound, sealed: int, shown: Summary) -> dict[str, Any]:
    told = {
        "key_result": vote_round.key_result_id,
        "round": vote_round.name,
        "closed_at": plain(value=vote_round.closed_at),
        "sealed": sealed,
        "revealed": shown.votes,
        "median": shown.median,
        "lowest": shown.lowest,
        "highest": shown.highest,
    }
    return {name: value for name, value in told.items() if value is not None}


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
