"""Every language brings the same word groups and sentences, so that adding one is adding data."""

import re
from pathlib import Path

import pytest

from service.domain.audit import auditor
from service.domain.audit.language import LANGUAGES

_PACKAGE = Path(auditor.__file__).parent
_ASKED = {
    name
    for path in (*_PACKAGE.glob("*.py"), *_PACKAGE.glob("rules/*.py"))
    for name in re.findall(r"lexicon\.group\(\s*\"([a-z_]+)\"", path.read_text(encoding="utf-8"))
}


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_groups_are_those_the_rules_ask_for(language: str) -> None:
    assert set(LANGUAGES[language].groups) == _ASKED


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_sentences_have_the_same_slots_and_no_digits(language: str) -> None:
    templates, english = LANGUAGES[language].templates, LANGUAGES["en"].templates
    slots = {name: set(re.findall(r"\{(\w+)\}", text)) for name, text in templates.items()}
    assert slots == {name: set(re.findall(r"\{(\w+)\}", text)) for name, text in english.items()}
    assert not any(char.isdigit() for text in templates.values() for char in text)


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_words_are_lower_case(language: str) -> None:
    lexicon = LANGUAGES[language]
    for words in (lexicon.verbs, lexicon.nouns, lexicon.prepositions, lexicon.determiners, *lexicon.groups.values()):
        assert [word for word in words if word != word.lower()] == []
