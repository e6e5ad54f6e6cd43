"""Where a line may not break, and how a sentence begins."""

import re

_NUMBER_AND_SIGN = re.compile(r"(\d) ([%€$£])")
_GLUED = re.compile(r"(\d)%")


def first_up(text: str) -> str:
    """Return the text with its first letter large, for a sentence that begins with somebody's words."""
    return text[:1].upper() + text[1:]


def spaced(text: str) -> str:
    """Return a sentence of ours with percentages as on the rest of the page: `57 %`."""
    return _GLUED.sub("\\1\N{NO-BREAK SPACE}%", text)


def tight(text: str) -> str:
    """Return people's own words with every number kept on one line with its sign."""
    return _NUMBER_AND_SIGN.sub("\\1\N{NO-BREAK SPACE}\\2", text)
