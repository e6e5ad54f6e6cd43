"""What the second reader sees of a sentence: named marks, each either there or not."""

from collections.abc import Iterator
from itertools import pairwise

from service.domain.audit.lexicon import Lexicon
from service.domain.audit.reading import Reading
from service.domain.audit.tokens import Token

#: How many of the last letters of the first word are looked at: an unknown verb may be known by its ending.
_ENDINGS = (2, 3, 4)
#: Numbers beyond this many, and words beyond twice that, make no further difference.
_MANY_NUMBERS, _MANY_PAIRS = 3, 9


def features(reading: Reading) -> frozenset[str]:
    """Return the marks of a sentence, e.g. `word ship`, `pair ^ launch`, `lead output`, `counted outcome`."""
    words = [_written(token, reading.lexicon) for token in reading.tokens]
    return frozenset((*_of_words(words, reading), *_of_grammar(reading), *_of_numbers(reading)))


def _written(token: Token, lexicon: Lexicon) -> str:
    """Return a word's lemma, and for a number only what it is a number of: sentences differ in their amounts."""
    if token.kind == "number":
        return "<percent>" if token.unit == "%" else "<money>" if token.money else "<number>"
    if token.kind in {"date", "blank"}:
        return f"<{token.kind}>"
    verb = lexicon.verbs.get(token.lower)
    if verb is not None:
        return verb.lemma
    ending = lexicon.plural_ending
    plural = bool(ending) and token.lower.endswith(ending) and not token.lower.endswith(2 * ending)
    return token.lower[: -len(ending)] if plural and len(token.lower) > _SHORTEST_PLURAL else token.lower


#: Shorter words with the ending are mostly no plurals (`this`, `does`).
_SHORTEST_PLURAL = 4


def _of_words(words: list[str], reading: Reading) -> Iterator[str]:
    for word in words:
        yield f"word {word}"
    for before, after in pairwise(("^", *words, "$")):
        yield f"pair {before} {after}"
    first = words[0] if words else ""
    verb = reading.lexicon.verbs.get(reading.tokens[0].lower) if words else None
    yield f"first {first}"
    yield f"first kind {verb.kind if verb else reading.lexicon.noun(first) or 'unknown'}"
    for letters in _ENDINGS:
        yield f"first ends {first[-letters:]}"
    yield f"pairs {min(_MANY_PAIRS, len(reading.words) // 2)}"


def _of_grammar(reading: Reading) -> Iterator[str]:
    kind, word = reading.object
    yield f"opens {reading.opening}"
    yield f"lead {reading.lead_kind}"
    yield f"verb {reading.lemma}"
    yield f"object {kind}"
    yield f"object word {word}"
    yield f"lead {reading.lead_kind} object {kind}"
    yield f"predicate {reading.predicate[1].kind if reading.predicate else ''}"
    for _, _, noun in reading.nouns:
        yield f"noun {noun}"
    if reading.nouns:
        yield f"last noun {reading.nouns[-1][2]}"


def _of_numbers(reading: Reading) -> Iterator[str]:
    lead = reading.lead_kind
    for number in reading.numbers:
        yield f"number {number.kind}"
        yield f"number {number.kind} {number.role}"
        yield f"counted {number.head}"
        yield f"counted word {number.word}"
        yield f"lead {lead} number {number.kind}"
        yield f"lead {lead} counted {number.head} {number.role}"
    any_number = "some" if reading.numbers else "no"
    yield f"numbers {min(_MANY_NUMBERS, len(reading.numbers))}"
    yield f"lead {lead} {any_number} number"
    yield f"{'dated' if reading.has_calendar else 'undated'} {any_number} number"
