"""Our own sentences come out as a facilitator would judge them, in three languages."""

import pytest

from service.domain.audit import Kind, audit
from service.domain.audit.language import lexicon_of
from tests.unit.audit import other_languages, own_sentences
from tests.unit.audit.own_sentences import rows


@pytest.mark.parametrize(("text", "verdict"), rows(own_sentences.KEY_RESULTS))
def test_english_key_results(text: str, verdict: str) -> None:
    assert audit(kind="kr", text=text).verdict == verdict


@pytest.mark.parametrize(("text", "verdict"), rows(own_sentences.OBJECTIVES))
def test_english_objectives(text: str, verdict: str) -> None:
    assert audit(kind="objective", text=text).verdict == verdict


_OTHERS = [
    (language, kind, text, verdict)
    for kind, tables in (("kr", other_languages.KEY_RESULTS), ("objective", other_languages.OBJECTIVES))
    for language, table in tables.items()
    for text, verdict in rows(table)
]


@pytest.mark.parametrize(("language", "kind", "text", "verdict"), _OTHERS)
def test_german_and_spanish(language: str, kind: Kind, text: str, verdict: str) -> None:
    assert audit(kind=kind, text=text, language=language).verdict == verdict


def test_a_locale_finds_its_language_and_an_unknown_one_reads_english() -> None:
    assert audit(kind="kr", text="Kosten senken", language="de_AT").rewrite.endswith("[Ziel]")
    assert audit(kind="kr", text="Reduce costs", language="tlh").verdict == "no-number"


def test_the_language_is_told_from_the_words() -> None:
    tables = (("kr", other_languages.KEY_RESULTS), ("objective", other_languages.OBJECTIVES))
    told = [
        lexicon_of("auto", text=text).code == language
        for _, by_language in tables
        for language, table in by_language.items()
        for text, _verdict in rows(table)
    ]
    english = [lexicon_of("auto", text=text).code == "en" for text, _ in rows(own_sentences.KEY_RESULTS)]
    assert sum(told) / len(told) > 0.95
    assert sum(english) / len(english) > 0.98
