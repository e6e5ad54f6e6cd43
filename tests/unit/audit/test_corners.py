"""Sentences in which a second word turns the meaning of the first: judged by hand, each beside its plain relative."""

import pytest

from service.domain.audit import audit
from service.domain.audit.language import lexicon_of
from service.domain.audit.model import Kind
from service.domain.audit.number_words import Share, share_at
from service.domain.audit.reading import read
from service.domain.audit.tokens import tokenise


@pytest.mark.parametrize(
    ("plain", "turned"),
    [
        (("Deploy models", "task"), ("Deploy models faster", "no-number")),
        (("Keep the servers running", "kpi"), ("Keep customers happy", "no-number")),
        (("Answer support tickets", "kpi"), ("Answer tickets faster", "no-number")),
        (("Digitise invoices", "task"), ("Optimalise margin", "no-number")),
        (("Ensure the report is published", "task"), ("Ensure that releases are shipped every week", "kpi")),
        (("New newsletter", "task"), ("Monthly newsletter", "kpi")),
        (("Reach more customers", "no-number"), ("Meet the sales quota every month", "kpi")),
        (("Raise the retention rate to 130 %", "impossible"), ("Reach 150 % improvement in accuracy", "good")),
        (("Train 80 % of nurses", "task"), ("Migrate 80 % of customers within budget", "good")),
        (("Feature 5 magazines", "task"), ("Featured by 5 magazines", "good")),
    ],
    ids=lambda pair: pair[0],
)
def test_a_word_turns_the_verdict(plain: tuple[str, str], turned: tuple[str, str]) -> None:
    """A comparative, a feeling, a frequency, a passive or a limit beside the verb."""
    for text, verdict in (plain, turned):
        assert audit(kind="kr", text=text).verdict == verdict


@pytest.mark.parametrize("text", ["Move to Falcon 9", "Train staff on Oracle 12"])
def test_a_number_behind_a_name_is_part_of_the_name(text: str) -> None:
    assert "kr.number" in {finding.rule for finding in audit(kind="kr", text=text, show_all=True).findings}


def test_a_window_may_have_an_article() -> None:
    """The thirty days say when it is counted; forty is what is counted."""
    assert audit(kind="kr", text="Sign 40 contracts in the 30 days before June").verdict == "good"


def test_a_metric_that_only_holds_its_level_is_asked_for_another_by_what_it_counts() -> None:
    found = audit(kind="kr", text="Maintain 99.9 %")
    assert found.verdict == "kpi"
    assert "Maintain 99.9 %" in found.rewrite


@pytest.mark.parametrize("text", ["Cut waiting from 5 days to 30 %", "Raise revenue from 5 % to 8 months"])
def test_two_units_are_no_movement_to_compare(text: str) -> None:
    assert "kr.direction" not in {finding.rule for finding in audit(kind="kr", text=text, show_all=True).findings}


LONG = "Win every hospital by making our support the quickest that any nurse has seen in any rural place of the country"


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("Grow revenue by 20 %", {"objective.is-kr", "objective.number", "objective.short"}),
        ("Grow revenue by 20 % because we want to stay independent", {"objective.number"}),
        ("Launch an app", {"objective.project", "objective.short"}),
        ("Launch a world-class app", set()),
        (LONG, {"objective.long"}),
        ("Keep customers happy", {"objective.vague", "objective.short"}),
    ],
)
def test_an_objective_is_lifted_by_its_why(text: str, rules: set[str]) -> None:
    assert {finding.rule for finding in audit(kind="objective", text=text, show_all=True).findings} == rules


def test_a_loose_end_between_two_goals_is_no_goal_of_its_own() -> None:
    found = audit(kind="kr", text="Raise NPS to 50 and better and cut costs to 3M")
    assert found.verdict == "kitchen-sink"
    assert [part.split()[0] for part in found.rewrite.split(" · ")] == ["Raise", "Cut"]


@pytest.mark.parametrize(
    ("word", "is_one"),
    [("best", True), ("quietest", True), ("request", False), ("test", False), ("harvest", False), ("quick", False)],
)
def test_a_superlative_is_known_by_its_list_or_its_ending(word: str, is_one: bool) -> None:
    assert lexicon_of("en", text="").is_superlative(word) is is_one


@pytest.mark.parametrize(("text", "verdict"), [("Launch of the app", "task"), ("Reports published 5", "good")])
def test_a_noun_that_could_be_a_verb_is_a_noun_before_another(text: str, verdict: str) -> None:
    assert audit(kind="kr", text=text).verdict == verdict


@pytest.mark.parametrize(
    ("kind", "plain", "turned"),
    [
        ("kr", ("Spend 8 hours on training", "task"), ("Spend fell to 8 %", "good")),
        ("kr", ("Invoices paid", "task"), ("Invoices paid on time", "kpi")),
        ("kr", ("Uptime of 99 % every month", "kpi"), ("Uptime to 99 % every month", "good")),
        ("objective", ("Build a checkout", "task"), ("Build a faster checkout", "good")),
        (
            "objective",
            ("Manage the requests of our partners in the regions and shops", "good"),
            ("Manage the ongoing requests of our partners in the regions and shops", "kpi"),
        ),
    ],
)
def test_a_word_turns_a_claim(kind: Kind, plain: tuple[str, str], turned: tuple[str, str]) -> None:
    """A movement behind a noun, a habit, a way to a level, a comparison, a routine."""
    for text, verdict in (plain, turned):
        assert audit(kind=kind, text=text).verdict == verdict, text


def test_a_share_needs_its_whole() -> None:
    """Three of four are 75 %; a sentence that breaks off is read as far as it goes."""
    assert share_at(tokenise("Win 3 out of 4 tenders"), 1, lexicon_of("en")) == Share(75.0, 5)
    assert share_at(tokenise("Win 3 out of"), 1, lexicon_of("en")) is None


def test_a_window_may_be_one_of_several() -> None:
    """Thirty more days each time: five contracts are what is counted."""
    found = audit(kind="kr", text="Win 5 contracts in each additional 30 days")
    assert found.verdict == "good"
    assert [
        quantity.value for quantity in read("Win 5 contracts in each additional 30 days", lexicon_of("en")).numbers
    ] == [5]
