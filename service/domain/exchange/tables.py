"""A plan as CSV: one table, a first column that says what a row is, and the columns of all records beside it."""

import csv
import io
import json
import re
from collections.abc import Mapping
from typing import Any, Final

from service.domain.exchange.columns import LISTS, RECORDS
from service.domain.exchange.documents import DocumentInvalid, require_few
from service.domain.exchange.rows import Row

RECORD: Final = "record"
HEADER: Final = (RECORD, *dict.fromkeys(column.name for columns in RECORDS.values() for column in columns))

_FORMULA: Final = re.compile(r"'*[=+\-@\t\r]")
"""What a spreadsheet would take for a formula. Source: OWASP, CSV Injection."""


def to_csv(*, document: Mapping[str, Any]) -> str:
    """Return the document as CSV; texts that a spreadsheet would run are led by an apostrophe, which reading takes off."""
    written = io.StringIO()
    writer = csv.DictWriter(written, HEADER, lineterminator="\r\n")
    writer.writeheader()
    for record, name in LISTS.items():
        for cells in document[name]:
            writer.writerow({RECORD: record, **{column: _cell_text(value) for column, value in cells.items()}})
    return written.getvalue()


def rows_of_csv(*, text: str) -> tuple[Row, ...]:
    """Return the rows of a CSV text. Raises: DocumentInvalid."""
    reader = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    rows: list[Row] = []
    try:
        header = [name.strip() for name in next(reader, [])]
        _require_header(header)
        for cells in reader:
            if not any(cells):
                continue
            if len(cells) > len(header):
                raise DocumentInvalid(
                    f"Row {reader.line_num} has {len(cells)} cells, the first row {len(header)}. Quote texts with commas."
                )
            named = {name: _unguarded(cell) for name, cell in zip(header, cells, strict=False) if cell != ""}
            record = named.pop(RECORD, "")
            if record not in RECORDS:
                raise DocumentInvalid(
                    f"Row {reader.line_num} is a {record!r}; a row is one of {', '.join(RECORDS)}.", field=RECORD
                )
            rows.append(Row(record, f"row {reader.line_num}", named))
    except csv.Error as refused:
        raise DocumentInvalid(f"Row {reader.line_num} is no CSV: {refused}.") from refused
    require_few(rows=rows)
    return tuple(rows)


def _require_header(header: list[str]) -> None:
    if RECORD not in header:
        raise DocumentInvalid(f"The first row must name the columns, among them {RECORD!r}.", field=RECORD)
    doubled = [name for name in header if header.count(name) > 1]
    unknown = [name for name in header if name not in HEADER]
    if doubled or unknown:
        wrong = (doubled or unknown)[0]
        what = "stands there twice" if doubled else f"is no column. Columns: {', '.join(HEADER)}"
        raise DocumentInvalid(f"{wrong!r} {what}.", field=wrong)


def _cell_text(value: object) -> str:
    if isinstance(value, str):
        return f"'{value}" if _FORMULA.match(value) else value
    return json.dumps(value, ensure_ascii=False)


def _unguarded(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell
