"""From a changelog to people's edits: tables by hand."""

from datetime import UTC, datetime, timedelta

import pytest

from connect.outbound.shapes import FieldChange
from service.usecases.sync.edits import Edit, last_author, number_edits

READ_AT = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


def changes(*steps: tuple[str | None, str | None]) -> tuple[FieldChange, ...]:
    """Return one change a minute by persons p0, p1, …"""
    return tuple(
        FieldChange(
            field_id="f",
            at=READ_AT - timedelta(minutes=len(steps) - i),
            author=f"p{i}",
            from_text=before,
            to_text=after,
        )
        for i, (before, after) in enumerate(steps)
    )


TABLE: list[
    tuple[str, tuple[tuple[str | None, str | None], ...], float | None, bool, float, list[tuple[str | None, float]]]
] = [
    ("one edit", (("3", "5"),), 3, True, 5, [("p0", 5)]),
    ("two since the base", (("3", "4"), ("4", "5")), 3, True, 5, [("p0", 4), ("p1", 5)]),
    ("older ones stay out", (("1", "3"), ("3", "5")), 3, True, 5, [("p1", 5)]),
    ("from an empty field", ((None, "5"),), None, True, 5, [("p0", 5)]),
    ("emptied in between", (("3", None), (None, "5")), 3, True, 5, [("p1", 5)]),
    ("the first look takes the last edit only", ((None, "4"), ("4", "5")), None, False, 5, [("p1", 5)]),
    ("other ways to write a number", (("3.0", "1.25E3"),), 3, True, 1250, [("p0", 1250)]),
    ("the changelog lags", (("1", "3"),), 3, True, 5, [(None, 5)]),
    ("no changelog", (), 3, True, 5, [(None, 5)]),
    ("a gap in the changelog ends the walk", (("3", "4"), ("7", "5")), 3, True, 5, [("p1", 5)]),
    ("what is no number ends it too", (("3", "a few"), ("a few", "5")), 3, True, 5, [("p1", 5)]),
    ("infinity is no number", (("3", "inf"),), 3, True, 5, [(None, 5)]),
    ("there and back and there", (("3", "5"), ("5", "3"), ("3", "5")), 3, True, 5, [("p2", 5)]),
]


@pytest.mark.parametrize(("why", "steps", "base", "seen", "theirs", "wanted"), TABLE, ids=[row[0] for row in TABLE])
def test_edits_since_the_base(
    why: str,
    steps: tuple[tuple[str | None, str | None], ...],
    base: float | None,
    seen: bool,
    theirs: float,
    wanted: list[tuple[str | None, float]],
) -> None:
    found = number_edits(changes=changes(*steps), base=base, seen=seen, theirs=theirs, read_at=READ_AT)
    assert [(edit.author, edit.value) for edit in found] == wanted


def test_an_edit_without_a_change_is_dated_when_the_issue_was_updated() -> None:
    assert number_edits(changes=(), base=None, seen=True, theirs=5, read_at=READ_AT) == (Edit(READ_AT, None, 5),)


def test_the_last_author_is_the_newest_ones() -> None:
    assert last_author(changes=changes(("a", "b"), ("b", "c"))) == "p1"
    assert last_author(changes=()) is None
