"""A recursive-descent reading of JQL that only says yes or why not."""

import re
from typing import Final

from service.domain.challenge.jql.tokens import JqlInvalid, Token, tokenise
from service.domain.challenge.jql.words import CHOICES, DATES, FUNCTIONS, HISTORIC, KEYWORDS, NUMBERS, TEXTS

_KNOWN: Final = DATES | NUMBERS | TEXTS | CHOICES
_CUSTOM: Final = re.compile(r"cf\[\d+\]$", re.I)
_NUMBER: Final = re.compile(r"[-+]?\d+(\.\d+)?$")
_DATE: Final = re.compile(r"([-+]?(\d+[wdhm] ?)+|\d{4}[-/]\d{1,2}[-/]\d{1,2}( \d{1,2}:\d{2})?)$", re.I)
_PREDICATES: Final = frozenset({"after", "before", "on", "during", "by", "from", "to"})
_DEEPEST: Final = 40


def check(query: str) -> None:
    """Refuse a query that is no JQL, names an unknown bare field or function, or asks a field what it cannot tell.

    A field of a site goes in double quotes or as cf[10010] and may be compared in any way.
    Raises: JqlInvalid, naming the character.
    """
    _Reader(tokenise(query)).query()


class _Reader:
    def __init__(self, tokens: list[Token]) -> None:
        self._tokens = tokens
        self._at = 0
        self._depth = 0

    def query(self) -> None:
        if self._next.lower != "order":
            self._either()
        if self._takes("order"):
            self._needs("by")
            self._order()
            while self._takes(","):
                self._order()
        if self._next.kind != "end":
            raise self._refusal("expected AND, OR or the end")

    @property
    def _next(self) -> Token:
        return self._tokens[self._at]

    def _take(self) -> Token:
        token = self._next
        self._at += token.kind != "end"
        return token

    def _takes(self, word: str) -> bool:
        if self._next.lower == word:
            self._at += 1
            return True
        return False

    def _needs(self, word: str) -> None:
        if not self._takes(word):
            raise self._refusal(f"expected {word.upper()}")

    def _refusal(self, rule: str) -> JqlInvalid:
        token = self._next
        found = f"{token.text!r}" if token.text else "the end"
        return JqlInvalid(f"Character {token.at}: {rule}, found {found}.", field="jql")

    def _order(self) -> None:
        self._field()
        if not self._takes("asc"):
            self._takes("desc")

    def _either(self) -> None:
        self._both()
        while self._takes("or"):
            self._both()

    def _both(self) -> None:
        self._negated()
        while self._takes("and"):
            self._negated()

    def _negated(self) -> None:
        while self._takes("not") or self._takes("!"):
            pass
        if not self._takes("("):
            self._clause()
            return
        self._depth += 1
        if self._depth > _DEEPEST:
            raise self._refusal("too many brackets inside one another")
        self._either()
        self._needs(")")
        self._depth -= 1

    def _clause(self) -> None:
        name = self._field()
        token = self._take()
        operator = token.lower
        if operator in {"=", "!="}:
            self._value(name)
        elif operator in {"<", "<=", ">", ">="}:
            if name in TEXTS | (CHOICES - {"key", "id", "issue", "priority", "level", "hierarchylevel"}):
                raise JqlInvalid(
                    f"Character {token.at}: {name} has no order, so {operator} cannot compare it.", field="jql"
                )
            self._value(name)
        elif operator in {"~", "!~"}:
            if name in _KNOWN - TEXTS:
                raise JqlInvalid(
                    f"Character {token.at}: {name} is no text, so use = instead of {operator}.", field="jql"
                )
            self._value(name)
        elif operator in {"in", "not"}:
            if operator == "not":
                self._needs("in")
            self._list(name)
        elif operator == "is":
            self._takes("not")
            if not (self._takes("empty") or self._takes("null")):
                raise self._refusal("IS is followed by EMPTY or NOT EMPTY")
        elif operator in {"was", "changed"}:
            self._past(name, token)
        else:
            self._at -= token.kind != "end"
            raise self._refusal("expected an operator such as =, IN or >=")

    def _past(self, name: str, token: Token) -> None:
        if name in _KNOWN - HISTORIC:
            raise JqlInvalid(f"Character {token.at}: Jira cannot be asked what {name} {token.lower}.", field="jql")
        if token.lower == "was":
            self._takes("not")
            if self._takes("in"):
                self._list(name)
            elif not self._takes("empty"):
                self._value(name)
        while self._next.lower in _PREDICATES:
            word = self._take().lower
            if word == "during":
                self._list("created")
            else:
                self._value("created" if word in {"after", "before", "on"} else name)

    def _field(self) -> str:
        token = self._take()
        if token.kind == "text" or (token.kind == "word" and _CUSTOM.match(token.text)):
            return ""
        if token.kind != "word" or token.lower in KEYWORDS:
            self._at -= token.kind != "end"
            raise self._refusal("expected a field")
        if token.lower not in _KNOWN:
            raise JqlInvalid(
                f"Character {token.at}: Jira has no field {token.text}; put a field of yours in double quotes.",
                field="jql",
            )
        return token.lower

    def _list(self, name: str) -> None:
        if self._next.kind == "word":
            self._value(name)
            return
        self._needs("(")
        self._value(name)
        while self._takes(","):
            self._value(name)
        self._needs(")")

    def _value(self, name: str) -> None:
        token = self._take()
        if token.kind not in {"text", "word"} or token.lower in KEYWORDS - {"empty", "null"}:
            self._at -= token.kind != "end"
            raise self._refusal("expected a value")
        if token.kind == "word" and self._takes("("):
            self._call(token)
            return
        text = token.text.strip("\"'")
        if token.lower in {"empty", "null"}:
            return
        if name in NUMBERS and not _NUMBER.match(text):
            raise JqlInvalid(f"Character {token.at}: {name} is compared with a number.", field="jql")
        if name in DATES and not _DATE.match(text):
            raise JqlInvalid(
                f"Character {token.at}: {name} is compared with a date or a span such as -30d.", field="jql"
            )

    def _call(self, name: Token) -> None:
        if name.lower not in FUNCTIONS:
            raise JqlInvalid(f"Character {name.at}: Jira has no function {name.text}().", field="jql")
        while not self._takes(")"):
            if self._take().kind not in {"text", "word", "mark"}:
                raise self._refusal("expected )")
