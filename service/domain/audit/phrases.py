"""Pieces of the sentence for a rewrite: its object, its purpose, its end, its goals. Words are only cut, never made."""

from collections.abc import Sequence

from service.domain.audit.lexicon import MOVING
from service.domain.audit.reading import Reading
from service.domain.audit.tokens import Token

_MOST_WORDS = 12


def join(tokens: Sequence[Token]) -> str:
    """Write tokens as running text."""
    text = ""
    for token in tokens:
        glued = token.text in {",", ";", ":", ".", ")", "!", "?", "-", "/", "%"} or text.endswith(("(", "-", "/"))
        text += token.text if glued or not text else f" {token.text}"
    return text.strip(" ,;:-(")


def whole(reading: Reading) -> str:
    """Quote the sentence without its end and its padding."""
    return join(_body(reading)[: 2 * _MOST_WORDS])


def object_phrase(reading: Reading) -> str:
    """Cut out what the leading verb acts on: no leading number, no date, no purpose, no audience that is counted."""
    closes = reading.rest_at == 0
    body = _body(reading)
    rest = body[: reading.at] if closes else body[reading.object_at :]
    if rest and rest[0].lower in reading.lexicon.group("of"):
        rest = rest[1:]
    return join(_phrase(reading, rest))


def subject_phrase(reading: Reading) -> str:
    """Cut out the metric of a level to hold: `churn` of `Keep churn below 3 %`."""
    lexicon = reading.lexicon
    kept: list[Token] = []
    for token in _body(reading)[reading.object_at if reading.opening == "verb" and reading.rest_at else 0 :]:
        if reading.lead is not None and token.text == reading.lead_word:
            continue
        verbal = token.lower in lexicon.verbs and not lexicon.noun(token.lower)
        level = token.kind in {"number", "sign"} or token.lower in lexicon.above | lexicon.below
        if kept and (level or verbal):
            break
        loose = not kept and (token.lower in lexicon.prepositions or token.lower in lexicon.goals)
        if not level and not verbal and not loose:
            kept.append(token)
    return join(_trim(reading, kept[:_MOST_WORDS]))


def movement_in(reading: Reading) -> str:
    """Cut out a purpose that names a movement: `reduce overlap work` of `Build a board to reduce overlap work`."""
    body = _body(reading)
    for index in range(reading.at + 1, len(body) - 1):
        token, following = body[index], body[index + 1]
        verb = reading.lexicon.verbs.get(following.lower)
        opens = token.lower in reading.lexicon.goals or token.lower in reading.lexicon.links
        if opens and verb is not None and verb.kind in MOVING and verb.form == "base":
            thing = _phrase(reading, body[index + 2 :])
            return join([following, *thing]) if thing else ""
    return ""


def end_of(reading: Reading) -> str:
    """Quote the end that the text names, with a blank before it: ` by 30 June`; empty without one."""
    span = _end_span(reading)
    return f" {join(reading.tokens[span[0] : span[1]])}" if span else ""


def split_goals(reading: Reading) -> list[str]:
    """Cut the conjoined goals apart, each from its verb to the next one."""
    starts = [index for index, _ in reading.goals]
    pieces: list[str] = []
    for place, start in enumerate(starts):
        stop = starts[place + 1] if place + 1 < len(starts) else len(reading.tokens)
        piece = join(_trim(reading, list(reading.tokens[start:stop])))
        if piece:
            pieces.append(piece[0].upper() + piece[1:])
    return pieces


def _body(reading: Reading) -> list[Token]:
    """Leave out the end that the text names, which comes back behind the numbers, and the padding after it."""
    span = _end_span(reading)
    if span is None:
        return list(reading.tokens)
    return [*reading.tokens[: span[0]], *reading.tokens[span[1] :]]


def _end_span(reading: Reading) -> tuple[int, int] | None:
    lexicon, tokens = reading.lexicon, reading.tokens
    for index in range(1, len(tokens)):
        if not _is_date(reading, index):
            continue
        start = index
        while start > 1 and _leads_to_end(reading, start - 1):
            start -= 1
        if tokens[index].kind != "date" and start == index:
            continue
        stop = index + 1
        while stop < min(len(tokens), index + 3) and (_is_date(reading, stop) or tokens[stop].text.isdigit()):
            stop += 1
        opened = tokens[start].lower in lexicon.prepositions | lexicon.determiners | lexicon.group("untils")
        return (start, stop) if opened else None
    return None


def _is_date(reading: Reading, index: int) -> bool:
    token = reading.tokens[index]
    return token.kind == "date" or token.lower in reading.lexicon.calendar


def _leads_to_end(reading: Reading, index: int) -> bool:
    token, lexicon = reading.tokens[index], reading.lexicon
    small = lexicon.prepositions | lexicon.determiners | lexicon.group("untils")
    return token.lower in small or (token.kind == "number" and token.text.isdigit() and token.value <= 31)


def _phrase(reading: Reading, tokens: Sequence[Token]) -> list[Token]:
    lexicon = reading.lexicon
    measured = {id(reading.tokens[number.index]) for number in reading.numbers}
    kept: list[Token] = []
    skip = False
    for index, token in enumerate(tokens):
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        if skip:
            skip = False
            continue
        if token.lower in lexicon.links and following is not None and following.lower in lexicon.verbs:
            if kept:
                break
            skip = True
            continue
        if kept and (id(token) in measured or (token.kind == "stop" and token.text != "-")):
            break
        if kept and _opens_end(reading, token, following):
            break
        if id(token) not in measured and (token.kind in {"word", "name", "number"} or token.text == "-"):
            kept.append(token)
    return _trim(reading, kept[:_MOST_WORDS])


def _opens_end(reading: Reading, token: Token, following: Token | None) -> bool:
    """Say whether a preposition opens a purpose or a deadline: `to reduce …`, `by the end of …`."""
    if following is None or token.lower not in reading.lexicon.prepositions:
        return False
    purpose = token.lower in reading.lexicon.goals and following.lower in reading.lexicon.verbs
    return purpose or token.lower in reading.lexicon.group("untils")


def _trim(reading: Reading, tokens: list[Token]) -> list[Token]:
    lexicon = reading.lexicon
    loose = lexicon.prepositions | lexicon.links | lexicon.above | lexicon.below | lexicon.group("padding")
    while tokens and tokens[-1].lower in loose | lexicon.determiners | lexicon.group("success"):
        if len(tokens) > 1 and tokens[-2].text == "-":
            break
        tokens.pop()
    while tokens and tokens[0].lower in loose | lexicon.group("quantifiers"):
        tokens.pop(0)
    return tokens
