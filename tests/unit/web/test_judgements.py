"""Every verdict has a word and a colour, and the words say what the numbers say."""

from collections.abc import Callable
from enum import StrEnum
from typing import Any, get_args

import pytest

from service.domain.audit import Severity
from service.domain.challenge import FAMILIES, Answer, CounterMetric, FieldHint, Guardrail, Jql, Loophole
from service.domain.challenge.guardrails import Dismissal
from service.domain.divergence import Quadrant
from service.domain.do_nothing import Verdict as DoNothingVerdict
from service.domain.model import Direction
from service.domain.presets import PRESETS, GuardrailPolicy
from service.domain.second_opinion import DraftKeyResult, DraftObjective, DraftSet, opinion
from service.domain.sufficiency import Verdict
from service.domain.synthesis import Kind, RequestState
from service.web.texts import judgements as words
from service.web.texts.lines import first_up, spaced
from service.web.texts.rules import rule_title

WORDS: tuple[tuple[type[StrEnum], Callable[[Any], str]], ...] = (
    (Verdict, words.sufficiency_word),
    (Verdict, words.sufficiency_tone),
    (DoNothingVerdict, words.do_nothing_word),
    (DoNothingVerdict, words.do_nothing_tone),
    (Quadrant, words.quadrant_word),
    (Quadrant, words.quadrant_tone),
    (Quadrant, words.quadrant_says),
    (RequestState, words.request_word),
    (RequestState, words.request_tone),
    (GuardrailPolicy, words.policy_words),
)
COUNTER = CounterMetric(name="refunds", bound=Direction.STAY_BELOW, unit="%", source=FieldHint(name="Refund rate"))
RAIL = Guardrail(id="g", key_result_id="k", name="refunds", bound=Direction.STAY_BELOW, limit=5)


@pytest.mark.parametrize(("kind", "word"), WORDS, ids=lambda each: getattr(each, "__name__", ""))
def test_every_member_has_its_word(kind: type[StrEnum], word: Callable[[Any], str]) -> None:
    assert all(word(member) for member in kind)


def test_every_kind_of_finding_has_a_title() -> None:
    assert set(words.KINDS) == set(Kind)


@pytest.mark.parametrize("severity", get_args(Severity))
def test_every_severity_has_its_words(severity: Severity) -> None:
    told = words.severity_word, words.severity_tone, words.severity_sign, words.severity_verb
    assert all(word(severity) for word in told)


@pytest.mark.parametrize(
    ("guardrails", "dismissal", "word"),
    [
        ((), None, "Open"),
        ((), Dismissal(key_result_id="k", loophole="l", reason="No."), "Dismissed"),
        ((RAIL,), None, "Guarded"),
        ((RAIL,), Dismissal(key_result_id="k", loophole="l", reason="No."), "Guarded"),
    ],
)
def test_what_became_of_a_loophole(guardrails: tuple[Guardrail, ...], dismissal: Dismissal | None, word: str) -> None:
    answer = Answer(loophole=Loophole(id="l", how="How.", counter=COUNTER), guardrails=guardrails, dismissal=dismissal)
    assert words.answer_word(answer) == word


def test_a_broken_guardrail_comes_first() -> None:
    broken = Guardrail(id="b", key_result_id="k", name="refunds", bound=Direction.STAY_BELOW, limit=5, value=9)
    answer = Answer(loophole=Loophole(id="l", how="How.", counter=COUNTER), guardrails=(RAIL, broken))
    assert (words.answer_word(answer), words.answer_tone(answer)) == ("Broken", "danger")


def test_what_to_watch_and_where_it_comes_from() -> None:
    counted = CounterMetric(name="bugs", bound=Direction.STAY_ABOVE, unit="count", source=Jql(query="type = Bug"))
    assert words.watch_words(COUNTER) == "refunds (%), with an upper limit"
    assert words.watch_words(counted) == "bugs, with a lower limit"
    assert words.source_words(COUNTER) == "Keep it in a number field, e.g. “Refund rate”."
    assert words.source_words(counted) == "Jira can count it."
    counters = [each.counter for family in FAMILIES.values() for each in (*family.up, *family.down)]
    assert all(words.watch_words(each) and words.source_words(each) for each in counters)


@pytest.mark.parametrize(
    ("days", "said"), [(-1, "1 day late"), (-12, "12 days late"), (0, "0 days to spare"), (1, "1 day to spare")]
)
def test_slack_in_words(days: int, said: str) -> None:
    assert words.slack_words(days) == said


def test_sentences_of_ours() -> None:
    assert spaced("57% of 40%") == "57\N{NO-BREAK SPACE}% of 40\N{NO-BREAK SPACE}%"
    assert (first_up("reopen rate"), first_up("")) == ("Reopen rate", "")


def test_rules_that_find_something_are_called_by_a_name() -> None:
    """A new rule is shown by its id in words, never by nothing."""
    rows = tuple(DraftKeyResult(id=f"k{n}", text=f"Launch thing {n} and thing x", confidence=0.9) for n in range(6))
    draft = DraftSet(
        objectives=(DraftObjective(id="o", text="Be better", key_results=rows), DraftObjective(id="p", text="x"))
    )
    rules = {each.rule for preset in PRESETS.values() for each in opinion(draft=draft, preset=preset).findings}
    assert len(rules) > 4
    assert all(rule_title(rule) and "." not in rule_title(rule) for rule in rules)
    assert (rule_title("kr.binary"), rule_title("kr.brand-new")) == ("Done or not done", "Brand new")
