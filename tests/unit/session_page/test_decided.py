"""What the record of a session says that was decided. Read as Confluence would, in well-formed storage format."""

from datetime import date

from lxml import etree

from service.domain.calibration import seal
from service.domain.room import StepKind
from service.domain.room.confidence.ballots import OpenReveal, RevealConfidence, SealConfidence
from service.domain.room.drafts.key_results import EditKeyResult
from service.domain.room.drafts.objectives import EditObjective
from service.domain.room.initiatives import LinkIssue
from service.domain.room.pressure.key_results import TestKeyResult
from service.usecases.session_page.decided import plan
from tests.unit.room.closing import TITLE, agreed
from tests.unit.room.rooms import FAY, LIA, SAM, Play

NAMES = {"ac": "urn:ac", "ri": "urn:ri"}
NONCE = "0123456789abcdef"


def page(room: Play) -> etree._Element:
    body = plan(room.room, room.facts)
    return etree.fromstring(f'<page xmlns:ac="urn:ac" xmlns:ri="urn:ri">{body}</page>'.encode())


def row(room: Play) -> dict[str, etree._Element]:
    """Return the cells of the only key result by their column."""
    header, cells = page(room).findall(".//tr")
    return {
        "".join(name.itertext()): cell for name, cell in zip(header.findall("th"), cells.findall("td"), strict=True)
    }


def whole() -> Play:
    """Return a room that has said everything of its one key result."""
    room, objective, kr = agreed(StepKind.OBJECTIVES, StepKind.KEY_RESULTS, StepKind.CONFIDENCE)
    room.act(LIA, EditObjective(objective_id=objective, title="Make returning feel easy", why="Buyers fear returns"))
    words = EditKeyResult(key_result_id=kr, title=TITLE, baseline=3.0, target=9.0, unit="days", due_on=date(2027, 3, 1))
    room.act(SAM, words)
    room.act(SAM, LinkIssue(key_result_id=kr, issue_key="CARE-7"))
    room.act(LIA, TestKeyResult(key_result_id=kr, if_missed="Buyers order two sizes & send both back"))
    room.go_to(StepKind.CONFIDENCE)
    for person in (FAY, LIA, SAM):
        sealed = seal(key_result_id=kr, voter=person, confidence=0.6, nonce=NONCE)
        room.act(person, SealConfidence(key_result_id=kr, seal=sealed.seal))
    room.act(FAY, OpenReveal())
    for person in (FAY, LIA, SAM):
        room.act(person, RevealConfidence(key_result_id=kr, confidence=0.6, nonce=NONCE))
    return room


def test_the_record_has_every_field_of_the_template() -> None:
    """G-16: objective, metric, owner, time frame, initiatives, confidence; T-18: the owner of each."""
    room = whole()
    assert [title.text for title in page(room).findall(".//h3")] == ["Make returning feel easy"]
    cells = {name: " ".join("".join(cell.itertext()).split()) for name, cell in row(room).items()}
    assert cells["Key result"] == TITLE
    assert "3" in cells["Aim"]
    assert "9" in cells["Aim"]
    assert cells["Due"] == "1 March 2027"
    assert cells["Confidence"] == "60 %"
    assert row(room)["Owner"].find(".//ri:user", NAMES).get("{urn:ri}account-id") == SAM
    assert "CARE-7" in cells["Initiatives"]


def test_the_record_keeps_why_each_objective_and_key_result_matters() -> None:
    """G-19: the "why" of both; M-20: what happens to the business, in the room's own words."""
    said = " ".join("".join(page(whole()).itertext()).split())
    assert "Why: Buyers fear returns" in said
    assert f"If “{TITLE}” is missed: Buyers order two sizes & send both back" in said


def test_what_nobody_said_is_left_out() -> None:
    """Fewer than three votes are shown to nobody (requirements 2.8), and a room without a pressure test says nothing."""
    room, *_ = agreed()
    assert page(room).findall(".//ul") == []
    assert "".join(row(room)["Confidence"].itertext()) == ""
