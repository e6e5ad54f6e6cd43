"""The second reader: what it learned from, what it may say, and who overrules it. Issue "The auditor", point 2."""

import math
from pathlib import Path

import pytest

from service.domain.audit import Kind, Structured, Verdict, audit
from service.domain.audit.language import lexicon_of
from service.domain.audit.likeness import Likely, doubt, features, likely
from service.domain.audit.likeness.model import Table, learned
from service.domain.audit.model import Strict
from service.domain.audit.reading import read
from tests.bench.audit.sentences import OWN_STUDIED, fingerprint

KINDS: tuple[Kind, ...] = ("kr", "objective")
ENGLISH = lexicon_of("en")


@pytest.fixture
def tells(monkeypatch: pytest.MonkeyPatch):
    """Let the second reader say what a test wants."""

    def say(verdict: Verdict, share: float = 1.0, words: tuple[str, ...] = ()) -> None:
        monkeypatch.setattr(doubt, "likely", lambda **_: Likely(verdict, share, words))

    return say


@pytest.mark.parametrize("kind", KINDS)
def test_the_tables_are_those_of_the_sentences_at_hand(kind: Kind) -> None:
    """Who changes the studied sentences runs `make likeness`."""
    table = learned("en", kind)
    assert table is not None
    head = Path(doubt.__file__).with_name(f"en_{kind}.tsv").read_text("utf-8").splitlines()[0]
    assert fingerprint(OWN_STUDIED) in head
    assert {ours for of, ours, _ in doubt.SURE if of == kind} <= set(table.verdicts)
    assert all(len(row) == len(table.verdicts) and all(map(math.isfinite, row)) for row in table.weights.values())


def test_likelihoods_add_up_and_follow_the_marks() -> None:
    table = Table(("good", "task"), (0.0, 0.0), {"word ship": (-1.0, 1.0), "word nps": (2.0, -2.0)})
    assert table.weigh([]) == [0.5, 0.5]
    shipped, measured = table.weigh(["word ship", "word unknown"]), table.weigh(["word nps"])
    assert shipped[1] == pytest.approx(1 / (1 + math.exp(-2)))
    assert sum(measured) == pytest.approx(1)
    assert measured[0] > 0.9


def test_amounts_make_no_difference_and_plurals_none() -> None:
    one, other = (features(read(text, ENGLISH)) for text in ("Win 3 banks", "Win 900 bank"))
    assert {mark for mark in one if mark.startswith("word ")} == {mark for mark in other if mark.startswith("word ")}
    assert "pair ^ win" in one
    assert features(read("", ENGLISH)) >= {"numbers 0", "first "}
    assert {"word <money>", "word <percent>", "word <date>"} <= features(read("$3M or 5% by Q3", ENGLISH))


def test_it_quotes_the_words_that_speak_for_its_verdict() -> None:
    told = likely(kind="kr", reading=read("Publish 20 posts", ENGLISH), instead_of="good")
    assert told is not None
    assert told.verdict == "task"
    assert set(told.words) & {"publish", "post"}
    assert 0.5 < told.share <= 1


def test_it_has_nothing_to_say_where_it_learned_nothing() -> None:
    assert likely(kind="kr", reading=read("Kosten senken", lexicon_of("de")), instead_of="good") is None
    assert likely(kind="kr", reading=read("Be better", ENGLISH), instead_of="impossible") is None


def test_it_names_a_defect_with_its_words_and_a_way_out(tells) -> None:
    tells("task", 0.95, ("sign",))
    found = audit(kind="kr", text="Sign 40 resellers")
    assert found.verdict == "task"
    (finding,) = (each for each in found.findings if each.rule == "kr.likeness")
    assert finding.message == "It reads like work to be done (95% likely: “sign”)."
    assert (finding.severity, finding.suggestion != "", found.rewrite != "") == ("error", True, True)


def test_it_acquits_and_says_what_a_rule_took_it_for(tells) -> None:
    tells("good", 0.9)
    found = audit(kind="kr", text="Write 10 posts")
    assert (found.verdict, found.rewrite) == ("good", "")
    (finding,) = (each for each in found.findings if each.rule == "kr.likeness")
    assert finding.message == "A rule takes it for work to be done, but it reads like an outcome (90% likely)."
    assert {each.severity for each in found.findings} == {"info"}


@pytest.mark.parametrize(
    ("kind", "text", "says", "share", "verdict"),
    [
        ("kr", "Sign 40 resellers", "task", 0.89, "good"),  # not sure enough
        ("kr", "Sign 40 resellers", "kpi", 1.0, "good"),  # a question it is not heard on
        ("kr", "Write posts", "good", 1.0, "task"),  # no number: M-15
        ("kr", "Raise NPS from 40 to 60", "task", 1.0, "good"),  # more than a bare count
        ("kr", "Featured in 10 journals", "task", 1.0, "good"),  # others do it
        ("objective", "Increase customer retention", "vague", 1.0, "good"),  # a named metric steers
        ("objective", "Launch the best app", "task", 1.0, "good"),  # praise lifts it
        ("objective", "Launch the app", "good", 1.0, "good"),
        ("objective", "Make clinics proud", "vague", 1.0, "vague"),
        ("objective", "Make clinics proud", "task", 1.0, "task"),
        ("kr", "Retain 40 resellers", "vanity", 0.9, "vanity"),
        ("kr", "Retain 40 paying resellers", "vanity", 0.9, "good"),  # a partner that gives them worth
    ],
)
def test_the_rules_overrule_it(tells, kind: Kind, text: str, says: Verdict, share: float, verdict: Verdict) -> None:
    tells(says, share)
    assert audit(kind=kind, text=text).verdict == verdict


def test_fields_and_doctrine_come_first(tells) -> None:
    """Requirements 4.3: what stands in the tracker, a waiver, and a doctrine that lets outputs stand."""
    tells("task")
    text = "Sign 40 resellers"
    assert audit(kind="kr", text=text, fields=Structured(target=40, unit="%")).verdict == "good"
    assert audit(kind="kr", text="Sign resellers", fields=Structured(target=40)).verdict == "good"
    assert audit(kind="kr", text=text, fields=Structured(waived=True)).verdict == "good"
    assert audit(kind="kr", text=text, preset=Strict(output_kr="allowed")).verdict == "good"
    assert audit(kind="kr", text=text, fields=Structured(target=40)).verdict == "task"
