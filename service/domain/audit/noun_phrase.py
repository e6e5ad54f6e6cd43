"""Which noun a phrase is about. English asks for the last noun of a compound, Spanish for the first."""

from collections.abc import Sequence

from service.domain.audit.lexicon import Lexicon
from service.domain.audit.tokens import Token


def head_after(tokens: Sequence[Token], start: int, lexicon: Lexicon) -> tuple[str, str]:
    """Find the noun that a number counts: the last noun before the phrase ends (`20 customer case studies`)."""
    head, word, previous = "", "", ""
    before = (head, word)
    position = start
    if position < len(tokens) and tokens[position].lower in lexicon.group("of"):
        position += 1
    position = _behind_amount(tokens, position, lexicon)
    end = min(len(tokens), position + 7)
    while position < end:
        token = tokens[position]
        lower = token.lower
        if token.kind == "date" and not head:
            position += 1
            continue
        if (token.kind == "stop" and token.text != "-") or token.kind in {"number", "date", "blank"}:
            break
        if token.text in {"-", "+", "/", "more", "new"} or (token.kind in {"name", "sign"} and not lexicon.noun(lower)):
            position += 1
            continue
        kind = lexicon.noun(lower, previous)
        verb = lexicon.verbs.get(lower)
        if verb is not None and verb.form == "third" and not kind and _closes(tokens, position, lexicon):
            verb = None
        joined = position > start and tokens[position - 1].text == "-"
        if (lower in lexicon.prepositions or lower in lexicon.links) and not joined:
            break
        if lower in lexicon.group("articles") and previous:
            if _was_verb(tokens, position, previous, lexicon):
                head, word = before
            break
        before = (head, word)
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
            if lexicon.head_first:
                break
        elif not head:
            word = word if lower in lexicon.determiners else lower
        elif lower.endswith("s") and verb is None:
            head, word = "", lower
        previous = lower
        position += 1
    return head, word


def _behind_amount(tokens: Sequence[Token], position: int, lexicon: Lexicon) -> int:
    """Look through `the number of`: what is counted comes behind it."""
    start = position
    while position < len(tokens) and tokens[position].lower in lexicon.group("articles"):
        position += 1
    amount = position + 2 < len(tokens) and tokens[position].lower in lexicon.group("amounts")
    return position + 2 if amount and tokens[position + 1].lower in lexicon.group("of") else start


def _closes(tokens: Sequence[Token], position: int, lexicon: Lexicon) -> bool:
    """Tell `student | records` from `a customer | orders | a refill`: a verb is followed by something."""
    if position + 1 >= len(tokens):
        return True
    return tokens[position + 1].kind in {"stop", "date"} or tokens[position + 1].lower in lexicon.prepositions


def _was_verb(tokens: Sequence[Token], position: int, previous: str, lexicon: Lexicon) -> bool:
    """Say whether the word before an article governs it: `squads adopt | the library`, but not `calls | a day`."""
    following = tokens[position + 1].lower if position + 1 < len(tokens) else ""
    verb = lexicon.verbs.get(previous)
    finite = verb is not None and verb.form in {"base", "third"}
    return following not in lexicon.durations and (finite or not lexicon.noun(previous))


def _ends_phrase(form: str, previous: str) -> bool:
    """Say whether a verb form after a noun closes the noun phrase: `customers | commit`, but `support reps`."""
    return form != "base" or (previous.endswith("s") and not previous.endswith("ss")) or previous == "people"
