"""The words of a note that carry meaning, with endings cut off. English, German and Spanish may stand in one room."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from service.domain.room.grouping.meanings import MEANINGS

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_ENDINGS: Final = (
    "aciones", "ación", "ations", "ation", "ungen", "ments", "mente", "heit", "keit", "ness", "ment", "ings", "ing", "ung", "ies",
    "ers", "ern", "est", "ely", "ado", "ada", "es", "en", "er", "em", "ed", "ly", "os", "as", "s", "e", "o", "a", "y",
)  # fmt: skip
_LEAST_STEM: Final = 4

_STOPS: Final = """
    a an the of to for in on at by with without and or but not no nor our ours we us i me my you your they them their it its he she
    is are be been was were am do does did done have has had having can could may might must shall should will would want wants need
    needs get gets got make makes made more most less least much many very too so as than then that this these those there here when
    where which who whom what why how all any each every some few both other another same own only just also still even yet again
    into from up down out off over under about before after between because if while until during per via let lets keep keeps one two
    day days week weeks month months year years hour hours minute minutes today time times new first last next go going put take
    don't doesn't didn't can't won't isn't aren't we're they're it's i'm good better best bad well
    der die das den dem des ein eine einen einem einer eines und oder aber nicht kein keine keinen unser unsere unseren unserer wir uns
    ich mich mein meine du sie ihr ihre ihnen er es ist sind sein war waren wird werden wurde worden hat haben hatte kann können muss
    müssen soll sollen sollte will wollen darf mehr weniger sehr zu zum zur im in an am auf aus bei mit ohne nach vor von vom für über
    unter durch gegen um bis seit als wie wenn weil dass ob auch noch nur schon wieder so da dort hier was wer wo wann warum welche
    tag tage tagen woche wochen monat monate monaten jahr jahre stunde stunden minute minuten heute zeit neu neue neuen erste ersten
    jeder jede jedes alle alles viele viel einige man sich besser gut
    el la los las un una unos unas y o pero no ni nuestro nuestra nuestros nuestras nosotros nos yo mi mis tu tus su sus ellos ellas
    es son ser está están era fue ha han hay tener tiene tienen puede pueden debe deben más menos muy mucho muchos poco que qué quien
    quién como cómo cuando cuándo donde dónde por para con sin de del al en entre sobre hasta desde si también ya solo sólo todo todos
    día días semana semanas mes meses año años hora horas minuto minutos hoy tiempo nuevo nueva nuevos primer primera
    toda todas cada algún otro otra lo le les se mejor bien
"""
STOP_WORDS: Final = frozenset(_STOPS.split())


def words_in(text: str) -> Iterator[tuple[str, str]]:
    """Yield the words that carry meaning as (stem, as written)."""
    for found in _WORD.finditer(text):
        word = found.group().casefold().replace("’", "'")
        if word not in STOP_WORDS and len(word) > 1:
            yield stem(word), found.group()


@cache
def stem(word: str) -> str:
    """Return a word without its ending; short words stay whole."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST_STEM:
            return word[: -len(ending)]
    return word


@cache
def meaning(word: str) -> int | None:
    """Return the number of the meaning that a word (in small letters) shares with others, or None."""
    for number, beginnings in enumerate(_BEGINNINGS):
        if any(word.startswith(each) for each in beginnings):
            return number
    return None


_BEGINNINGS: Final = tuple(tuple(line.split()) for line in MEANINGS)
