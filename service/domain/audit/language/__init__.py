"""The languages the auditor reads. Adding one is adding a module with a `Lexicon` and a line here."""

from service.domain.audit.language.english import ENGLISH
from service.domain.audit.language.german import GERMAN
from service.domain.audit.language.spanish import SPANISH
from service.domain.audit.lexicon import Lexicon

LANGUAGES: dict[str, Lexicon] = {lexicon.code: lexicon for lexicon in (ENGLISH, GERMAN, SPANISH)}


def lexicon_of(language: str) -> Lexicon:
    """Find a language by its code or locale (`de`, `de-AT`, `de_DE`); English when it is not known."""
    return LANGUAGES.get(language.replace("_", "-").split("-")[0].lower(), ENGLISH)
