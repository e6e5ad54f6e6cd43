"""The languages the auditor reads. Adding one is adding a module with a `Lexicon` and a line here."""

from service.domain.audit.language.english import ENGLISH
from service.domain.audit.language.german import GERMAN
from service.domain.audit.language.spanish import SPANISH
from service.domain.audit.lexicon import Lexicon

LANGUAGES: dict[str, Lexicon] = {lexicon.code: lexicon for lexicon in (ENGLISH, GERMAN, SPANISH)}

#: Ask for this instead of a language to have it told from the words.
AUTO = "auto"


def lexicon_of(language: str, *, text: str = "") -> Lexicon:
    """Find a language by its code or locale (`de`, `de-AT`, `de_DE`), or by the text; English when it is not known."""
    if language == AUTO:
        return _told_by(text)
    return LANGUAGES.get(language.replace("_", "-").split("-")[0].lower(), ENGLISH)


def _told_by(text: str) -> Lexicon:
    """Count the words each language knows as verb, determiner or preposition; English wins a draw."""
    words = text[:_TOLD_BY_CHARS].lower().split()
    best, best_hits = ENGLISH, _hits(words, ENGLISH)
    for lexicon in LANGUAGES.values():
        hits = _hits(words, lexicon)
        if hits > best_hits:
            best, best_hits = lexicon, hits
    return best


#: Enough words to tell a language by.
_TOLD_BY_CHARS = 400


def _hits(words: list[str], lexicon: Lexicon) -> int:
    small = lexicon.determiners | lexicon.prepositions
    return sum(word in small or word in lexicon.verbs or word in lexicon.nouns for word in words)
