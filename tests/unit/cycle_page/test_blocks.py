"""What the cycle's page says, and that it says it in well-formed storage format."""

from dataclasses import replace

from lxml import etree

from service.domain.board import Board
from service.domain.model import Direction, Objective, ObjectiveState, Status
from service.usecases.cycle_page.blocks import cycle_blocks, first_body, identity, labels
from tests.unit.cycle_page import boards

NAMES = {"ac": "urn:ac", "ri": "urn:ri"}


def page(board: Board) -> etree._Element:
    body = first_body(cycle_blocks(board))
    return etree.fromstring(f'<page xmlns:ac="urn:ac" xmlns:ri="urn:ri">{body}</page>'.encode())


def words(board: Board) -> str:
    return " ".join("".join(page(board).itertext()).split())


def test_the_page_is_well_formed_and_what_people_wrote_is_text() -> None:
    root = page(boards.board())
    assert root.findall(".//script") == []
    assert root.findall(".//b") == []
    assert "<script>alert(1)</script>" in words(boards.board())


def test_blocks_are_named_by_cycle_and_team_in_reading_order() -> None:
    assert [name for name, _ in cycle_blocks(boards.board())] == [identity(boards.CYCLE.id), "team-hq", "team-growth"]


def test_the_numbers_stand_where_an_executive_looks() -> None:
    said = words(boards.board())
    for text in (
        "Q4 2026",
        "1 October – 31 December 2026",
        "57 %",
        "76 %",
        "60 % → 35 %",
        "41 %",
        "2 of 2",
        "ON TRACK",
        "Why: Half leave.",
    ):
        assert text in said, text


def test_owners_are_links_to_accounts_never_names() -> None:
    found = page(boards.board()).findall(".//ri:user", NAMES)
    assert {link.get("{urn:ri}account-id") for link in found} == {"557058:mira"}


def test_a_properties_table_can_be_gathered_by_a_report() -> None:
    (details,) = page(boards.board()).xpath("//ac:structured-macro[@ac:name='details']", namespaces=NAMES)
    assert details.xpath("ac:parameter[@ac:name='id']/text()", namespaces=NAMES) == ["okr"]
    assert details.xpath(".//th/text()", namespaces=NAMES)[0] == "Cycle"


def test_problems_are_listed_with_the_way_out_and_their_absence_is_said() -> None:
    assert "Nothing: every key result has an owner" in words(boards.board())
    orphaned = boards.objective(key_results=(boards.key_result(problems=(boards.ORPHANED,)),))
    said = words(boards.board(orphaned))
    assert "“Cart abandonment” has no owner." in said
    assert "Choose one in the panel." in said


def test_no_data_is_said_and_never_shown_as_nought() -> None:
    empty = boards.objective(
        progress=None,
        confidence=None,
        key_results=(boards.key_result(value=None, progress=None, confidence=None, series=()),),
    )
    said = words(boards.board(empty))
    assert "no data" in said
    assert " 0 %" not in said


def test_a_cancelled_objective_stays_listed_without_its_numbers() -> None:
    gone = Objective(id="o1", cycle_id="c", team_id="growth", title="Dropped", state=ObjectiveState.CANCELLED)
    said = words(boards.board(boards.objective(objective=gone, status=Status.CANCELLED, progress=None)))
    assert "Dropped" in said
    assert "CANCELLED" in said


def test_binary_and_bounds_read_as_people_say_them() -> None:
    kr = boards.key_result().key_result
    done = boards.key_result(
        key_result=replace(kr, direction=Direction.BINARY, baseline=0.0, target=1.0, unit=""), value=1.0
    )
    bound = boards.key_result(
        key_result=replace(kr, direction=Direction.STAY_BELOW, baseline=None, target=4.0, unit="h"), value=3.25
    )
    said = words(boards.board(boards.objective(key_results=(done, bound))))
    assert "at most 4 h" in said
    assert "3.25 h" in said
    assert "done" in said


def test_an_objective_without_an_epic_says_so() -> None:
    loose = boards.objective(objective=Objective(id="o1", cycle_id="c", team_id="growth", title="Loose"))
    assert "not in Jira yet" in words(boards.board(loose))


def test_labels_name_the_cycle_without_punctuation() -> None:
    assert labels(boards.board()) == ("okr", "okr-2026q4")
