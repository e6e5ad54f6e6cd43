"""Where a line of people's own words may not break."""

import re

_NUMBER_AND_SIGN = re.compile(r"(\d) ([%€$£])")


def tight(text: str) -> str:
    """Return the text with every number kept on one line with its sign."""
    return _NUMBER_AND_SIGN.sub("\\1\N{NO-BREAK SPACE}\\2", text)
