"""What is written is read back as it was, record by record; a second reading adds nothing. Issue 3, point 10."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.domain.calibration import RoundState, Summary, VoteRound
from service.domain.errors import DomainError
from service.domain.exchange import (
    Contents,
    Known,
    NamedIssue,
    Row,
    assemble,
    document,
    issue_names,
    rows_of_csv,
    rows_of_document,
    to_csv,
)
from service.domain.exchange.documents import MOST_ROWS, require_few
from service.domain.ledger import Entry, EntryKind, append
from service.domain.model import (
    Checkin,
    CheckinSource,
    Cycle,
    CycleKind,
    CycleState,
    Direction,
    Initiative,
    KeyResult,
    KeyResultState,
    LinkSource,
    Milestone,
    MilestoneShape,
    Objective,
    ObjectiveState,
    OwnerState,
    RollupMode,
    Status,
    Team,
    TeamKind,
    Tracker,
    TrackerKind,
    Waypoint,
)
from service.domain.waivers import Waiver

AT = datetime(2026, 11, 3, 9, 30, tzinfo=UTC)
NOW = datetime(2026, 11, 20, tzinfo=UTC)


def id_(number: int) -> str:
    return f"{number:032x}"


CYCLE = Cycle(
    id="read back under another id",
    key="2026-Q4",
    name="Q4",
    kind=CycleKind.QUARTER,
    starts_on=date(2026, 10, 1),
    ends_on=date(2026, 12, 31),
    state=CycleState.ACTIVE,
)
COMPANY = Team(id="c", name="Company", kind=TeamKind.COMPANY, project_key="CO", preset="google")
TEAM = Team(id="t", name="Growth", kind=TeamKind.TEAM, project_key="GROW", parent_id="c")
ABOVE = Objective(
    id=id_(1),
    cycle_id=CYCLE.id,
    team_id="c",
    title="Be loved",
    why="They stay.",
    rollup=RollupMode.BOTH,
    epic_id="100",
    epic_key="GROW-1",
)
BELOW = Objective(
    id=id_(2),
    cycle_id=CYCLE.id,
    team_id="t",
    title="Be quick",
    parent_id=ABOVE.id,
    state=ObjectiveState.CANCELLED,
    position=1,
)
MOVES = KeyResult(
    id=id_(3),
    objective_id=ABOVE.id,
    title="Active shops",
    direction=Direction.INCREASE,
    baseline=100.0,
    target=200.0,
    unit="shops",
    owner="ada",
    confidence=0.6,
    path=(Waypoint(on=date(2026, 11, 1), progress=0.4),),
    tracker=Tracker(kind=TrackerKind.JQL, jql="project = GROW", method="count", slot=1),
)
ENABLER = KeyResult(
    id=id_(4),
    objective_id=ABOVE.id,
    title="Console set up",
    direction=Direction.MILESTONES,
    baseline=None,
    target=None,
    owner_state=OwnerState.MISSING,
    shape=MilestoneShape(milestones=(Milestone(id="a", title="Signed"),)),
    tracker=Tracker(slot=2),
    is_enabler=True,
    position=1,
)
GONE = replace(
    MOVES,
    id=id_(5),
    title="Given up",
    state=KeyResultState.CANCELLED,
    position=2,
    tracker=Tracker(),
    objective_id=BELOW.id,
)
SAID = Checkin(
    id=id_(6),
    key_result_id=MOVES.id,
    at=AT,
    value=130.0,
    confidence=0.7,
    status=Status.ON_TRACK,
    note="-1 or more",
    author="ada",
    source=CheckinSource.TRACKER,
    provenance="3 issues found",
    recorded_at=AT,
)
TYPED = replace(
    SAID, id=id_(7), value=140.0, source=CheckinSource.HUMAN, note="", provenance=None, key="once", status=None
)
LINK = Initiative(key_result_id=MOVES.id, issue_id="200", source=LinkSource.PANEL, linked_by="bo", linked_at=AT)
WAIVER = Waiver(
    key_result_id=ENABLER.id,
    unlocks=(MOVES.id,),
    owner="ada",
    reason="Nothing can be measured before.",
    expires_on=date(2026, 11, 10),
    replaced_by_id=MOVES.id,
)
ISSUES = {
    "GROW-1": NamedIssue(id="100", key="GROW-1", is_epic=True),
    "GROW-7": NamedIssue(id="200", key="GROW-7", is_epic=False),
}
WHOLE = Contents(
    host="shop.atlassian.net",
    cycles=[CYCLE],
    teams=[TEAM, COMPANY],
    objectives=[BELOW, ABOVE],
    key_results=[GONE, ENABLER, MOVES],
    checkins=[TYPED, SAID],
    initiatives=[LINK],
    issue_keys={"200": "GROW-7"},
    waivers=[WAIVER],
)


def empty(**over):
    return Known(site_id="s", host=WHOLE.host, issues=ISSUES, **over)


def read(rows, *, known=None, importer=None):
    return assemble(rows=rows, known=known or empty(), now=NOW, importer=importer)


def contents(found, known):
    """What an assembled import would export again."""
    return replace(
        WHOLE,
        cycles=list(known.cycles.values()),
        teams=list(known.teams.values()),
        objectives=list(known.objectives.values()),
        key_results=list(known.key_results.values()),
        checkins=list(known.checkins.values()),
        initiatives=found.initiatives,
        waivers=list(known.waivers.values()),
    )


@pytest.mark.parametrize("shape", ["json", "csv"])
def test_every_record_comes_back_as_it_was(shape):
    whole = json.loads(json.dumps(document(of=WHOLE)))
    rows = rows_of_document(data=whole) if shape == "json" else rows_of_csv(text=to_csv(document=whole))
    known = empty()
    found = read(rows, known=known)
    assert found.errors == ()
    assert set(found.key_results) == {MOVES, ENABLER, GONE}
    assert set(found.checkins) == {SAID, TYPED}
    assert (found.initiatives, found.waivers) == ((LINK,), (WAIVER,))
    assert {each.epic_id for each in found.objectives} == {"100", None}
    again = contents(found, known)
    assert document(of=again) == whole
    second = read(rows, known=replace(known, initiatives={(LINK.key_result_id, LINK.issue_id)}))
    assert (second.unchanged, second.errors) == (12, ())
    assert not any(getattr(second, name) for name in ("cycles", "teams", "objectives", "key_results", "checkins"))


def test_a_persons_file_is_theirs():
    data = document(
        of=replace(WHOLE, key_results=[MOVES, replace(ENABLER, is_enabler=False)], waivers=[], objectives=[ABOVE])
    )
    found = read(rows_of_document(data=data), importer="cy")
    assert found.errors == ()
    assert {(each.author, each.source, each.recorded_at) for each in found.checkins} == {
        ("cy", CheckinSource.IMPORT, NOW)
    }
    (link,) = found.initiatives
    assert (link.linked_by, link.source, link.linked_at) == ("cy", LinkSource.IMPORT, NOW)


def test_on_another_site_epics_and_initiatives_are_left_out():
    rows = rows_of_document(data=document(of=WHOLE))
    found = assemble(rows=rows, known=Known(site_id="s", host="other.atlassian.net"), now=NOW, importer=None)
    assert (found.errors, found.left_out, found.initiatives) == ((), 2, ())
    assert {each.epic_id for each in found.objectives} == {None}
    assert issue_names(rows=rows, host="other.atlassian.net") == ()
    assert issue_names(rows=rows, host=WHOLE.host) == ("GROW-1", "GROW-7")


def changed(record, number, **cells):
    data = document(of=WHOLE)
    row = data[record][number]
    row |= cells
    data[record][number] = {name: value for name, value in row.items() if value is not None}
    return rows_of_document(data=data)


TAKEN = Objective(id="x", cycle_id="x", team_id="x", title="Taken", epic_id="100", epic_key="GROW-1")


@pytest.mark.parametrize(
    ("rows", "known", "place", "column", "says"),
    [
        (changed("objectives", 0, epic="GROW-9"), {}, "objectives[0]", "epic", "no issue GROW-9"),
        (changed("objectives", 0, epic="GROW-7"), {}, "objectives[0]", "epic", "not on the level of epics"),
        (changed("objectives", 0), {"objectives": {"x": TAKEN}}, "objectives[0]", "epic", "objective “Taken”"),
        (changed("initiatives", 0, issue="GROW-1"), {}, "initiatives[0]", "issue", "epic of this objective"),
        (changed("initiatives", 0, issue="GROW-9"), {}, "initiatives[0]", "issue", "no issue GROW-9"),
        (changed("waivers", 0, unlocks=[id_(9)]), {}, "waivers[0]", "unlocks", "no key result of this set"),
        (changed("waivers", 0, replaced_by=id_(9)), {}, "waivers[0]", "replaced_by", "no such key result"),
        (changed("waivers", 0, key_result=id_(3)), {}, "waivers[0]", "key_result", "Only an enabler"),
        (changed("key_results", 0, target=100), {}, "key_results[0]", "target", "same number"),
        (changed("cycles", 0, ends_on="2026-01-01"), {}, "cycles[0]", "ends_on", ""),
    ],
)
def test_a_row_that_does_not_fit_is_named(rows, known, place, column, says):
    first = read(rows, known=empty(**known)).errors[0]
    assert (first.place, first.column) == (place, column)
    assert says in first.message


def test_a_cancelled_objective_leaves_its_epic_to_another():
    gone = replace(TAKEN, state=ObjectiveState.CANCELLED)
    assert read(changed("objectives", 0), known=empty(objectives={"x": gone})).errors == ()


@pytest.mark.parametrize(
    ("team", "site_preset", "says"),
    [
        ({"preset": "methodiq"}, "oboard", "admits no output key result"),
        ({"preset": None}, "methodiq", "admits no output key result"),
        ({"preset": None}, "oboard", None),
    ],
)
def test_a_persons_enabler_is_held_to_the_doctrine_of_the_team(team, site_preset, says):
    rows = changed("teams", 0, **team)
    errors = read(rows, known=empty(site_preset=site_preset), importer="cy").errors
    assert [says in each.message for each in errors] == ([] if says is None else [True])
    assert read(rows, known=empty(site_preset=site_preset)).errors == ()


def test_a_person_brings_no_enabler_without_its_waiver():
    rows = [row for row in changed("cycles", 0) if row.record != "waiver"]
    (fault,) = read(rows, importer="cy", known=empty(site_preset="oboard")).errors
    assert (fault.place, fault.column) == ("key_results[1]", "is_enabler")


def test_what_stands_is_never_rewritten():
    known = empty()
    read(changed("cycles", 0), known=known)
    for record, number, cells, column in (
        ("key_results", 0, {"target": 300}, "target"),
        ("waivers", 0, {"reason": "Another one."}, "reason"),
        ("waivers", 0, {"replaced_by": None}, "replaced_by"),
        ("checkins", 0, {"value": 1}, "value"),
    ):
        errors = read(changed(record, number, **cells), known=known).errors
        assert [(each.column, "never rewrites" in each.message) for each in errors] == [(column, True)]


def test_votes_and_ledger_are_told_and_passed_over():
    vote_round = VoteRound(
        key_result_id=MOVES.id, name="planning", opened_at=AT, state=RoundState.CLOSED, closed_at=NOW
    )
    shown, withheld = (
        Summary(votes=3, median=0.6, lowest=0.5, highest=0.9),
        Summary(votes=2, median=None, lowest=None, highest=None),
    )
    link = append(entry=Entry(at=AT, kind=EntryKind.CREATED, subject_id=MOVES.id), last=None)
    told = replace(WHOLE, rounds=[(vote_round, 4, shown), (vote_round, 2, withheld)], ledger=[link])
    data = document(of=told)
    assert [each.get("median") for each in data["votes"]] == [0.6, None]
    assert data["votes"][1] == {
        "key_result": MOVES.id,
        "round": "planning",
        "closed_at": "2026-11-20T00:00:00Z",
        "sealed": 2,
        "revealed": 2,
    }
    assert data["ledger"] == [
        {"number": 1, "payload": link.payload, "previous_hash": link.previous_hash, "hash": link.hash}
    ]
    assert rows_of_document(data=data) == rows_of_document(data=document(of=WHOLE))


def test_a_goal_whose_epic_is_gone_names_none():
    data = document(
        of=replace(
            WHOLE, objectives=[replace(ABOVE, epic_gone=True)], key_results=[], checkins=[], initiatives=[], waivers=[]
        )
    )
    assert "epic" not in data["objectives"][0]


def test_a_file_has_a_size():
    row = Row("team", "row 2", {})
    require_few(rows=[row] * MOST_ROWS)
    with pytest.raises(DomainError, match="200,001 rows; at most 200,000"):
        require_few(rows=[row] * (MOST_ROWS + 1))


@pytest.mark.parametrize(
    "data",
    [
        [],
        {},
        {"format": "northstar", "version": 2},
        {"format": "northstar", "version": 1, "cycles": 1},
        {"format": "northstar", "version": 1, "teams": ["Growth"]},
        {"format": "northstar", "version": 1, "goals": []},
    ],
)
def test_a_document_of_another_kind_is_refused_as_a_whole(data):
    with pytest.raises(DomainError) as refused:
        rows_of_document(data=data)
    assert refused.value.code == "document_invalid"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "must name the columns"),
        ("record,colour\n", "is no column"),
        ("record,id,id\n", "stands there twice"),
        ("record,id\nepic,1\n", "a row is one of"),
        ("record,id\nobjective,1,2\n", "Quote texts"),
        ('record,id\nobjective,"1\n', "is no CSV"),
    ],
)
def test_a_table_of_another_kind_is_refused_as_a_whole(text, says):
    with pytest.raises(DomainError, match=says):
        rows_of_csv(text=text)


def test_empty_lines_and_empty_cells_of_a_table_say_nothing():
    assert rows_of_csv(text="\ufeffrecord,name\n,\n\nteam,Growth\n") == (Row("team", "row 4", {"name": "Growth"}),)


POSITIONS = st.permutations(["cycles", "teams", "objectives", "key_results", "checkins", "initiatives", "waivers"])


@given(POSITIONS)
def test_the_order_of_rows_does_not_matter(order):
    """Whoever sorts the table gets the same plan."""
    data = document(of=WHOLE)
    place = {name: number for number, name in enumerate(order)}
    rows = sorted(rows_of_document(data=data), key=lambda row: place[row.place.split("[")[0]])
    found = read(rows)
    assert (found.errors, len(found.key_results), len(found.waivers)) == ((), 3, 1)


def test_a_cell_that_cannot_be_read_keeps_its_row_out_and_an_empty_one_says_nothing():
    rows = [
        Row("team", "row 2", {"name": "A", "project_key": 5}),
        Row("team", "row 3", {"name": "B", "project_key": "B", "colour": ""}),
    ]
    found = read(rows)
    assert [(each.place, each.column) for each in found.errors] == [("row 2", "project_key")]
    assert [each.name for each in found.teams] == ["B"]
