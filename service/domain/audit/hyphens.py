"""Hyphenated nouns as one word: `time-to-hire`, `check-in`."""

from collections.abc import Sequence

from service.domain.audit.lexicon import Lexicon
from service.domain.audit.tokens import Token


def joined_hyphens(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """Make one token of a hyphenated noun the language knows: `time-to-hire`, `check-in`; one that opens may be a verb."""
    joined: list[Token] = []
    index = 0
    while index < len(tokens):
        length = next((size for size in (5, 3) if _is_hyphenated(tokens[index : index + size], size, lexicon)), 1)
        if length > 1 and (index or length > _TWO_PARTS or tokens[0].lower not in lexicon.verbs):
            text = "".join(token.text for token in tokens[index : index + length])
            joined.append(Token(text, text.lower(), "word"))
        else:
            length = 1
            joined.append(tokens[index])
        index += length
    return joined


#: Tokens of a noun with one hyphen.
_TWO_PARTS = 3


def _is_hyphenated(tokens: Sequence[Token], size: int, lexicon: Lexicon) -> bool:
    if len(tokens) < size or any(token.text != "-" for token in tokens[1::2]):
        return False
    return all(token.kind == "word" for token in tokens[::2]) and bool(
        lexicon.nouns.get("".join(token.lower for token in tokens))
    )
