"""Findings become requests that are answered; planted conflicts are found. Source: requirements 2.5."""

from datetime import UTC, datetime
from random import Random

import pytest

from service.domain.synthesis import (
    Kind,
    ReasonMissing,
    RequestAnswered,
    RequestState,
    answered,
    requests_after,
    synthesise,
)
from tests.bench.synthesis import found_in
from tests.bench.synthesis.planted import company
from tests.unit.synthesis.plan import key_result, plans, work

AT = datetime(2026, 12, 20, tzinfo=UTC)
GIVEN = plans(key_result("k", "a"), works=(work("A-1", "B-2"), work("B-2")), links="k:A-1")


def test_a_finding_is_asked_once_and_withdrawn_when_it_goes() -> None:
    findings = synthesise(plans=GIVEN)
    (request,) = requests_after(findings=findings, known=(), cycle_id="c", at=AT)
    assert (request.id, request.other_team_id, request.state) == (findings[0].id, "b", RequestState.OPEN)
    assert requests_after(findings=findings, known=(request,), cycle_id="c", at=AT) == ()
    (gone,) = requests_after(findings=(), known=(request,), cycle_id="c", at=AT)
    assert gone.state is RequestState.WITHDRAWN
    (back,) = requests_after(findings=findings, known=(gone,), cycle_id="c", at=AT)
    assert back.state is RequestState.OPEN
    with pytest.raises(RequestAnswered):
        answered(request=gone, accepts=True, by="bo", at=AT)


def test_an_answer_stays_and_a_no_needs_a_reason() -> None:
    findings = synthesise(plans=GIVEN)
    (request,) = requests_after(findings=findings, known=(), cycle_id="c", at=AT)
    with pytest.raises(ReasonMissing):
        answered(request=request, accepts=False, by="bo", at=AT, reason="  ")
    no = answered(request=request, accepts=False, by="bo", at=AT, reason="Not before May.")
    assert (no.state, no.reason, no.answered_by) == (RequestState.DECLINED, "Not before May.", "bo")
    assert requests_after(findings=findings, known=(no,), cycle_id="c", at=AT) == ()
    yes = answered(request=no, accepts=True, by="bo", at=AT)
    assert requests_after(findings=(), known=(yes,), cycle_id="c", at=AT) == ()


@pytest.mark.parametrize("seed", range(3))
def test_everything_planted_is_found_and_nothing_else(seed: int) -> None:
    """2.5, *Tests*: recall and precision per kind on a simulated 12-team site."""
    planted, right, found = found_in(company(seed))
    assert planted == right == found
    assert set(planted) == set(Kind)


def test_the_order_of_what_is_given_does_not_matter() -> None:
    site = company(1)
    first = synthesise(plans=site.plans())
    for rows in (site.objectives, site.key_results, site.initiatives, site.teams):
        Random(5).shuffle(rows)
    again = synthesise(plans=site.plans())
    assert {each.id for each in first} == {each.id for each in again}
