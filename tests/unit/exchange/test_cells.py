"""Cells of an import: what each kind of column takes and refuses, and that CSV loses nothing. Issue 3, point 10."""

import json
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.domain.exchange import json_schema, rows_of_csv, rows_of_document, to_csv
from service.domain.exchange.cells import CellInvalid, read_cell
from service.domain.exchange.columns import LISTS, Column, Holds
from service.domain.exchange.rows import Row, read_row
from service.domain.model import BandShape, Waypoint
from tests.rules.places import ROOT


@pytest.mark.parametrize(
    ("holds", "raw", "value"),
    [
        (Holds.NUMBER, "12.5", 12.5),
        (Holds.NUMBER, 3, 3.0),
        (Holds.WHOLE, "4", 4),
        (Holds.DAY, "2026-10-01", date(2026, 10, 1)),
        (Holds.INSTANT, "2026-10-01T10:00:00+02:00", datetime(2026, 10, 1, 8, tzinfo=UTC)),
        (Holds.FLAG, "True", True),
        (Holds.FLAG, False, False),
        (Holds.SHAPE, '{"type": "band", "tolerance": 2}', BandShape(tolerance=2.0)),
        (Holds.PATH, [["2026-11-01", 0.5]], (Waypoint(on=date(2026, 11, 1), progress=0.5),)),
    ],
)
def test_a_cell_is_read(holds: Holds, raw: object, value: object) -> None:
    assert read_cell(column=Column("x", holds), raw=raw) == value


@pytest.mark.parametrize(
    ("holds", "raw", "says"),
    [
        (Holds.TEXT, 5, "a text"),
        (Holds.TEXT, "x" * 10_001, "at most"),
        (Holds.NUMBER, True, "a number"),
        (Holds.NUMBER, "1,5", "point for decimals"),
        (Holds.NUMBER, "inf", "ordinary"),
        (Holds.WHOLE, 1.5, "whole"),
        (Holds.DAY, "1.10.2026", "YEAR-MONTH-DAY"),
        (Holds.INSTANT, "noon", "an instant"),
        (Holds.INSTANT, "2026-10-01T10:00:00", "offset"),
        (Holds.FLAG, "yes", "true or false"),
        (Holds.SHAPE, "{", "JSON"),
        (Holds.SHAPE, {"type": "cloud"}, "no shape"),
        (Holds.SHAPE, 5, "cannot be read"),
        (Holds.PATH, [["soon", 1]], "cannot be read"),
    ],
)
def test_a_cell_is_refused_with_what_would_fit(holds: Holds, raw: object, says: str) -> None:
    with pytest.raises(CellInvalid, match=says):
        read_cell(column=Column("x", holds), raw=raw)


def test_words_are_closed_and_unknown_columns_named() -> None:
    cells = {"name": "A", "project_key": "A", "kind": "guild", "colour": "red", "parent": None}
    _, errors = read_row(row=Row("team", "row 2", cells))
    assert [(each.column, each.message.split(".")[0].split(":")[0]) for each in errors] == [
        ("kind", "Use one of"),
        ("colour", "A team has no such column"),
    ]


@given(st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\x00"), min_size=1, max_size=30))
def test_a_table_loses_no_text(title: str) -> None:
    objective = {"id": "o", "cycle": "c", "team": "t", "title": title}
    whole = {name: [] for name in LISTS.values()} | {"objectives": [objective]}
    (row,) = rows_of_csv(text=to_csv(document=whole))
    assert row.cells == objective
    written = to_csv(document=whole).split("\r\n", 1)[1]
    assert not written.split(",o,")[1].lstrip('"').startswith(("=", "+", "@")), "no spreadsheet runs it"


def test_a_part_that_is_no_part_is_named() -> None:
    with pytest.raises(Exception, match="no part of an export"):
        rows_of_document(data={"format": "northstar", "version": 1, "epics": []})


def test_the_published_schema_is_the_one_in_force() -> None:
    assert json.loads((ROOT / "docs" / "export.schema.json").read_text()) == json_schema()


@pytest.mark.parametrize(("raw", "refs"), [(["a", "b", "a"], ("a", "b")), ('["a"]', ("a",))])
def test_references_are_a_list_each_once(raw: object, refs: tuple[str, ...]) -> None:
    assert read_cell(column=Column("x", Holds.REFS), raw=raw) == refs


@pytest.mark.parametrize("raw", [[], "a", [1], {"a": 1}, "{}"])
def test_what_is_no_list_of_references_is_refused(raw: object) -> None:
    with pytest.raises(CellInvalid, match=r"list of ids|readable JSON"):
        read_cell(column=Column("x", Holds.REFS), raw=raw)
