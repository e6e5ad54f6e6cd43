"""The JSON Schema of the export, made from the columns so that it cannot drift."""

from typing import Any, Final

from service.domain.exchange.columns import FORMAT, LISTS, RECORDS, TOLD, VERSION, Column, Holds

_TYPES: Final[dict[Holds, dict[str, Any]]] = {
    Holds.TEXT: {"type": "string"},
    Holds.NUMBER: {"type": "number"},
    Holds.WHOLE: {"type": "integer"},
    Holds.DAY: {"type": "string", "format": "date"},
    Holds.INSTANT: {"type": "string", "format": "date-time"},
    Holds.FLAG: {"type": "boolean"},
    Holds.SHAPE: {
        "type": "object",
        "required": ["type"],
        "properties": {"type": {"enum": ["hold", "band", "milestones", "ratio", "zone"]}},
    },
    Holds.PATH: {
        "type": "array",
        "items": {
            "type": "array",
            "prefixItems": [{"type": "string", "format": "date"}, {"type": "number"}],
            "minItems": 2,
            "maxItems": 2,
        },
    },
    Holds.REFS: {"type": "array", "items": {"type": "string"}, "minItems": 1},
}
_TEXT: Final[dict[str, Any]] = {"type": "string"}
_COUNT: Final[dict[str, Any]] = {"type": "integer", "minimum": 0}
_SHARE: Final[dict[str, Any]] = {"type": "number", "minimum": 0, "maximum": 1}
_TOLD: Final[dict[str, dict[str, Any]]] = {
    "votes": {
        "key_result": _TEXT,
        "round": _TEXT,
        "closed_at": {"type": "string", "format": "date-time"},
        "sealed": _COUNT,
        "revealed": _COUNT,
        "median": _SHARE,
        "lowest": _SHARE,
        "highest": _SHARE,
    },
    "ledger": {
        "number": {"type": "integer", "minimum": 1},
        "payload": _TEXT,
        "previous_hash": _TEXT,
        "hash": _TEXT,
    },
}
_OPTIONAL: Final = frozenset({"closed_at", "median", "lowest", "highest"})


def json_schema() -> dict[str, Any]:
    """Return the schema, draft 2020-12. An empty cell is left out of its object."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Northstar export",
        "type": "object",
        "required": ["format", "version"],
        "additionalProperties": False,
        "properties": {
            "format": {"const": FORMAT},
            "version": {"const": VERSION},
            **{name: {"type": "array", "items": _record(record)} for record, name in LISTS.items()},
            **{name: {"type": "array", "readOnly": True, "items": _told(name)} for name in TOLD},
        },
    }


def _record(record: str) -> dict[str, Any]:
    columns = RECORDS[record]
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [column.name for column in columns if column.required],
        "properties": {column.name: _property(column) for column in columns},
    }


def _told(name: str) -> dict[str, Any]:
    columns = _TOLD[name]
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [column for column in columns if column not in _OPTIONAL],
        "properties": columns,
    }


def _property(column: Column) -> dict[str, Any]:
    shape = {"enum": list(column.words)} if column.words else dict(_TYPES[column.holds])
    return {**shape, **({"description": column.about} if column.about else {})}
