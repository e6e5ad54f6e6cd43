"""Finding the library's phrases in a text: words, their plain forms, and which of them name the metric. No family here."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

Words = tuple[str, ...]

_WORD: Final = re.compile(r"[^\W\d_]+|\d+(?:[.,]\d+)*|%|/")
_QUANTIFIERS: Final = frozenset(
    {"number", "share", "amount", "volume", "count", "percentage", "percent", "proportion", "total", "%"}
)
_STOPS: Final = frozenset(
    {
        "from", "to", "of", "by", "in", "for", "with", "among", "within", "on", "per", "who", "that", "which", "at", "through",
        "via", "across", "after", "before", "between", "over", "under", "without", "so", "because", "using", "during", "while",
        "von", "auf", "um", "bei", "für", "mit", "de", "a", "para", "con", "en",
    }
)  # fmt: skip
_READ_WORDS: Final = 400


def words_of(text: str) -> Words:
    """Return the first words of a text in lower case and the singular, hyphens opened."""
    found = _WORD.findall(text[: 40 * _READ_WORDS].lower())
    return tuple(_singular(word) for word in found[:_READ_WORDS])


def _singular(word: str) -> str:
    """Cut an English plural; both sides are cut alike, so a wrong cut does no harm."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def head_end(words: Words) -> int:
    """Return where the phrase that names the metric ends: before the first preposition behind a content word.

    `number of`, `70 % of` and the like are looked through.
    """
    seen = False
    for index, word in enumerate(words):
        before = words[index - 1] if index else ""
        if word in _STOPS and seen and not (word == "of" and (before in _QUANTIFIERS or before[:1].isdigit())):
            return index
        seen = seen or (index > 0 and word.isalpha() and word not in _STOPS | _QUANTIFIERS)
    return len(words)


def matches(words: Words, phrases: Mapping[Words, str]) -> Iterable[tuple[int, int, str]]:
    """Yield (start, length, what the phrase stands for) of every phrase in the words."""
    longest = max(map(len, phrases), default=0)
    for start in range(len(words)):
        for length in range(1, min(longest, len(words) - start) + 1):
            found = phrases.get(words[start : start + length])
            if found is not None:
                yield start, length, found
