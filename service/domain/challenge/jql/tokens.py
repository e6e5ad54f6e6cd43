"""Splits a JQL text into tokens. No grammar."""

import re
from dataclasses import dataclass
from typing import ClassVar, Final, Literal

from service.domain.errors import DomainError

Kind = Literal["text", "word", "operator", "mark", "end"]

_TOKEN: Final = re.compile(
    r"""\s*(?:
      (?P<text>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')
    | (?P<operator><=|>=|!=|!~|[=<>~!])
    | (?P<mark>[(),])
    | (?P<word>[-+]?[^\s"'<>=!~(),;\#&|^{}$%@*?/\\]+)
    )""",
    re.X,
)


class JqlInvalid(DomainError):
    """A query is not JQL we can run."""

    code: ClassVar[str] = "jql_invalid"


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a query. `at` is its first character, counted from 1; `lower` is what keywords are compared with."""

    kind: Kind
    text: str
    at: int

    @property
    def lower(self) -> str:
        """Return the word in lower case; a quoted text is never a keyword."""
        return "" if self.kind == "text" else self.text.lower()


def tokenise(query: str) -> list[Token]:
    """Return the tokens of a query, an end mark last.

    Raises: JqlInvalid at the first character that begins nothing.
    """
    found: list[Token] = []
    at = 0
    while query[at:].strip():
        match = _TOKEN.match(query, at)
        if match is None:
            at += len(query[at:]) - len(query[at:].lstrip())
            raise JqlInvalid(
                f"Character {at + 1}: {query[at]!r} begins nothing; put texts in double quotes.", field="jql"
            )
        kind: Kind = match.lastgroup  # type: ignore[assignment]  # one of the groups always matched
        found.append(Token(kind, match[kind], match.start(kind) + 1))
        at = match.end()
    return [*found, Token("end", "", len(query) + 1)]
