"""Dependencies nobody planned, dates that do not fit, knots. Source: requirements 2.5; M-25."""

from dataclasses import replace
from datetime import date

import pytest

from service.domain.synthesis import Kind, Plans, waits_for
from tests.unit.synthesis.plan import CYCLE, key_result, of_kind, plans, work

DEPENDENCY = Kind.UNRECOGNISED_DEPENDENCY


def chain(**words: object) -> Plans:
    works = (work("A-12", "B-7"), work("B-7", "B-3"), work("B-3"))
    return plans(key_result("k", "a"), works=works, links="k:A-12", **words)


def test_a_dependency_prints_its_issue_path() -> None:
    """2.5: each finding prints the issue path (A-12 → B-7 → B-3) and becomes a request to the providing team."""
    (found,) = of_kind(DEPENDENCY, chain())
    assert found.path == ("A-12", "B-7", "B-3")
    assert (found.team_id, found.other_team_id, found.issue_id) == ("a", "b", "B-7")
    assert "A-12 → B-7 → B-3" in found.message


def test_a_confirmed_dependency_disappears() -> None:
    """2.5, *Tests*."""
    (found,) = of_kind(DEPENDENCY, chain())
    assert of_kind(DEPENDENCY, chain(accepted=frozenset({found.id}))) == []


@pytest.mark.parametrize(
    ("works", "links"),
    [
        ((work("A-1", "B-7"), work("B-7")), "k:A-1 b:B-7"),
        ((work("A-1", "B-7"), work("B-7", parent_id="B-0"), work("B-0")), "k:A-1"),
        ((work("A-1", "B-7"), work("B-7", parent_id="B-5"), work("B-5", parent_id="B-0"), work("B-0")), "k:A-1"),
        ((work("A-1", "B-7"), work("B-7", is_done=True)), "k:A-1"),
        ((work("A-1", "B-7", is_done=True), work("B-7")), "k:A-1"),
        ((work("A-1", "A-7"), work("A-7")), "k:A-1"),
        ((work("A-1", "Z-7"), work("Z-7")), "k:A-1"),
    ],
    ids=["their initiative", "under their epic", "deep under it", "blocker done", "initiative done", "own", "no team"],
)
def test_what_is_planned_finished_or_nobodys_is_no_finding(works: tuple[object, ...], links: str) -> None:
    given = plans(key_result("k", "a"), key_result("b", "b"), works=works, links=links)  # type: ignore[arg-type]
    assert of_kind(DEPENDENCY, given) == []


def test_a_project_without_a_team_is_walked_through() -> None:
    works = (work("A-1", "Z-7"), work("Z-7", "B-2"), work("B-2"))
    (found,) = of_kind(DEPENDENCY, plans(key_result("k", "a"), works=works, links="k:A-1"))
    assert found.path == ("A-1", "Z-7", "B-2")


def test_what_blocks_the_parent_or_a_part_blocks_the_initiative() -> None:
    works = (
        work("A-1", parent_id="A-9"),
        work("A-9", "B-2"),
        work("A-5", "B-6", parent_id="A-9"),  # a sibling: not this key result's matter
        work("A-3", "D-4", parent_id="A-1"),
        work("B-2"),
        work("B-6"),
        work("D-4"),
    )
    found = of_kind(DEPENDENCY, plans(key_result("k", "a"), works=works, links="k:A-1"))
    assert {each.path for each in found} == {("A-1", "A-9", "B-2"), ("A-1", "A-3", "D-4")}


def test_a_chain_over_two_teams_asks_both_until_one_has_planned_it() -> None:
    works = (work("A-1", "B-2"), work("B-2", "D-3"), work("D-3"))
    given = plans(key_result("k", "a"), key_result("b", "b"), works=works, links="k:A-1")
    assert {each.other_team_id for each in of_kind(DEPENDENCY, given)} == {"b", "d"}
    planned = plans(key_result("k", "a"), key_result("b", "b"), works=works, links="k:A-1 b:B-2")
    (found,) = of_kind(DEPENDENCY, planned)
    assert (found.team_id, found.other_team_id, found.path) == ("b", "d", ("B-2", "D-3"))


def test_severity_follows_weight_and_days_left() -> None:
    heavy, light = key_result("k", "a", weight=9.0), key_result("l", "a", weight=1.0)
    works = (work("A-1", "B-1"), work("A-2", "B-2"), work("B-1"), work("B-2", due_on=date(2027, 2, 1)))
    found = of_kind(DEPENDENCY, plans(heavy, light, works=works, links="k:A-1 l:A-2"))
    assert {each.issue_id: (each.severity, each.slack_days) for each in found} == {
        "B-1": ("error", None),
        "B-2": ("info", 58),
    }


def test_a_blocker_due_after_it_is_needed() -> None:
    """2.5: date conflict, with the slack in days; what is late hands its own date on."""
    works = (
        work("A-1", "A-2", due_on=date(2027, 3, 10)),
        work("A-2", "B-3"),
        work("B-3", "B-4", due_on=date(2027, 3, 14)),
        work("B-4", due_on=date(2027, 3, 12)),
    )
    (found,) = of_kind(Kind.DATE_CONFLICT, plans(key_result("k", "a"), works=works, links="k:A-1"))
    assert (found.slack_days, found.path, found.severity) == (-4, ("A-1", "A-2", "B-3"), "error")
    assert (found.team_id, found.other_team_id) == ("a", "b")


def test_a_key_result_is_needed_by_its_due_date_else_by_the_cycles_end() -> None:
    works = (work("A-1", "A-2"), work("A-2", due_on=CYCLE.ends_on))
    assert not of_kind(Kind.DATE_CONFLICT, plans(key_result("k", "a"), works=works, links="k:A-1"))
    early = key_result("k", "a", due_on=date(2027, 3, 30))
    (found,) = of_kind(Kind.DATE_CONFLICT, plans(early, works=works, links="k:A-1"))
    assert (found.slack_days, found.other_team_id) == (-1, None)


def test_a_knot_is_shown_by_one_way_around_it() -> None:
    works = (work("A-1", "B-2"), work("B-2", "D-3"), work("D-3", "A-1", "A-9"), work("A-9"))
    (found,) = of_kind(Kind.CYCLE, plans(key_result("k", "a"), works=works, links="k:A-1"))
    assert found.path == ("A-1", "B-2", "D-3", "A-1")
    loose = tuple(replace(each, needs=each.needs - {"A-1"}) for each in works)
    assert not of_kind(Kind.CYCLE, plans(key_result("k", "a"), works=loose, links="k:A-1"))


@pytest.mark.parametrize(
    ("says", "kind", "side", "waits"),
    [
        ("is blocked by", "Blocks", "inward", True),
        ("blocks", "Blocks", "outward", False),
        ("Depends on", "Dependency", "outward", True),
        ("is depended on by", "Dependency", "inward", False),
        ("wird blockiert von", "Blockade", "inward", True),
        ("holds up", "Blocks", "outward", False),
        ("stands behind", "Blocks", "inward", True),
        ("relates to", "Relates", "outward", None),
        ("duplicates", "Duplicate", "outward", None),
    ],
)
def test_a_link_is_read_by_its_text_else_by_its_kind(says: str, kind: str, side: str, waits: bool | None) -> None:
    assert waits_for(says=says, kind=kind, side=side) is waits  # type: ignore[arg-type]


def test_work_that_is_reached_in_two_ways_is_one_dependency_of_a_key_result() -> None:
    """B-7 is what A-1 is part of, and what A-2 waits for: reached twice, asked for once."""
    works = (work("A-1", "A-2", parent_id="B-7"), work("A-2", "B-7"), work("B-7"))
    (found,) = of_kind(DEPENDENCY, plans(key_result("k", "a"), works=works, links="k:A-1"))
    assert (found.issue_id, found.key_result_ids) == ("B-7", ("k",))


def test_a_link_to_a_key_result_of_another_cycle_plans_nothing() -> None:
    works = (work("A-1", "B-7"), work("B-7"))
    (found,) = of_kind(DEPENDENCY, plans(key_result("k", "a"), works=works, links="k:A-1 elsewhere:B-7"))
    assert found.issue_id == "B-7"


def test_a_part_that_is_done_holds_nobody_up() -> None:
    works = (work("A-1"), work("A-2", "B-7", parent_id="A-1", is_done=True), work("B-7", due_on=date(2028, 1, 1)))
    given = plans(key_result("k", "a"), works=works, links="k:A-1")
    assert of_kind(DEPENDENCY, given) == []
    assert of_kind(Kind.DATE_CONFLICT, given) == []


def test_one_late_blocker_of_two_key_results_is_told_once_at_its_tightest() -> None:
    works = (work("A-1", "A-2"), work("A-2", due_on=date(2027, 3, 20)))
    tight, loose = key_result("k", "a", due_on=date(2027, 3, 1)), key_result("l", "a", due_on=date(2027, 3, 10))
    (found,) = of_kind(Kind.DATE_CONFLICT, plans(tight, loose, works=works, links="k:A-1 l:A-1"))
    assert (found.slack_days, found.key_result_ids) == (-19, ("k", "l"))
    accepted = frozenset({found.id})
    assert not of_kind(Kind.DATE_CONFLICT, plans(tight, loose, works=works, links="k:A-1 l:A-1", accepted=accepted))


def test_a_knot_is_told_by_its_shortest_way_until_it_is_accepted() -> None:
    """A-1 waits for A-2 and A-3, both wait for A-4, and that for A-1; A-5 waits for itself."""
    works = (work("A-1", "A-2", "A-3"), work("A-2", "A-4"), work("A-3", "A-4"), work("A-4", "A-1", "A-9"))
    alone = work("A-5", "A-5")
    given = {"works": (*works, work("A-9"), alone), "links": "k:A-1 k:A-5"}
    knots = of_kind(Kind.CYCLE, plans(key_result("k", "a"), **given))  # type: ignore[arg-type]
    assert {each.path for each in knots} == {("A-1", "A-2", "A-4", "A-1"), ("A-5", "A-5")}
    accepted = frozenset({each.id for each in knots})
    assert not of_kind(Kind.CYCLE, plans(key_result("k", "a"), **given, accepted=accepted))  # type: ignore[arg-type]
