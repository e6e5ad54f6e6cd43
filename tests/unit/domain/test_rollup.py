"""Roll-ups by hand. Source: requirements 3.2."""

import pytest

from service.domain.model import KeyResultState, RollupMode
from service.domain.rollup import Part, counts, objective_progress, weighted_mean
from tests.unit.domain.make import key_result


@pytest.mark.parametrize(
    ("parts", "mean"),
    [
        pytest.param([], None, id="an empty set is no data, not 0"),
        pytest.param([Part(None), Part(None, 3)], None, id="only members without data"),
        pytest.param([Part(0.5, 0)], None, id="zero weight is no data"),
        pytest.param([Part(0.0), Part(1.0)], 0.5, id="equal weights"),
        pytest.param([Part(0.2, 1), Part(0.8, 3)], 0.65, id="weights 1 and 3"),
        pytest.param([Part(0.2, 1), Part(None, 3)], 0.2, id="a member without data leaves the denominator"),
        pytest.param([Part(0.1, 1e6), Part(0.3, 1e6)], 0.2, id="heavy weights"),
        pytest.param([Part(0.1, 5e-324), Part(0.3, 5e-324)], 0.2, id="the lightest weights"),
    ],
)
def test_weighted_mean(parts, mean):
    assert weighted_mean(parts) == (None if mean is None else pytest.approx(mean))


@pytest.mark.parametrize(
    ("mode", "expected"),
    [(RollupMode.OWN, 0.27), (RollupMode.CHILDREN, 0.455), (RollupMode.BOTH, (0.27 + 0.18 + 0.73) / 3)],
)
def test_own_children_or_both_in_one_mean(mode, expected):
    """Quantive's example: (27 + 18 + 73) / 3 = 39 %."""
    own, children = [Part(0.27)], [Part(0.18), Part(0.73)]
    assert objective_progress(mode=mode, own=own, children=children) == pytest.approx(expected)


def test_cancelled_and_enabling_key_results_do_not_count():
    assert counts(key_result())
    assert not counts(key_result(state=KeyResultState.CANCELLED))
    assert not counts(key_result(is_enabler=True))
