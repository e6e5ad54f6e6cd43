"""Which numbers of a sentence measure something, in which unit, in which role, of what. Dates and names are left out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from service.domain.audit.lexicon import PLANNED, Lexicon
from service.domain.audit.noun_phrase import head_after
from service.domain.audit.number_words import is_crossing, is_every_nth, is_fraction, is_frequency, share_at
from service.domain.audit.numbers import Role, is_calendar, is_label, is_window, role_of
from service.domain.audit.predicate import predicate_after
from service.domain.audit.tokens import Token
from service.domain.audit.universals import is_universal

QuantityKind = Literal["percent", "money", "duration", "score", "times", "count", "frequency", "rank", "blank"]


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
    windows = [] if found else list(_windows(tokens, lexicon))
    if windows and predicate_after(tokens, 0, lexicon) is not None:
        found = windows
    return [_settled(found, place, lexicon) for place in range(len(found))]


def _windows(tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[Quantity]:
    """Yield the spans within which others do something, where nothing else is measured: `Joiners ship within 2 days`."""
    for index, token in enumerate(tokens[:-1]):
        span = lexicon.durations.get(token.unit or tokens[index + 1].lower)
        if token.kind == "number" and span and index and tokens[index - 1].lower in lexicon.group("within"):
            yield Quantity("duration", token.value * span, "below", index, shown=token.text)


def _settled(found: list[Quantity], place: int, lexicon: Lexicon) -> Quantity:
    """Read `40→120` as from and to, and `un NPS de 50` as a level: *de* is *from* only where a *to* follows."""
    quantity = found[place]
    paired = place + 1 < len(found) and found[place + 1].role == "to"
    if quantity.role == "plain" and paired and found[place + 1].index == quantity.index + 2:
        return replace(quantity, role="from")
    ambiguous = quantity.role == "from" and bool(lexicon.sources & lexicon.group("of"))
    if not ambiguous or paired:
        return quantity
    return replace(quantity, role="plain")


def _measure(tokens: Sequence[Token], index: int, token: Token, lexicon: Lexicon) -> Quantity | None:
    if token.kind == "name":
        return _rank(tokens, index, token, lexicon)
    if token.kind == "blank":
        head, word = head_after(tokens, index + 1, lexicon)
        kind: QuantityKind = "percent" if "%" in token.text else "money" if token.text[0] in "$€£" else "blank"
        return Quantity(kind, 0.0, role_of(tokens, index, lexicon), index, head, word, token.text)
    if index == 0 and is_universal(tokens, lexicon):
        head, word = head_after(tokens, 1, lexicon)
        return Quantity("percent", 100.0, "plain", index, head, word, token.text)
    share = share_at(tokens, index, lexicon)
    if share is not None:
        head, word = head_after(tokens, share.end, lexicon)
        return Quantity("percent", share.percent, role_of(tokens, index, lexicon), index, head, word, token.text)
    if index > 1 and any(_ends_share(tokens, index, back, lexicon) for back in (2, 3)):
        return None
    if token.kind == "word":
        return _spelt_out(tokens, index, token, lexicon)
    if token.kind != "number" or is_calendar(tokens, index, lexicon) or is_label(tokens, index, lexicon):
        return None
    return _counted(tokens, index, token, lexicon)


def _ends_share(tokens: Sequence[Token], index: int, back: int, lexicon: Lexicon) -> bool:
    share = share_at(tokens, index - back, lexicon) if index >= back else None
    return share is not None and share.end == index + 1


def _counted(tokens: Sequence[Token], index: int, token: Token, lexicon: Lexicon) -> Quantity | None:
    role = role_of(tokens, index, lexicon)
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    start = index + 1
    hyphen = after is not None and after.text == "-" and index + 2 < len(tokens) and tokens[index + 2].kind == "word"
    working = after is not None and after.lower in lexicon.group("day_kinds") and index + 2 < len(tokens)
    unit_token = tokens[index + 2] if hyphen or working else after
    unit = token.unit or (unit_token.lower if unit_token is not None and unit_token.kind == "word" else "")
    value = token.value
    kind: QuantityKind = "count"
    if token.money or unit in lexicon.group("monies"):
        kind = "money"
    elif unit in {"%", "‰"} or unit in lexicon.group("percents"):
        kind = "percent"
    elif is_frequency(tokens, index, lexicon):
        return Quantity("frequency", value, role, index, shown=token.text)
    elif unit.lower() in lexicon.group("timeses"):
        kind = "times"
    elif token.of and (token.of in {5, 7, 10, 100} or token.value <= token.of <= 100):
        kind = "percent" if token.of in {2, 3, 4} else "score"
        if kind == "percent":
            value = 100 * token.value / token.of
    elif unit in lexicon.durations and not (unit in {"m", "s"} and not token.unit):
        if is_window(tokens, index, lexicon, seconds=lexicon.durations[unit], hyphen=hyphen, role=role):
            return None
        if (
            value > 1
            and not hyphen
            and head_after(tokens, index + 2, lexicon)[0] in PLANNED
            and f"{unit}s" in lexicon.durations
        ):
            start -= 1  # `5 sprint reviews` are reviews
        else:
            kind, value = "duration", value * lexicon.durations[unit]
        start += 0 if token.unit else (2 if hyphen else 1)
    if kind == "count" and _is_after_top(tokens, index, lexicon):
        kind = "rank"
    head, word = head_after(tokens, start, lexicon)
    return Quantity(kind, value, role, index, head, word, token.text)


def _is_after_top(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    back = index - 2 if index > 1 and tokens[index - 1].text == "-" else index - 1
    return back >= 0 and tokens[back].lower in lexicon.group("tops")


def _rank(tokens: Sequence[Token], index: int, token: Token, lexicon: Lexicon) -> Quantity | None:
    following = tokens[index + 1].lower if index + 1 < len(tokens) else ""
    ordinal = token.text[0].isdigit() and following in lexicon.group("places")
    if token.text[0] == "#" or ordinal:
        return Quantity("rank", 0.0, role_of(tokens, index, lexicon), index, shown=token.text)
    return None


def _spelt_out(tokens: Sequence[Token], index: int, token: Token, lexicon: Lexicon) -> Quantity | None:
    if is_every_nth(tokens, index, lexicon):
        head, word = head_after(tokens, index + 2, lexicon)
        return Quantity("percent", 0.0, role_of(tokens, index, lexicon), index, head, word, token.text)
    if index and token.lower in lexicon.group("firsts") and tokens[index - 1].lower in lexicon.group("ranking"):
        return Quantity("rank", 1.0, "to", index, shown=token.text)
    if is_crossing(tokens, index, lexicon):
        return Quantity("count", 0.0, "to", index, shown=token.text)
    if is_fraction(tokens, index, lexicon):
        return Quantity("times", 0.5, role_of(tokens, index - 1, lexicon), index, shown=token.text)
    value = lexicon.numbers.get(token.lower)
    if value is None and token.lower in lexicon.frequencies:
        role = role_of(tokens, index, lexicon)
        per_year = lexicon.frequencies[token.lower]
        return Quantity("count", per_year, role, index, shown=token.text) if role in {"from", "to"} else None
    if value is None or (index and tokens[index - 1].kind == "number"):
        return None
    place = (
        index + 2 if index + 1 < len(tokens) and tokens[index + 1].lower in lexicon.group("day_kinds") else index + 1
    )
    following = tokens[place].lower if place < len(tokens) else ""
    if following in lexicon.durations:
        level = index > 0 and tokens[index - 1].lower in lexicon.group("of")
        if (role_of(tokens, index, lexicon) == "plain" and not level) or is_window(
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
    if (
        (value in {1.0, 0.33} and following not in lexicon.determiners)
        or following == "more"
        or following in lexicon.calendar
    ):
        return None
    if is_frequency(tokens, index, lexicon):
        return Quantity("frequency", value, role_of(tokens, index, lexicon), index, shown=token.text)
    head, word = head_after(tokens, index + 1, lexicon)
    if value == 0.0 and token.lower != "zero" and not head:
        return None
    kind: QuantityKind = "times" if value in {0.5} or token.lower in lexicon.group("factors") else "count"
    return Quantity(kind, value, role_of(tokens, index, lexicon), index, head, word, token.text)
