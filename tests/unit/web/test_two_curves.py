"""Two curves in one box, worked by hand."""

from datetime import UTC, datetime, timedelta

from service.domain.divergence import Divergence, Quadrant
from service.domain.model import Direction, KeyResult
from service.usecases.read_divergence import KeyResultCurves
from service.web.charts.two_curves import HEIGHT, WIDTH, two_curves

START = datetime(2026, 10, 1, tzinfo=UTC)


def curves(*values: float | None, baseline: float | None = 10, target: float | None = 20) -> KeyResultCurves:
    row = KeyResult(
        id="k",
        objective_id="o",
        title="Rate",
        direction=Direction.INCREASE,
        baseline=baseline,
        target=target,
    )
    return KeyResultCurves(
        key_result=row,
        instants=tuple(START + timedelta(weeks=number) for number in range(len(values))),
        effort=tuple(number / max(1, len(values) - 1) for number in range(len(values))),
        values=values,
        divergence=Divergence(quadrant=Quadrant.WORKING, sentence="", effort=1.0, moved=None, noise=None),
    )


def test_work_and_way_share_the_box() -> None:
    """Effort 0, ½, 1; the number stands at half and at all of its way: 58 and 10 of 130 − 24."""
    drawn = two_curves(curves=curves(None, 15, 25))
    assert drawn.effort == "M44 106 L227 58 L410 10"
    assert drawn.outcome == "M227 58 L410 10"  # 150 % of the way stays inside
    assert [tick.label for tick in drawn.columns] == ["1 Oct", "15 Oct"]
    assert (drawn.width, drawn.height) == (WIDTH, HEIGHT)


def test_a_way_that_nobody_knows_is_not_drawn() -> None:
    assert two_curves(curves=curves(None, None)).outcome == ""
    assert two_curves(curves=curves(1, 2, baseline=None)).outcome == ""
    assert two_curves(curves=curves(1, 2, baseline=5, target=5)).outcome == ""
    assert two_curves(curves=curves(1)).effort == ""
