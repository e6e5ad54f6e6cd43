"""Reading JQL: text to a tree. Not here: looking anything up (`search.py`).

Shape: And/Or/Not over Clause(field, operator, values); values are strings, numbers, None (EMPTY) or Call.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_TOKEN = re.compile(
    r"""\s*(?:(?P<string>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(?P<op>!=|>=|<=|!~|=|>|<|~)|(?P<punct>[(),])
    |(?P<word>issue\.property\[[^\]]*\][\w.]*|[^\s"'(),=!<>~]+))""",
    re.VERBOSE,
)
_OPERATORS = ("=", "!=", ">", ">=", "<", "<=", "~", "!~")


class BadJql(Exception):
    """Carry Jira's message about a query."""


@dataclass(frozen=True, slots=True)
class Call:
    """A function in a value's place, such as `currentUser()`."""

    name: str
    arguments: tuple[str, ...]


Value = str | Call | None


@dataclass(frozen=True, slots=True)
class Clause:
    """One comparison; `values` has several members for IN and NOT IN only."""

    field: str
    operator: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class And:
    """All parts hold."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """One part holds."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not hold."""

    part: Node


Node = And | Or | Not | Clause


@dataclass(frozen=True, slots=True)
class Query:
    """A condition (None: no restriction at all) and an order of (field, is descending)."""

    where: Node | None
    order: tuple[tuple[str, bool], ...]


def parse(text: str) -> Query:
    """Read a query. Raises: BadJql."""
    return _Parser(text).query()


class _Parser:
    def __init__(self, text: str) -> None:
        self._tokens: list[tuple[str, str]] = []
        position = 0
        stripped = text.rstrip()
        while position < len(stripped):
            match = _TOKEN.match(stripped, position)
            if match is None:
                raise BadJql(
                    f"Error in the JQL Query: The character '{stripped[position]}' is a reserved JQL character. "
                    "You must enclose it in a string."
                )
            kind = match.lastgroup or ""
            self._tokens.append((kind, match[kind]))
            position = match.end()
        self._at = 0

    def query(self) -> Query:
        where = None
        if self._tokens and not self._is_word("order"):
            where = self._or()
        order: tuple[tuple[str, bool], ...] = ()
        if self._take_word("order"):
            if not self._take_word("by"):
                raise BadJql("Error in the JQL Query: Expecting 'BY' after 'ORDER'.")
            order = self._order()
        if self._at < len(self._tokens):
            raise BadJql(
                f"Error in the JQL Query: Expecting either 'OR' or 'AND' but got '{self._tokens[self._at][1]}'."
            )
        return Query(where, order)

    def _order(self) -> tuple[tuple[str, bool], ...]:
        order = []
        while True:
            name = self._name()
            descending = self._take_word("desc")
            if not descending:
                self._take_word("asc")
            order.append((name, descending))
            if not self._take("punct", ","):
                return tuple(order)

    def _or(self) -> Node:
        parts = [self._and()]
        while self._take_word("or"):
            parts.append(self._and())
        return parts[0] if len(parts) == 1 else Or(tuple(parts))

    def _and(self) -> Node:
        parts = [self._not()]
        while self._take_word("and"):
            parts.append(self._not())
        return parts[0] if len(parts) == 1 else And(tuple(parts))

    def _not(self) -> Node:
        if self._take_word("not"):
            return Not(self._not())
        if self._take("punct", "("):
            node = self._or()
            self._expect(")")
            return node
        return self._clause()

    def _clause(self) -> Clause:
        field = self._name()
        kind, token = self._peek()
        if kind == "op" and token in _OPERATORS:
            self._at += 1
            return Clause(field, token, (self._value(),))
        negated = self._take_word("not")
        if self._take_word("in"):
            return Clause(field, "not in" if negated else "in", self._list())
        if not negated and self._take_word("is"):
            operator = "!=" if self._take_word("not") else "="
            if not (self._take_word("empty") or self._take_word("null")):
                raise BadJql("Error in the JQL Query: the operator 'is' only supports EMPTY and NULL.")
            return Clause(field, operator, (None,))
        raise BadJql(f"Error in the JQL Query: Expecting operator before the end of the query, got '{token}'.")

    def _list(self) -> tuple[Value, ...]:
        if self._peek()[1] != "(":
            return (self._value(),)
        self._expect("(")
        values = [self._value()]
        while self._take("punct", ","):
            values.append(self._value())
        self._expect(")")
        return tuple(values)

    def _value(self) -> Value:
        kind, token = self._peek()
        if kind == "string":
            self._at += 1
            return _unquoted(token)
        if kind != "word":
            raise BadJql("Error in the JQL Query: Expecting either a value, list or function.")
        self._at += 1
        if self._peek()[1] == "(":
            self._at += 1
            arguments = []
            while not self._take("punct", ")"):
                arguments.append(self._name())
                self._take("punct", ",")
            return Call(token.lower(), tuple(arguments))
        return None if token.lower() in ("empty", "null") else token

    def _name(self) -> str:
        kind, token = self._peek()
        if kind not in ("string", "word"):
            raise BadJql("Error in the JQL Query: Expecting a field name at the end of the query.")
        self._at += 1
        return _unquoted(token) if kind == "string" else token

    def _peek(self) -> tuple[str, str]:
        return self._tokens[self._at] if self._at < len(self._tokens) else ("end", "")

    def _is_word(self, word: str) -> bool:
        kind, token = self._peek()
        return kind == "word" and token.lower() == word

    def _take_word(self, word: str) -> bool:
        if self._is_word(word):
            self._at += 1
            return True
        return False

    def _take(self, kind: str, token: str) -> bool:
        if self._peek() == (kind, token):
            self._at += 1
            return True
        return False

    def _expect(self, token: str) -> None:
        if not self._take("punct", token):
            raise BadJql(f"Error in the JQL Query: Expecting '{token}'.")


def _unquoted(token: str) -> str:
    return re.sub(r"\\(.)", r"\1", token[1:-1])
