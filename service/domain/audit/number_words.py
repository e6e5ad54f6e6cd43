"""Numbers told in words: `by a third`, `nine of ten`, `every second order`, `three times a week`, `break even`."""

from collections.abc import Sequence
from dataclasses import dataclass

from service.domain.audit.lexicon import Lexicon
from service.domain.audit.tokens import Token


def is_fraction(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    """Tell `by a third` and `three quarters of` from the third office and the quarter of a year."""
    if index == 0 or tokens[index].lower not in lexicon.group("fractions"):
        return False
    before, after = tokens[index - 1], tokens[index + 1] if index + 1 < len(tokens) else None
    counted = before.kind == "number" or before.lower in lexicon.numbers or before.lower in lexicon.group("single")
    parted = after is not None and after.lower in lexicon.group("of")
    stepped = index > 1 and tokens[index - 2].lower in lexicon.steps
    if tokens[index].lower in lexicon.durations:
        return counted and (parted or stepped)
    closes = after is None or after.kind == "stop" or after.lower in lexicon.prepositions | lexicon.comparatives
    return counted and (parted or stepped or closes)


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many, and the token behind."""

    percent: float
    end: int


def share_at(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> Share | None:
    """Read `nine of ten`, `3 out of 4` and `one in five` as a share; `5 in 30 days` is none."""
    part = _plain_count(tokens, index, lexicon)
    if part is None or index + 2 >= len(tokens) or tokens[index].lower in lexicon.group("factors"):
        return None
    place = index + 1
    if tokens[place].lower in lexicon.group("out") and tokens[place + 1].lower in lexicon.group("of"):
        place += 1
    elif tokens[place].lower not in lexicon.group("of") | lexicon.group("among"):
        return None
    whole = _plain_count(tokens, place + 1, lexicon)
    following = tokens[place + 2].lower if place + 2 < len(tokens) else ""
    if whole is None or not 0 < part < whole <= _LARGEST_WHOLE or following in lexicon.durations:
        return None
    return Share(100 * part / whole, place + 2)


#: `Two in 2027` is a year.
_LARGEST_WHOLE = 1_000


def _plain_count(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> float | None:
    if index >= len(tokens):
        return None
    token = tokens[index]
    if token.kind == "number":
        return None if token.unit or token.money or token.of else token.value
    return lexicon.numbers.get(token.lower) if token.kind == "word" else None


def is_crossing(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    """Say whether words name the level zero: `break-even`, `turns positive`."""
    following = [token.lower for token in tokens[index + 1 : index + 3] if token.text != "-"]
    if tokens[index].lower in lexicon.group("crossings"):
        return True
    return bool(following) and f"{tokens[index].lower} {following[0]}" in lexicon.group("crossings")


def is_every_nth(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    """Tell `every second order` from `every second week`."""
    return (
        index + 2 < len(tokens)
        and tokens[index].lower in lexicon.group("recurring")
        and tokens[index + 1].lower in lexicon.group("ordinals")
        and tokens[index + 2].kind == "word"
        and tokens[index + 2].lower not in lexicon.durations
        and tokens[index + 2].lower not in lexicon.calendar
    )


def is_frequency(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    """Say whether a number tells how often: `three times a week`, `twice per month`."""
    back = index + 2 if index + 1 < len(tokens) and tokens[index + 1].lower in lexicon.group("timeses") else index + 1
    if back == index + 1 and tokens[index].lower not in lexicon.group("factors"):
        return False
    return (
        back + 1 < len(tokens)
        and tokens[back].lower in lexicon.group("single") | lexicon.group("repeats")
        and tokens[back + 1].lower in lexicon.durations
    )
