"""Rows that contradict each other or refer to nothing: each fault at its row and column, parents before and after children."""

from datetime import UTC, datetime

import pytest

from service.domain.exchange import Known, Row, assemble

NOW = datetime(2026, 11, 1, tzinfo=UTC)


def judged(*rows):
    made = [Row(record=record, place=f"row {n}", cells=cells) for n, (record, cells) in enumerate(rows, 2)]
    return assemble(rows=made, known=Known(site_id="s"), now=NOW, importer="ada")


CYCLE = ("cycle", {"key": "Q4", "name": "Q4", "starts_on": "2026-10-01", "ends_on": "2026-12-31"})
TEAM = ("team", {"name": "Growth", "project_key": "GROW"})


def objective(**cells):
    return ("objective", {"id": "o1", "cycle": "Q4", "team": "Growth", "title": "Be loved", **cells})


@pytest.mark.parametrize("order", [1, -1])
def test_a_team_may_come_before_its_parent(order):
    rows = [TEAM, ("team", {"name": "Web", "project_key": "WEB", "parent": "Growth"})][::order]
    found = judged(*rows)
    assert found.errors == ()
    teams = {each.name: each for each in found.teams}
    assert teams["Web"].parent_id == teams["Growth"].id


@pytest.mark.parametrize(
    ("rows", "place", "column", "said"),
    [
        ([TEAM, TEAM], "row 3", "name", "stands in row 2"),
        ([("team", {"name": "Web", "project_key": "WEB", "parent": "Nobody"})], "row 2", "parent", "no team 'Nobody'"),
        ([CYCLE, TEAM, objective(parent="o9")], "row 4", "parent", "no objective 'o9'"),
        ([TEAM, objective()], "row 3", "cycle", "no cycle 'Q4'"),
        ([CYCLE, TEAM, objective(), objective()], "row 5", "id", "stands in row 4"),
        ([("checkin", {"key_result": "k9", "at": "2026-10-20T09:00:00Z", "value": "5"})], "row 2", "key_result", "k9"),
    ],
)
def test_a_fault_is_named_where_it_stands(rows, place, column, said):
    (fault,) = judged(*rows).errors
    assert (fault.place, fault.column) == (place, column)
    assert said in fault.message
