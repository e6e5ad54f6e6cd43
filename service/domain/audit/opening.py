"""How a sentence opens: which verb carries it, and where. No judgement of what the verb claims."""

from functools import cache
from typing import Literal

from service.domain.audit.homographs import counts_next, is_compounded, is_noun_here, is_subject
from service.domain.audit.lexicon import Lexicon, Verb
from service.domain.audit.nominal import verb_behind
from service.domain.audit.quantities import Quantity
from service.domain.audit.tokens import Token

#: How the sentence opens: with a verb, with a word no list knows but that stands where a verb stands, with a
#: number, or with a noun.
Opening = Literal["verb", "guess", "measure", "noun", "empty"]


def open_sentence(
    tokens: tuple[Token, ...], numbers: tuple[Quantity, ...], lexicon: Lexicon
) -> tuple[Opening, Verb | None, int]:
    start = _behind_label(tokens, lexicon)
    while start < len(tokens) - 1 and _is_before_lead(tokens, start, lexicon):
        start += 1
    if start >= len(tokens):
        return "empty", None, 0
    first = tokens[start]
    if lexicon.verb_last:
        last = _last_verb(tokens, lexicon)
        if last is not None:
            return "verb", last[1], last[0]
    bounds = bound_words(lexicon)
    counted = any(
        quantity.index - start <= _BOUND_TOKENS
        and all(token.lower in bounds for token in tokens[start : quantity.index])
        for quantity in numbers
    )
    if counted or first.kind == "sign":
        return "measure", None, start
    verb = _verb_at(tokens, start, lexicon)
    if verb is not None and is_compounded(tokens, start, verb):
        verb = None
    if verb is not None and not is_noun_here(tokens, start, verb, lexicon):
        return ("noun", None, start) if is_subject(tokens, start, verb, lexicon) else ("verb", verb, start)
    made = (
        verb_behind(first.lower, lexicon)
        if start + 1 < len(tokens) and tokens[start + 1].lower in lexicon.group("of")
        else None
    )
    if made is not None:
        return "verb", made, start
    after = tokens[start + 1].lower if start + 1 < len(tokens) else ""
    amount = first.lower in lexicon.group("amounts") and (not first.lower.isalpha() or after in lexicon.group("of"))
    measures = lexicon.group("measures") | lexicon.comparatives | (frozenset({first.lower}) if amount else frozenset())
    named = first.text.isupper() and len(first.text) > 1
    kind = lexicon.noun(first.lower)
    if (
        kind in {"outcome", "artefact", "activity"}
        and not first.lower.endswith("s")
        and counts_next(tokens, start, numbers)
    ):
        return "guess", None, start
    if first.kind != "word" or named or first.lower in lexicon.determiners | measures or kind:
        return "noun", None, start
    return ("guess" if _stands_like_verb(tokens, start, lexicon) else "noun"), None, start


#: `No more than 3`, `all but at most 3`: so many small words may stand before the number that opens.
_BOUND_TOKENS = 4


def bound_words(lexicon: Lexicon) -> frozenset[str]:
    """List the single words of bounds: `at`, `least`, `no`, `more`, `than`."""
    return _words_of(lexicon.above | lexicon.below | lexicon.group("through"))


@cache
def _words_of(phrases: frozenset[str]) -> frozenset[str]:
    return frozenset(word for phrase in phrases for word in phrase.split())


def _behind_label(tokens: tuple[Token, ...], lexicon: Lexicon) -> int:
    """Look through `Security: reduce …` and `TODO: write …`: a label, a colon and an imperative."""
    for index in range(1, min(_LABEL_TOKENS + 1, len(tokens) - 1)):
        if tokens[index].text == ":":
            verb = lexicon.verbs.get(tokens[index + 1].lower)
            return index + 1 if verb is not None and verb.form == "base" else 0
        if tokens[index].kind not in {"word", "name"}:
            return 0
    return 0


#: A label before a colon has at most so many words.
_LABEL_TOKENS = 3


def _is_before_lead(tokens: tuple[Token, ...], index: int, lexicon: Lexicon) -> bool:
    """Look through `We will`, `Aim to` and adverbs."""
    token = tokens[index]
    if token.lower in lexicon.group("intents"):
        return tokens[index + 1].lower in lexicon.goals
    ending = lexicon.adverb_ending
    adverb = bool(ending) and token.lower.endswith(ending) and not lexicon.noun(token.lower)
    adverb = adverb and token.lower not in lexicon.verbs
    if token.lower in lexicon.group("beginnings"):
        following = lexicon.verbs.get(tokens[index + 1].lower)
        return tokens[index + 1].lower in lexicon.goals or (following is not None and following.form in {"base", "ing"})
    named = index == 0 and bool(lexicon.noun(token.lower))
    return (token.lower in lexicon.leads and not named) or token.kind == "stop" or adverb


def _verb_at(tokens: tuple[Token, ...], index: int, lexicon: Lexicon) -> Verb | None:
    """Look a verb up with its particle (`roll out`, `set-up`), alone, and without a prefix (`renegotiate`)."""
    word = tokens[index].lower
    following = [token for token in tokens[index + 1 : index + 3] if token.kind in {"word", "stop"}]
    if following and following[0].text == "-" and len(following) > 1:
        joined = lexicon.verbs.get(f"{word}-{following[1].lower}") or lexicon.verbs.get(f"{word} {following[1].lower}")
    else:
        joined = lexicon.verbs.get(f"{word} {following[0].lower}") if following else None
    known = joined or lexicon.verbs.get(word)
    if known is not None:
        return known
    for prefix in lexicon.verb_prefixes:
        if word.startswith(prefix) and len(word) > len(prefix) + 3:
            return lexicon.verbs.get(word[len(prefix) :])
    return None


def _stands_like_verb(tokens: tuple[Token, ...], index: int, lexicon: Lexicon) -> bool:
    if index + 1 >= len(tokens):
        return False
    following = tokens[index + 1]
    if index + 2 < len(tokens) and tokens[index + 2].text in {":", "<", ">", "≤", "≥", "="}:
        return False
    return (
        following.lower in lexicon.determiners or following.kind in {"number", "blank"}
        or (following.kind == "word" and following.lower in lexicon.numbers)
        or (following.kind == "word" and bool(lexicon.noun(following.lower)))
    )  # fmt: skip


def _is_participle(before: Token, lexicon: Lexicon) -> bool:
    """Say whether what stands before makes it none: `zu | bestellen`, `werden | übernommen`."""
    verb = lexicon.verbs.get(before.lower)
    helped = verb is not None and verb.lemma in lexicon.group("auxiliaries")
    return helped or before.lower in lexicon.goals


def _is_infinitive(token: Token, lexicon: Lexicon) -> bool:
    """Say whether a word no list knows has the ending of an infinitive, in lower case as German writes its verbs."""
    ended = (
        token.text.islower() and len(token.text) > _SHORTEST_INFINITIVE and token.text.endswith(("en", "ern", "eln"))
    )
    return ended and token.lower not in lexicon.verbs and not lexicon.noun(token.lower)


#: Shorter words with the ending are mostly small words (`einen`, `oben`).
_SHORTEST_INFINITIVE = 5


def _last_verb(tokens: tuple[Token, ...], lexicon: Lexicon) -> tuple[int, Verb] | None:
    """Find an infinitive that closes the sentence, brackets and dates aside."""
    for index in range(len(tokens) - 1, 0, -1):
        token = tokens[index]
        verb = lexicon.verbs.get(token.lower)
        if verb is not None and verb.form == "base" and token.text[0].islower():
            return index, verb
        if token.kind == "word" and token.lower not in lexicon.calendar:
            unknown = _is_infinitive(token, lexicon) and not _is_participle(tokens[index - 1], lexicon)
            return (index, Verb(token.lower, "output", "base")) if unknown else None
    return None
