"""Words that are verbs and nouns: `Launch of the app`, `Add-to-cart rate`, `Order 30 trains`, `Spend falls to 5`."""

from service.domain.audit.lexicon import MAKING, MOVING, Lexicon, Verb
from service.domain.audit.predicate import moves_level
from service.domain.audit.quantities import Quantity
from service.domain.audit.tokens import Token


def is_noun_here(tokens: tuple[Token, ...], index: int, verb: Verb, lexicon: Lexicon) -> bool:
    """Tell `Launch of the app`, `Support ticket volume below 50` or `Time to hire` from an imperative."""
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if following is None:
        return False
    behind = tokens[index + 2] if index + 2 < len(tokens) else None
    makers = lexicon.group("noun_makers")
    named = following.lower in makers or (behind is not None and f"{following.lower} {behind.lower}" in makers)
    if named and (verb.kind not in MOVING or lexicon.noun(tokens[index].lower)):
        return True
    if f"{tokens[index].lower} {following.lower}" in lexicon.nouns:
        return True
    if verb.kind in MAKING and behind is not None and following.lower in lexicon.group("indicators"):
        levels = lexicon.sources | lexicon.above | lexicon.below | frozenset(lexicon.frequencies)
        if behind.kind in {"number", "sign"} or behind.lower in levels:
            return True
    if verb.lemma in lexicon.group("noun_verbs") and lexicon.noun(following.lower) == "metric":
        return True
    noun = bool(lexicon.noun(tokens[index].lower))
    finite = lexicon.verbs.get(following.lower)
    if noun and finite is not None and finite.form == "third" and not lexicon.noun(following.lower):
        return True
    if verb.form == "ing" and behind is not None and lexicon.noun(following.lower):
        return behind.text in {":", "<", ">", "≤", "≥", "→"} or moves_level(tokens, index + 2, lexicon)
    if verb.form == "third" and (noun or following.lower not in lexicon.determiners):
        return True
    if noun and _is_done_by(tokens, index, lexicon):
        return True
    return noun and following.kind in {"sign", "stop"} and following.text != "("


def counts_next(tokens: tuple[Token, ...], start: int, numbers: tuple[Quantity, ...]) -> bool:
    """Say whether a bare count follows, so that a noun must be meant as a verb: `Order 30 new trains`."""
    following = [number for number in numbers if number.index == start + 1]
    return any(
        number.kind == "count" and number.role == "plain" and tokens[number.index].unit == "" and bool(number.word)
        for number in following
    )


def is_compounded(tokens: tuple[Token, ...], index: int, verb: Verb) -> bool:
    """Tell `Add-to-cart rate` from `Set-up the server`: the hyphen joins the word to no particle of the verb."""
    joined = index + 2 < len(tokens) and tokens[index + 1].text == "-" and tokens[index + 2].kind == "word"
    return joined and " " not in verb.lemma and "-" not in verb.lemma


def _is_done_by(tokens: tuple[Token, ...], index: int, lexicon: Lexicon) -> bool:
    """Say whether a participle tells what others do with the thing: `Feature X used weekly by 2,000 accounts`."""
    for place in range(index + 1, len(tokens) - 1):
        verb = lexicon.verbs.get(tokens[place].lower)
        if verb is not None and verb.form == "past":
            return any(token.lower in lexicon.steps for token in tokens[place + 1 : place + 3])
    return False


def is_subject(tokens: tuple[Token, ...], index: int, verb: Verb, lexicon: Lexicon) -> bool:
    """Tell `Inventory turns increase to 8` from an imperative: the true verb moves a level further on."""
    if (
        lexicon.noun(tokens[index].lower) == "metric"
        and index + 2 < len(tokens)
        and moves_level(tokens, index + 1, lexicon)
    ):
        return True
    if verb.kind not in MAKING | {"operate"}:
        return False
    for place in range(index + 2, min(len(tokens), index + _SUBJECT_TOKENS)):
        if tokens[place].lower in lexicon.prepositions | lexicon.determiners | lexicon.links:
            return False
        mover = lexicon.verbs.get(tokens[place].lower)
        moving = mover is not None and (mover.kind in MOVING or mover.lemma in lexicon.group("motion"))
        if moving and moves_level(tokens, place, lexicon):
            return True
    return False


#: A subject made of nouns alone is at most this long.
_SUBJECT_TOKENS = 6
