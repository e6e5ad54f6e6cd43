"""Which numbers of a sentence measure something, in which unit, in which role, of what. Dates and names are left out."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from service.domain.audit.lexicon import Lexicon
from service.domain.audit.tokens import Token

QuantityKind = Literal["percent", "money", "duration", "score", "times", "count", "rank", "blank"]
Role = Literal["from", "to", "by", "above", "below", "plain"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number that measures. `head` is the kind of noun it counts (lexicon), `word` the noun itself.

    Units: `value` as written (90 for 90 %, 2e6 for $2M), durations in seconds.
    """

    kind: QuantityKind
    value: float
    role: Role
    index: int
    head: str = ""
    word: str = ""
    shown: str = ""


def quantities(tokens: Sequence[Token], lexicon: Lexicon) -> list[Quantity]:
    """Find every measuring number, in order."""
    found: list[Quantity] = []
    for index, token in enumerate(tokens):
        quantity = _measure(tokens, index, token, lexicon)
        if quantity is not None:
            found.append(quantity)
    return found


def _measure(tokens: Sequence[Token], index: int, token: Token, lexicon: Lexicon) -> Quantity | None:
    if token.kind == "name":
        return _rank(tokens, index, token, lexicon)
    if token.kind == "blank":
        head, word = head_after(tokens, index + 1, lexicon)
        kind: QuantityKind = "percent" if "%" in token.text else "money" if token.text[0] in "$€£" else "blank"
        return Quantity(kind, 0.0, role_of(tokens, index, lexicon), index, head, word, token.text)
    if token.kind == "word":
        return _spelt_out(tokens, index, token, lexicon)
    if token.kind != "number" or _is_calendar(tokens, index, lexicon) or _is_label(tokens, index, lexicon):
        return None
    return _counted(tokens, index, token, lexicon)


def _counted(tokens: Sequence[Token], index: int, token: Token, lexicon: Lexicon) -> Quantity | None:
    role = role_of(tokens, index, lexicon)
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    start = index + 1
    hyphen = after is not None and after.text == "-" and index + 2 < len(tokens) and tokens[index + 2].kind == "word"
    unit_token = tokens[index + 2] if hyphen else after
    unit = token.unit or (unit_token.lower if unit_token is not None and unit_token.kind == "word" else "")
    value = token.value
    kind: QuantityKind = "count"
    if token.money or unit in lexicon.group("monies"):
        kind = "money"
    elif unit in {"%", "‰"} or unit in lexicon.group("percents"):
        kind = "percent"
    elif unit.lower() in lexicon.group("timeses"):
        kind = "times"
    elif token.of and (token.of in {5, 7, 10, 100} or token.value <= token.of <= 100):
        kind = "percent" if token.of in {2, 3, 4} else "score"
        if kind == "percent":
            value = 100 * token.value / token.of
    elif unit in lexicon.durations and not (unit in {"m", "s"} and not token.unit):
        if _is_window(tokens, index, lexicon, seconds=lexicon.durations[unit], hyphen=hyphen, role=role):
            return None
        kind, value = "duration", value * lexicon.durations[unit]
        start += 0 if token.unit else (2 if hyphen else 1)
    head, word = head_after(tokens, start, lexicon)
    return Quantity(kind, value, role, index, head, word, token.text)


def _rank(tokens: Sequence[Token], index: int, token: Token, lexicon: Lexicon) -> Quantity | None:
    following = tokens[index + 1].lower if index + 1 < len(tokens) else ""
    ordinal = token.text[0].isdigit() and following in lexicon.group("places")
    if token.text[0] == "#" or ordinal:
        return Quantity("rank", 0.0, role_of(tokens, index, lexicon), index, shown=token.text)
    return None


def _spelt_out(tokens: Sequence[Token], index: int, token: Token, lexicon: Lexicon) -> Quantity | None:
    value = lexicon.numbers.get(token.lower)
    if value is None or index and tokens[index - 1].kind == "number":
        return None
    following = tokens[index + 1].lower if index + 1 < len(tokens) else ""
    if following in lexicon.durations:
        if role_of(tokens, index, lexicon) == "plain" or _is_window(
            tokens,
            index,
            lexicon,
            seconds=lexicon.durations[following],
            hyphen=False,
            role=role_of(tokens, index, lexicon),
        ):
            return None
        return Quantity(
            "duration", value * lexicon.durations[following], role_of(tokens, index, lexicon), index, shown=token.text
        )
    if value in {1.0, 0.33} or following == "more" or following in lexicon.calendar:
        return None
    head, word = head_after(tokens, index + 1, lexicon)
    if value == 0.0 and token.lower != "zero" and not head:
        return None
    kind: QuantityKind = "times" if value in {0.5} or token.lower in lexicon.group("factors") else "count"
    return Quantity(kind, value, role_of(tokens, index, lexicon), index, head, word, token.text)


def role_of(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> Role:
    """Read the word or sign before a number; `an average of`, `around` and brackets are looked through."""
    back = index - 1
    looked = 0
    while back >= 0 and looked < 3:
        token = tokens[back]
        before = f"{tokens[back - 1].lower} {token.lower}" if back else token.lower
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


def _is_calendar(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    token = tokens[index]
    if token.unit or token.money or token.of:
        return False
    previous = tokens[index - 1] if index else None
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if len(token.text) == 4 and token.text.isdigit() and 1990 <= token.value <= 2060:
        return (
            following is None
            or following.kind != "word"
            or not lexicon.noun(following.lower)
            or following.lower in lexicon.calendar
        )
    if token.value > 31 or not token.text.isdigit():
        return False
    month_before = previous is not None and previous.lower in lexicon.calendar and len(previous.text) > 2
    month_after = following is not None and following.lower in lexicon.calendar and following.text[0].isupper()
    return month_before or month_after


def _is_label(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    """Say whether the number names a thing: `SOC 2`, `Tier-1`, `Windows 11`."""
    token = tokens[index]
    if token.unit or token.money or token.of or token.plus or index == 0:
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


def _is_window(
    tokens: Sequence[Token], index: int, lexicon: Lexicon, *, seconds: float, hyphen: bool, role: Role
) -> bool:
    """Say whether a duration is the window in which something is counted, not the thing measured."""
    before = tokens[index - 1].lower if index else ""
    if role in {"to", "from", "above", "below"} and not (hyphen and role in {"to", "from"}):
        return before in lexicon.group("within") and seconds >= _DAY_S
    if hyphen:
        return True
    if before in lexicon.determiners and index > 1:
        before = tokens[index - 2].lower
    if before in lexicon.group("repeats"):
        return True
    return before in lexicon.group("windows") and seconds >= _DAY_S


_DAY_S = 86_400


def head_after(tokens: Sequence[Token], start: int, lexicon: Lexicon) -> tuple[str, str]:
    """Find the noun that a number counts: the last noun before the phrase ends (`20 customer case studies`)."""
    head, word, previous = "", "", ""
    position = start
    if position < len(tokens) and tokens[position].lower in lexicon.group("of"):
        position += 1
    end = min(len(tokens), position + 7)
    while position < end:
        token = tokens[position]
        lower = token.lower
        if token.kind == "stop" and token.text != "-" or token.kind in {"number", "date", "blank"}:
            break
        if token.text in {"-", "+", "/", "more", "new"} or token.kind in {"name", "sign"}:
            position += 1
            continue
        kind = lexicon.noun(lower, previous)
        verb = lexicon.verbs.get(lower)
        if lower in lexicon.prepositions or lower in lexicon.links:
            break
        if (
            position
            and tokens[position - 1].text == "-"
            and verb is not None
            and verb.form in {"past", "ing"}
            and not kind
        ):
            head, word = "", ""
        elif head and verb is not None and (not kind or verb.form == "base") and _ends_phrase(verb.form, previous):
            break
        elif kind:
            head, word = kind, lower
        elif not head:
            word = lower
        elif lower.endswith("s") and verb is None:
            head, word = "", lower
        previous = lower
        position += 1
    return head, word


def _ends_phrase(form: str, previous: str) -> bool:
    """Say whether a verb form after a noun closes the noun phrase: `customers | commit`, but `support reps`."""
    return form != "base" or (previous.endswith("s") and not previous.endswith("ss")) or previous == "people"
