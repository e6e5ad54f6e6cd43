"""Our own sentences come out as a facilitator would judge them, in three languages."""

import pytest

from service.domain.audit import audit
from service.domain.audit.language import lexicon_of
from tests.unit.audit.sentences import SENTENCES, Sentence


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda s: f"{s.language}-{s.kind}-{s.verdict}-{s.text}")
def test_verdicts(sentence: Sentence) -> None:
    assert audit(kind=sentence.kind, text=sentence.text, language=sentence.language).verdict == sentence.verdict


def test_the_table_holds_every_verdict_and_language() -> None:
    assert len(SENTENCES) > 700
    assert {sentence.language for sentence in SENTENCES} == {"en", "de", "es"}
    assert {sentence.verdict for sentence in SENTENCES} >= {
        "good",
        "task",
        "no-number",
        "kpi",
        "vanity",
        "vague",
        "binary",
    }


def test_a_locale_finds_its_language_and_an_unknown_one_reads_english() -> None:
    assert audit(kind="kr", text="Kosten senken", language="de_AT").rewrite.endswith("[Ziel]")
    assert audit(kind="kr", text="Reduce costs", language="tlh").verdict == "no-number"


def test_the_language_is_told_from_the_words() -> None:
    told = [(s.language, lexicon_of("auto", text=s.text).code == s.language) for s in SENTENCES]
    others = [right for language, right in told if language != "en"]
    english = [right for language, right in told if language == "en"]
    assert sum(others) / len(others) > 0.95
    assert sum(english) / len(english) > 0.98
