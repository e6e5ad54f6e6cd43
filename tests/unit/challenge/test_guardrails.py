"""What a broken bound does to a score, and what a dismissal needs. Worked by hand. Source: requirements 2.3, 3.2."""

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.domain.challenge import (
    Dismissal,
    DismissalInvalid,
    Guardrail,
    GuardrailInvalid,
    answers,
    challenge_text,
    guarded,
    require_dismissal,
    require_guardrail,
)
from service.domain.model import Direction
from service.domain.presets import PRESETS, GuardrailPolicy

CAP = replace(PRESETS["methodiq"], guardrails=GuardrailPolicy.CAP, guarded_cap=0.6)
MULTIPLY = replace(CAP, guardrails=GuardrailPolicy.MULTIPLY)
FLAG = replace(CAP, guardrails=GuardrailPolicy.FLAG)
MARGIN = Guardrail(
    id="g", key_result_id="k", name="gross margin", bound=Direction.STAY_ABOVE, limit=40, unit="%", value=30
)
REOPENED = Guardrail(
    id="h", key_result_id="k", name="reopen rate", bound=Direction.STAY_BELOW, limit=5, unit="%", value=4
)


@pytest.mark.parametrize(
    ("preset", "score"),
    [(CAP, 0.6), (MULTIPLY, 0.9 * 0.75), (FLAG, 0.9)],
    ids=["cap", "multiply", "flag"],
)
def test_a_breach_changes_the_guarded_score_only(preset, score):
    """Raw 0.9 stays; margin 30 of 40 is broken by a quarter."""
    found = guarded(raw=0.9, guardrails=[MARGIN, REOPENED], preset=preset)
    assert found.raw == 0.9
    assert found.score == pytest.approx(score)
    assert found.broken == (MARGIN,)
    assert "gross margin at least 40 % is broken (30)" in found.words


@pytest.mark.parametrize("preset", [CAP, MULTIPLY, FLAG])
def test_what_holds_or_is_unmeasured_changes_nothing(preset):
    unmeasured = replace(MARGIN, value=None)
    found = guarded(raw=0.9, guardrails=[REOPENED, unmeasured], preset=preset)
    assert found.score == 0.9
    assert found.unmeasured == (unmeasured,)
    assert found.words == ""
    assert guarded(raw=None, guardrails=[MARGIN], preset=preset).score is None


@given(
    raw=st.floats(0, 1),
    values=st.lists(st.tuples(st.floats(-1e6, 1e6), st.floats(-1e6, 1e6), st.booleans()), max_size=4),
    preset=st.sampled_from([CAP, MULTIPLY, FLAG]),
)
def test_a_guardrail_never_adds(raw, values, preset):
    """3.2: guardrails never add, only cap."""
    rails = [
        replace(MARGIN, limit=limit, value=value, bound=Direction.STAY_ABOVE if is_floor else Direction.STAY_BELOW)
        for limit, value, is_floor in values
    ]
    found = guarded(raw=raw, guardrails=rails, preset=preset)
    assert 0 <= found.score <= raw
    if not found.broken:
        assert found.score == raw


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"name": " "}, "name"),
        ({"bound": Direction.INCREASE}, "bound"),
        ({"limit": math.nan}, "limit"),
        ({"jql_of": "project = A"}, "jql"),
        ({"issue_id": "10001"}, "issue"),
        ({"issue_field_id": "customfield_1"}, "issue"),
        ({"issue_id": "10001", "issue_field_id": "customfield_1", "jql": "project = A"}, "issue"),
    ],
)
def test_a_guardrail_needs_name_bound_and_limit(changes, field):
    require_guardrail(guardrail=MARGIN)
    with pytest.raises(GuardrailInvalid) as refused:
        require_guardrail(guardrail=replace(MARGIN, **changes))
    assert refused.value.field == field


@pytest.mark.parametrize(
    ("changes", "is_read"),
    [
        ({}, False),
        ({"jql": "project = A"}, True),
        ({"jql": "project = A", "jql_of": "project = A AND resolution is EMPTY"}, True),
        ({"issue_id": "10001", "issue_field_id": "customfield_1"}, True),
    ],
)
def test_a_value_is_read_in_jira_or_typed(changes, is_read):
    """G-20: from a query, a share of one, an issue's number, or nothing."""
    guardrail = replace(MARGIN, **changes)
    require_guardrail(guardrail=guardrail)
    assert guardrail.is_read is is_read


def test_a_dismissal_needs_a_reason_and_stays_visible():
    loopholes = challenge_text(text="Reduce open bugs").loopholes
    dismissal = Dismissal(key_result_id="k", loophole=loopholes[0].id, reason="Only testers close bugs here.")
    require_dismissal(dismissal=dismissal, loopholes=loopholes)
    for changes, field in (({"reason": "  "}, "reason"), ({"loophole": "sales.volume.discount"}, "loophole")):
        with pytest.raises(DismissalInvalid) as refused:
            require_dismissal(dismissal=replace(dismissal, **changes), loopholes=loopholes)
        assert refused.value.field == field
    found = answers(
        loopholes=loopholes, guardrails=[replace(REOPENED, loophole=loopholes[1].id)], dismissals=[dismissal]
    )
    assert [each.is_open for each in found] == [False, False]
    assert found[0].dismissal == dismissal
    assert found[1].guardrails[0].name == "reopen rate"


def test_a_reason_as_long_as_a_page_is_refused():
    (first, *_) = challenge_text(text="Increase revenue from 1 to 2").loopholes
    short = Dismissal(key_result_id="k", loophole=first.id, reason="x" * 2000)
    require_dismissal(dismissal=short, loopholes=[first])
    with pytest.raises(DismissalInvalid, match="at most 2,000") as refused:
        require_dismissal(dismissal=replace(short, reason="x" * 2001), loopholes=[first])
    assert refused.value.field == "reason"
