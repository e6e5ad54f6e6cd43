"""What surrounds a number: its role (`from`, `to`, `below`), and whether it is a date, a name or a window instead of a measure."""

from collections.abc import Sequence
from typing import Literal

from service.domain.audit.lexicon import Lexicon
from service.domain.audit.tokens import Token

Role = Literal["from", "to", "by", "above", "below", "plain"]


def role_of(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> Role:
    """Read the word or sign before a number; `an average of`, `around` and brackets are looked through."""
    back = index - 1
    looked = 0
    while back >= 0 and looked < 3:
        token = tokens[back]
        before = f"{tokens[back - 1].lower} {token.lower}" if back else token.lower
        if back > 1 and f"{tokens[back - 2].lower} {before}" in lexicon.below:
            return "below"
        if token.text in {"<", "<=", "≤"} or token.lower in lexicon.below or before in lexicon.below:
            return "below"
        if token.text in {">", ">=", "≥"} or token.lower in lexicon.above or before in lexicon.above:
            return "above"
        if token.text in {"→", "->", "=>"} or token.lower in lexicon.goals:
            return "to"
        if token.lower in lexicon.sources:
            return "from"
        if token.lower in lexicon.steps:
            return "by"
        if token.lower not in lexicon.group("through") and token.text not in {"(", "~"} and token.kind != "sign":
            return "plain"
        back -= 1
        looked += 1
    return "plain"


def is_calendar(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    """Say whether the number is a year or a day of a month."""
    token = tokens[index]
    if token.unit or token.money or token.of:
        return False
    previous = tokens[index - 1] if index else None
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if len(token.text) == 4 and token.text.isdigit() and 1990 <= token.value <= 2060:
        return (
            (previous is not None and previous.lower in lexicon.group("articles"))
            or following is None
            or following.kind != "word"
            or not lexicon.noun(following.lower)
            or following.lower in lexicon.calendar
        )
    if token.value > 31 or not token.text.isdigit():
        return False
    month_before = previous is not None and previous.lower in lexicon.calendar and len(previous.text) > 2
    month_after = following is not None and following.lower in lexicon.calendar and following.text[0].isupper()
    return month_before or month_after


def is_label(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    """Say whether the number names a thing: `SOC 2`, `Tier-1`, `Windows 11`."""
    token = tokens[index]
    scaled = any(letter.isalpha() for letter in token.text)  # `Birr 12B` is an amount
    if token.unit or token.money or token.of or token.plus or scaled or index == 0:
        return False
    back = index - 2 if tokens[index - 1].text == "-" and index > 1 else index - 1
    previous = tokens[back]
    if previous.lower in lexicon.labels:
        return True
    if back == 0 or previous.kind != "word" or not previous.text[0].isupper() or previous.text.isupper():
        return False
    known = (
        lexicon.noun(previous.lower) or previous.lower in lexicon.verbs or previous.lower in lexicon.prepositions
        or previous.lower in lexicon.above or previous.lower in lexicon.numbers or previous.lower in lexicon.calendar
    )  # fmt: skip
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    counts = following is not None and following.kind == "word" and bool(lexicon.noun(following.lower))
    return not known and not counts and role_of(tokens, index, lexicon) == "plain"


def is_window(
    tokens: Sequence[Token], index: int, lexicon: Lexicon, *, seconds: float, hyphen: bool, role: Role
) -> bool:
    """Say whether a duration is the window in which something is counted, not the thing measured."""
    before = tokens[index - 1].lower if index else ""
    if role in {"to", "from", "above", "below"} and not (hyphen and role in {"to", "from"}):
        return before in lexicon.group("within") and seconds >= _DAY_S
    if hyphen:
        return True
    if any(token.lower in lexicon.group("contrast") for token in tokens[index + 1 : index + 3]):
        return False
    if before in lexicon.group("repeats"):
        return True
    if before in lexicon.determiners and index > 1:
        before = tokens[index - 2].lower
        if before in lexicon.group("repeats"):
            return True
    return before in lexicon.group("windows") and seconds >= _DAY_S


_DAY_S = 86_400
