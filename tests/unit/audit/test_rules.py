"""Single rules: bounds, fields before text, tension, presets, order and suppression."""

from datetime import date

import pytest

from service.domain.audit import Audit, Structured, audit


def rules(found: Audit) -> set[str]:
    return {finding.rule for finding in found.findings}


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Raise the conversion rate to 130 %", "impossible"),
        ("Raise customer retention from 80% to 105%", "impossible"),
        ("Cut costs by 120 %", "impossible"),
        ("Reach an average rating of 6/5", "impossible"),
        ("Increase sign-ups from 300 to 300", "impossible"),
        ("Grow revenue by 150 %", "good"),
        ("Lift net revenue retention to 118 %", "good"),
        ("Reach 120 % of the sales quota", "good"),
        ("Raise adoption by 140 %", "good"),
    ],
)
def test_bounds(text: str, verdict: str) -> None:
    """M-08: only what arithmetic rules out is impossible."""
    assert audit(kind="kr", text=text).verdict == verdict


def test_bounds_of_fields() -> None:
    """M-08: structured fields count before the text."""
    over = audit(kind="kr", text="Raise the attendance rate", fields=Structured(baseline=60, target=101, unit="%"))
    equal = audit(kind="kr", text="Raise the attendance rate", fields=Structured(baseline=60, target=60, unit="%"))
    negative = audit(kind="kr", text="Raise the attendance rate", fields=Structured(target=-1, unit="%"))
    assert [over.verdict, equal.verdict, negative.verdict] == ["impossible"] * 3
    assert (
        audit(kind="kr", text="Raise the NPS", fields=Structured(baseline=-20, target=-5, unit="%")).verdict == "good"
    )


def test_fields_bring_the_number_the_baseline_and_the_end() -> None:
    """M-10, M-15, G-03: what stands in the fields need not stand in the text."""
    bare = audit(kind="kr", text="Improve customer satisfaction", show_all=True)
    full = audit(
        kind="kr",
        text="Improve customer satisfaction",
        fields=Structured(baseline=7.2, target=8.5, unit="score", due_on=date(2027, 3, 31)),
        show_all=True,
    )
    assert bare.verdict == "no-number"
    assert full == Audit("good", ())


def test_a_level_with_a_change_in_its_fields_is_no_kpi() -> None:
    held = audit(kind="kr", text="Keep churn below 3 %")
    moved = audit(kind="kr", text="Keep churn below 3 %", fields=Structured(baseline=6, target=3, unit="%"))
    assert (held.verdict, moved.verdict) == ("kpi", "good")


def test_a_level_held_against_a_pull_is_no_kpi() -> None:
    assert audit(kind="kr", text="Keep churn below 3 % while prices rise by 10 %").verdict == "good"
    assert (
        audit(kind="kr", text="Hold delivery time under 2 days despite the move to the new warehouse").verdict != "kpi"
    )


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Win 10 new customers (we won 12 last quarter)", "sandbag"),
        ("Reach an NPS of 40 (currently 55)", "sandbag"),
        ("Keep the error rate below 10 % (it was 3 %)", "sandbag"),
        ("Increase revenue by at least 1 %", "sandbag"),
        ("Reach an NPS of 55 (currently 40)", "good"),
        ("Bring the error rate below 3 % (currently 10 %)", "good"),
    ],
)
def test_sandbags(text: str, verdict: str) -> None:
    """M-21: a target that is met by waiting."""
    assert audit(kind="kr", text=text).verdict == verdict


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Get 20,000 followers on LinkedIn", "vanity"),
        ("Reach 1M impressions", "vanity"),
        ("Increase page views by 30 %", "vanity"),
        ("Turn 4 % of page views into trials", "good"),
        ("Grow follower engagement rate from 1 % to 3 %", "good"),
    ],
)
def test_vanity_needs_a_partner(text: str, verdict: str) -> None:
    """O-08."""
    assert audit(kind="kr", text=text).verdict == verdict


def test_two_measured_goals_are_two_key_results() -> None:
    assert audit(kind="kr", text="Raise NPS to 50 and cut churn to 3 %").verdict == "kitchen-sink"
    assert audit(kind="kr", text="Raise revenue to $5M while keeping margin above 40 %").verdict == "good"


def test_an_early_finding_suppresses_the_later_ones() -> None:
    """Requirements 4.2: findings of stages 1 to 4 silence baseline, deadline and style, unless asked for."""
    text = "Raise customer retention by 30 % to 130 %"
    short, full = audit(kind="kr", text=text), audit(kind="kr", text=text, show_all=True)
    assert rules(short) == {"kr.impossible"}
    assert rules(full) >= {"kr.impossible", "kr.baseline", "kr.deadline"}


def test_a_relative_change_asks_for_its_baseline() -> None:
    """M-10; G-03: a warning, not a verdict; a cycle is an end."""
    found = audit(kind="kr", text="Increase renewals by 20 %")
    assert found.verdict == "good"
    assert {(f.rule, f.severity) for f in found.findings} == {("kr.baseline", "warning"), ("kr.deadline", "info")}
    settled = audit(kind="kr", text="Increase renewals by 20 %", fields=Structured(baseline=400, in_cycle=True))
    assert settled.findings == ()


def test_opposite_directions_warn() -> None:
    found = audit(kind="kr", text="Increase checkout speed from 5 s to 2 s")
    assert found.verdict == "good"
    assert "kr.direction" in rules(found)


def test_slots_are_named() -> None:
    found = audit(kind="kr", text="Increase revenue from $X to [target] by [date]")
    assert found.verdict == "good"
    assert "$X, [target]" in next(f.message for f in found.findings if f.rule == "kr.placeholder")


@pytest.mark.parametrize("text", ["", "   ", "🚀🚀", "- [ ] ", "```x```", "\u202e"])
@pytest.mark.parametrize("kind", ["kr", "objective"])
def test_nothing_to_judge(kind: str, text: str) -> None:
    found = audit(kind=kind, text=text)  # type: ignore[arg-type]
    assert found.findings[0].rule == f"{kind}.empty"
    assert found.verdict != "good"


def test_a_missing_number_only_warns_where_the_doctrine_does_not_require_it() -> None:
    class Lenient:
        key = "lenient"
        number_required = False
        output_kr = "never"

    found = audit(kind="kr", text="Improve customer satisfaction", preset=Lenient())
    assert next((f.rule, f.severity) for f in found.findings) == ("kr.number", "warning")
