"""A row of a file: raw cells and where they stand, read into values column by column."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from service.domain.exchange.cells import CellInvalid, read_cell
from service.domain.exchange.columns import RECORDS


@dataclass(frozen=True, slots=True)
class Row:
    """One record; `place` is what people look for: `row 7` of a CSV, `key_results[3]` of a document. Shape: `cells` raw values."""

    record: str
    place: str
    cells: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class RowError:
    """What is wrong in which row and column ("" for the whole row)."""

    place: str
    column: str
    message: str


class Unfit(Exception):
    """A cell refers to nothing, or contradicts what stands."""

    def __init__(self, column: str, message: str) -> None:
        super().__init__(message)
        self.column = column


def read_row(*, row: Row) -> tuple[dict[str, Any], tuple[RowError, ...]]:
    """Return the values of the cells that are filled, and what is wrong with the others."""
    columns = {column.name: column for column in RECORDS[row.record]}
    values: dict[str, Any] = {}
    errors: list[RowError] = []
    for name, raw in row.cells.items():
        if name not in columns:
            if raw not in (None, ""):
                known = ", ".join(columns)
                errors.append(RowError(row.place, name, f"A {row.record} has no such column. It has: {known}."))
            continue
        if raw is None or raw == "":
            continue
        try:
            values[name] = read_cell(column=columns[name], raw=raw)
        except CellInvalid as refused:
            errors.append(RowError(row.place, name, str(refused)))
    bad = {error.column for error in errors}
    errors += [
        RowError(row.place, column.name, "Give a value; this column is required.")
        for column in columns.values()
        if column.required and column.name not in values and column.name not in bad
    ]
    return values, tuple(errors)
