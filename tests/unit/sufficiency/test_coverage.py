"""The coverage matrix without a formula. Source: requirements 2.2, M-19."""

from service.domain.model import Direction, KeyResult, KeyResultState
from service.domain.sufficiency import Aspect, Vote, coverage


def _key_result(id: str, title: str, direction: Direction = Direction.INCREASE, **more: object) -> KeyResult:
    return KeyResult(id=id, objective_id="o", title=title, direction=direction, baseline=1, target=2, **more)


def test_quantity_without_quality_is_remarked():
    found = coverage(key_results=[_key_result("a", "Increase revenue"), _key_result("b", "Increase inbound leads")])
    assert found.basis == "judgement"
    by_cell = {(cell.aspect, cell.is_leading): cell.key_result_ids for cell in found.cells}
    assert by_cell[Aspect.QUANTITY, False] == ("a",)
    assert by_cell[Aspect.QUANTITY, True] == ("b",)
    assert Aspect.QUALITY in found.uncovered
    assert any("still good" in remark for remark in found.remarks)


def test_all_lagging_is_remarked_and_a_balanced_set_is_not():
    lagging = coverage(key_results=[_key_result("a", "Increase revenue"), _key_result("b", "Increase NPS")])
    assert any("lagging" in remark for remark in lagging.remarks)
    balanced = coverage(key_results=[_key_result("a", "Increase inbound leads"), _key_result("b", "Increase NPS")])
    assert balanced.remarks == ()


def test_cancelled_key_results_cover_nothing():
    found = coverage(key_results=[_key_result("a", "Increase revenue", state=KeyResultState.CANCELLED)])
    assert len(found.uncovered) == len(Aspect)
    assert "no key result" in found.remarks[0]


def test_one_yes_makes_the_set_insufficient():
    """M-19: "yes" → insufficient."""
    votes = [Vote(objective_id="o", by="x", can_fail=False), Vote(objective_id="o", by="y", can_fail=True)]
    found = coverage(key_results=[], votes=votes)
    assert (found.can_fail, found.cannot_fail, found.is_insufficient) == (1, 1, True)
    assert not coverage(key_results=[], votes=votes[:1]).is_insufficient


def test_all_leading_is_remarked():
    leading = coverage(
        key_results=[_key_result("a", "Increase inbound leads"), _key_result("b", "Increase website traffic")]
    )
    assert [cell.is_leading for cell in leading.cells if cell.key_result_ids] == [True]
    assert any("leading" in remark for remark in leading.remarks)
