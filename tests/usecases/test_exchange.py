"""The plan as a file and back: all of it or nothing, equal after the round trip, faults by row and column. Issue 3, point 10."""

import json
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from service.domain.calibration import seal
from service.domain.errors import DomainError
from service.domain.exchange import json_schema, rows_of_csv, rows_of_document, to_csv
from service.domain.exchange.columns import TOLD
from service.domain.ledger import Link, verify
from service.domain.model import (
    BandShape,
    CheckinSource,
    Commitment,
    CycleState,
    Direction,
    Milestone,
    MilestoneShape,
    RatioShape,
    TrackerKind,
    Waypoint,
)
from service.usecases.cancel_objective import cancel_objective
from service.usecases.close_votes import close_votes
from service.usecases.edit_team import edit_team
from service.usecases.export_plan import export_plan
from service.usecases.grant_waiver import grant_waiver
from service.usecases.import_plan import Imported, ImportRefused, import_plan
from service.usecases.record_checkin import record_checkin
from service.usecases.reveal_vote import reveal_vote
from service.usecases.seal_vote import seal_vote
from tests.usecases.world import ADA, WHY, World

HEADER = (
    "record,id,key,name,project_key,cycle,team,objective,key_result,title,baseline,target,starts_on,ends_on,at,value\n"
)
BY_HAND = (
    HEADER
    + "cycle,,2026-Q4,Q4,,,,,,,,,2026-10-01,2026-12-31,,\n"
    + "team,,,Growth,GROW,,,,,,,,,,,\n"
    + 'objective,o1,,,,2026-Q4,Growth,,,"Be loved, by shops",,,,,,\n'
    + "key_result,k1,,,,,,o1,,Active shops,100,200,,,,\n"
    + "checkin,,,,,,,,k1,,,,,,2026-11-01T09:00:00Z,120\n"
)


@pytest.fixture
def filled(world: World) -> World:
    """A site with every kind of row, and texts that files get wrong."""
    cycle, company, team = world.cycle(), world.team(name="Zed AG"), world.team(name="Growth", parent_id=None)
    top = world.objective(cycle, company, title='=SUM("a")', why="Line one\nline two, with “quotes”")
    below = world.objective(cycle, team, parent_id=top.id)
    gone = world.objective(cycle, team, title="Given up")
    cancel_objective(**world.by_ada, objective_id=gone.id, because=WHY)  # type: ignore[arg-type]
    plain = world.key_result(
        below, commitment=Commitment.MOONSHOT, path=(Waypoint(on=date(2026, 11, 1), progress=0.4),)
    )
    world.key_result(
        top, title="-5 % churn", direction=Direction.BETWEEN, lower=1.5, upper=2.5, shape=BandShape(tolerance=0.5)
    )
    world.key_result(
        top,
        title="Opened",
        direction=Direction.MILESTONES,
        baseline=None,
        target=None,
        tracker_kind=TrackerKind.MANUAL,
        shape=MilestoneShape(milestones=(Milestone(id="a", title="Signed", due_on=date(2026, 11, 3)),)),
    )
    ratio = world.key_result(top, title="Share", direction=Direction.RATIO, shape=RatioShape(least_denominator=10.0))
    record_checkin(**world.by_ada, key_result_id=plain.id, value=130.0, confidence=0.6, note="'=1+1", key="k")  # type: ignore[arg-type]
    record_checkin(**world.by_ada, key_result_id=ratio.id, value=None, numerator=30.0, denominator=20.0)  # type: ignore[arg-type]
    record_checkin(
        **world.by_ada,  # type: ignore[arg-type]
        key_result_id=plain.id,
        value=110.0,
        at=world.at - timedelta(days=9),
        source=CheckinSource.PUSH,
    )
    return world


def elsewhere(world: World) -> World:
    """Move to an empty site of the same installation."""
    world.install(client_key="other-key", base_url="https://other.atlassian.net")
    return world


def plan_of(document: dict[str, Any]) -> dict[str, Any]:
    """The part of a document that is read back."""
    return {name: part for name, part in document.items() if name not in TOLD}


def restore(world: World, rows: Any, **words: Any) -> Imported:
    """Import as the operator does."""
    return import_plan(**world.here, by=None, rows=rows, **words)


@pytest.mark.parametrize("shape", ["json", "csv"])
def test_export_import_export_is_equal(filled: World, shape: str) -> None:
    first = export_plan(**filled.here)
    other = elsewhere(filled)
    if shape == "csv":
        text = to_csv(document=first)
        assert "\r\n" in text
        assert ",'=SUM(" in text.replace('"', ""), "a spreadsheet must not run our texts"
        rows = rows_of_csv(text=text)
    else:
        rows = rows_of_document(data=json.loads(json.dumps(first)))
    done = restore(other, rows)
    assert (done.errors, done.unchanged) == ((), 0)
    counts = {"cycles": 1, "teams": 2, "objectives": 3, "key_results": 4, "checkins": 3}
    assert done.added == {**counts, "initiatives": 0, "waivers": 0}
    assert plan_of(export_plan(**other.here)) == plan_of(first)


def test_an_imported_promise_is_in_the_ledger(filled: World) -> None:
    rows = rows_of_document(data=export_plan(**filled.here))
    other = elsewhere(filled)
    restore(other, rows)
    with other.store.reading() as tx:
        links = tx.ledger.list(site_id=other.site_id)
    assert verify(links=links) == ()
    assert [link.kind for link in links].count("created") == 4


def test_a_second_import_changes_nothing(filled: World) -> None:
    whole = export_plan(**filled.here)
    done = restore(filled, rows_of_document(data=whole))
    assert (sum(done.added.values()), done.unchanged) == (0, 13)
    assert export_plan(**filled.here) == whole


def test_one_cycle_can_be_exported_alone(filled: World) -> None:
    filled.cycle(key="2027-Q1", starts_on=date(2027, 1, 1), ends_on=date(2027, 3, 31))
    whole = export_plan(**filled.here, cycle_key="2027-Q1")
    assert [each["key"] for each in whole["cycles"]] == ["2027-Q1"]
    assert whole["teams"] == whole["objectives"] == whole["checkins"] == []
    with pytest.raises(DomainError, match="no cycle"):
        export_plan(**filled.here, cycle_key="1999")


def test_a_file_written_by_hand_is_imported_once(world: World) -> None:
    for added in (5, 0):
        done = restore(world, rows_of_csv(text=BY_HAND))
        assert (sum(done.added.values()), done.unchanged) == (added, 5 - added)


def test_a_dry_run_tells_and_changes_nothing(world: World) -> None:
    with world.unchanged():
        done = restore(world, rows_of_csv(text=BY_HAND), dry_run=True)
    assert (done.dry_run, done.added["key_results"]) == (True, 1)
    assert export_plan(**world.here)["cycles"] == []


@pytest.mark.parametrize(
    ("old", "new", "place", "column", "says"),
    [
        ("Active shops,100,200", "Active shops,100,100", "row 5", "target", "same number"),
        ("Active shops,100,200", "Active shops,many,200", "row 5", "baseline", "Give a number"),
        ("objective,o1,,,,2026-Q4", "objective,o1,,,,2027-Q1", "row 4", "cycle", "no cycle"),
        ("2026-10-01,2026-12-31", "2026-10-01,soon", "row 2", "ends_on", "YEAR-MONTH-DAY"),
        (",o1,,Active", ",o2,,Active", "row 5", "objective", "no objective"),
        ("k1,,,,,,2026-11-01T09:00:00Z", "k1,,,,,,2026-11-01T09:00:00", "row 6", "at", "offset"),
        ("k1,,,,,,2026-11-01T09:00:00Z", "k1,,,,,,2027-11-01T09:00:00Z", "row 6", "at", "to come"),
        ("team,,,Growth,GROW", "team,,,Growth,", "row 3", "project_key", "required"),
        ('"Be loved, by shops"', '""', "row 4", "title", "required"),
    ],
)
def test_faults_are_named_by_row_and_column_and_nothing_is_kept(
    world: World, old: str, new: str, place: str, column: str, says: str
) -> None:
    assert old in BY_HAND
    rows = rows_of_csv(text=BY_HAND.replace(old, new))
    told = restore(world, rows, dry_run=True).errors
    assert (told[0].place, told[0].column) == (place, column)
    assert says in told[0].message
    with world.unchanged(), pytest.raises(ImportRefused) as refused:
        restore(world, rows)
    assert refused.value.errors == told
    assert export_plan(**world.here)["cycles"] == []


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
def test_a_file_that_is_no_table_is_refused_as_a_whole(text: str, says: str) -> None:
    with pytest.raises(DomainError, match=says):
        rows_of_csv(text=text)


@pytest.mark.parametrize(
    "data", [[], {}, {"format": "northstar", "version": 2}, {"format": "northstar", "version": 1, "cycles": 1}]
)
def test_a_document_of_another_kind_is_refused_as_a_whole(data: Any) -> None:
    with pytest.raises(DomainError) as refused:
        rows_of_document(data=data)
    assert refused.value.code == "document_invalid"


def test_an_import_never_rewrites(filled: World) -> None:
    whole = export_plan(**filled.here)
    whole["key_results"][0]["target"] = 99_999.0
    told = restore(filled, rows_of_document(data=whole), dry_run=True).errors
    assert [(each.place, each.column) for each in told] == [("key_results[0]", "target")]


def test_a_person_imports_under_their_own_name_and_only_where_they_may(world: World) -> None:
    objective = world.objective(world.cycle(), world.team())
    made = world.key_result(objective)
    said = {"key_result": made.id, "at": "2026-11-02T10:00:00Z", "value": 150, "author": "somebody", "source": "human"}
    rows = rows_of_document(data={"format": "northstar", "version": 1, "checkins": [said]})
    import_plan(**world.by_ada, rows=rows)  # type: ignore[arg-type]
    (kept,) = export_plan(**world.here)["checkins"]
    assert (kept["author"], kept["source"]) == (ADA, "import")
    world.map_to_epic(objective)
    world.jira.grants.clear()
    later = rows_of_document(data={"format": "northstar", "version": 1, "checkins": [{**said, "value": 160}]})
    with pytest.raises(DomainError) as refused:
        import_plan(**world.by_ada, rows=later)  # type: ignore[arg-type]
    assert refused.value.code == "forbidden"


def test_the_schema_says_what_the_export_writes(filled: World) -> None:
    """Every column that is written is in the schema, every required one is written."""
    shapes = json_schema()["properties"]
    whole = export_plan(**filled.here)
    for name in ("cycles", "teams", "objectives", "key_results", "checkins"):
        item = shapes[name]["items"]
        assert whole[name]
        for row in whole[name]:
            assert set(item["required"]) <= set(row) <= set(item["properties"])
            for column, value in row.items():
                words = item["properties"][column].get("enum")
                assert words is None or value in words


@pytest.fixture
def enabled(world: World) -> World:
    """A key result, an enabler that unlocks it, and a round of votes that is over."""
    cycle = world.cycle(state=CycleState.PLANNING)
    edit_team(**world.by_ada, team_id=(team := world.team()).id, changes={"preset": "oboard"})  # type: ignore[arg-type]
    objective = world.objective(cycle, team)
    rows = [world.key_result(objective, title=f"KR {n}") for n in range(3)]
    grant_waiver(
        **world.by_ada,  # type: ignore[arg-type]
        key_result_id=rows[0].id,
        unlocks=[rows[1].id, rows[2].id],
        owner=ADA,
        reason="Nothing can be measured before it stands.",
        expires_on=date(2026, 10, 30),
    )
    for voter, confidence in (("a", 0.5), ("b", 0.6), ("c", 0.9)):
        vote = {"site_id": world.site_id, "by": voter, "key_result_id": rows[1].id, "round_name": "planning"}
        sealed = seal(key_result_id=rows[1].id, voter=voter, confidence=confidence, nonce="n" * 16)
        seal_vote(parts=world.parts, **vote, seal=sealed.seal)  # type: ignore[arg-type]
    for voter, confidence in (("a", 0.5), ("b", 0.6), ("c", 0.9)):
        vote = {"site_id": world.site_id, "by": voter, "key_result_id": rows[1].id, "round_name": "planning"}
        reveal_vote(parts=world.parts, **vote, confidence=confidence, nonce="n" * 16)  # type: ignore[arg-type]
    close_votes(**world.by_ada, key_result_id=rows[1].id, round_name="planning")  # type: ignore[arg-type]
    return world


def test_waivers_come_back_and_votes_and_ledger_are_told(enabled: World) -> None:
    whole = json.loads(json.dumps(export_plan(**enabled.here)))
    (told,) = whole["votes"]
    assert (told["sealed"], told["revealed"], told["lowest"], told["median"], told["highest"]) == (3, 3, 0.5, 0.6, 0.9)
    links = [Link(**_columns(each)) for each in whole["ledger"]]
    assert verify(links=links) == (), "who has the file can prove the chain without us"
    assert {link.kind for link in links} >= {"created", "amended", "committed_vote"}
    other = elsewhere(enabled)
    for added in (1, 0):
        done = restore(other, rows_of_document(data=whole))
        assert (done.errors, done.added["waivers"]) == ((), added)
    again = export_plan(**other.here)
    assert plan_of(again) == plan_of(whole)
    assert again["votes"] == []


def _columns(told: dict[str, Any]) -> dict[str, Any]:
    said = json.loads(told["payload"])
    at = datetime.fromisoformat(said["at"])
    return {**told, "at": at, "kind": said["kind"], "subject_id": said["subject_id"], "author": said["author"]}


def test_the_chain_is_told_whole_or_not_at_all(enabled: World) -> None:
    assert export_plan(**enabled.here, cycle_key="2026-Q4")["ledger"] == []


@pytest.mark.parametrize(
    ("change", "column", "says"),
    [
        ({"reason": None}, "reason", "required"),
        ({"unlocks": []}, "unlocks", "list of ids"),
        ({"unlocks": ["nobody"]}, "unlocks", "no key result of this set"),
        ({"expires_on": "2026-12-31"}, "expires_on", "first half"),
        ({"replaced_by": "nobody"}, "replaced_by", "no such key result"),
        ({"key_result": 1}, "key_result", "Only an enabler"),
    ],
    ids=["no reason", "unlocks nothing", "unlocks nobody", "too long", "replaced by nobody", "no enabler"],
)
def test_a_waiver_that_does_not_hold_is_named(enabled: World, change: dict[str, Any], column: str, says: str) -> None:
    whole = export_plan(**enabled.here)
    if "key_result" in change:
        change = {"key_result": whole["key_results"][change["key_result"]]["id"]}
    whole["waivers"][0] |= change
    other = elsewhere(enabled)
    (fault,) = restore(other, rows_of_document(data=whole), dry_run=True).errors
    assert (fault.place, fault.column) == ("waivers[0]", column)
    assert says in fault.message


def test_a_person_brings_no_enabler_that_the_doctrine_would_not_admit(enabled: World) -> None:
    """2.9: an enabler counts in no average, so a file is no way around the waiver."""
    whole = export_plan(**enabled.here)
    other = elsewhere(enabled)
    bare = rows_of_document(data=plan_of(whole) | {"waivers": []})
    (fault,) = import_plan(**other.by_ada, rows=bare, dry_run=True).errors  # type: ignore[arg-type]
    assert (fault.place, fault.column) == ("key_results[0]", "is_enabler")
    assert restore(other, bare, dry_run=True).errors == (), "the operator restores what was"
    whole["teams"][0]["preset"] = "methodiq"
    (fault,) = import_plan(**other.by_ada, rows=rows_of_document(data=whole), dry_run=True).errors  # type: ignore[arg-type]
    assert (fault.place, "admits no output key result" in fault.message) == ("waivers[0]", True)


def test_what_belongs_to_another_jira_is_left_out(world: World) -> None:
    rows = rows_of_csv(
        text="record,id,key,name,project_key,cycle,team,key_result,objective,title,baseline,target,starts_on,ends_on,epic,issue,site\n"
        "cycle,,2026-Q4,Q4,,,,,,,,,2026-10-01,2026-12-31,,,\n"
        "team,,,Growth,GROW,,,,,,,,,,,,\n"
        "objective,o1,,,,2026-Q4,Growth,,,Aim,,,,,GROW-1,,elsewhere.atlassian.net\n"
        "key_result,k1,,,,,,,o1,Number,1,2,,,,,\n"
        "initiative,,,,,,,k1,,,,,,,,GROW-2,elsewhere.atlassian.net\n"
    )
    done = restore(world, rows)
    assert (done.added["objectives"], done.added["initiatives"], done.left_out) == (1, 0, 2)
    assert export_plan(**world.here)["objectives"][0].get("epic") is None
