"""Nouns made of verbs: `Establishment of five centres` does what `Establish five centres` does."""

from collections.abc import Iterator

from service.domain.audit.lexicon import Lexicon, Verb


def verb_behind(word: str, lexicon: Lexicon) -> Verb | None:
    """Find the verb a noun is made of; None when there is none, or when the noun names a metric (`Completion`)."""
    if lexicon.noun(word) == "metric":
        return None
    for lemma in _lemmas(word, lexicon):
        verb = lexicon.verbs.get(lemma)
        if verb is not None and verb.form == "base":
            return verb
    return None


def _lemmas(word: str, lexicon: Lexicon) -> Iterator[str]:
    for ending, replacements in lexicon.noun_endings.items():
        if word.endswith(ending) and len(word) > len(ending) + _SHORTEST_STEM:
            stem = word[: -len(ending)]
            for replacement in replacements:
                yield stem + replacement


#: Letters a verb has at least before the ending.
_SHORTEST_STEM = 3
