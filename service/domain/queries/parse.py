"""From a text to a tree. Fields are lower-case and without synonyms; quotes, case of keywords and order of clauses are kept apart."""

import re
from typing import Final

from service.domain.challenge.jql.tokens import JqlInvalid, Token, tokenise
from service.domain.queries.tree import Atom, Both, Either, Node, Value, negated

SYNONYMS: Final = {
    "type": "issuetype",
    "due": "duedate",
    "resolved": "resolutiondate",
    "createddate": "created",
    "updateddate": "updated",
    "key": "issuekey",
    "id": "issuekey",
    "issue": "issuekey",
    "epic link": "parent",
}
_SYMBOLS: Final = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|&&?|\|\|?")
_WHEN: Final = frozenset({"after", "before", "on", "during", "by", "from", "to"})
_DEEPEST: Final = 40


def parse(query: str) -> Node:
    """Return the tree of a query; its order is dropped, for it finds the same issues.

    Raises: JqlInvalid, naming the character.
    """
    return _Reader(tokenise(_SYMBOLS.sub(_word, query))).query()


def _word(match: re.Match[str]) -> str:
    return {"&": " and ", "|": " or "}.get(match[0][0], match[0])


class _Reader:
    def __init__(self, tokens: list[Token]) -> None:
        self._tokens = tokens
        self._at = 0
        self._depth = 0

    def query(self) -> Node:
        found: Node = Both(()) if self._next.lower in {"order", ""} and self._next.kind != "text" else self._either()
        if self._next.kind != "end" and self._next.lower != "order":
            raise self._refusal("expected AND, OR or the end")
        return found

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
        found = repr(token.text) if token.text else "the end"
        return JqlInvalid(f"Character {token.at}: {rule}, found {found}.", field="jql")

    def _either(self) -> Node:
        parts = [self._both()]
        while self._takes("or"):
            parts.append(self._both())
        return parts[0] if len(parts) == 1 else Either(tuple(parts))

    def _both(self) -> Node:
        parts = [self._one()]
        while self._takes("and"):
            parts.append(self._one())
        return parts[0] if len(parts) == 1 else Both(tuple(parts))

    def _one(self) -> Node:
        turned = False
        while self._takes("not") or self._takes("!"):
            turned = not turned
        if self._takes("("):
            self._depth += 1
            if self._depth > _DEEPEST:
                raise self._refusal("too many brackets inside one another")
            found = self._either()
            self._needs(")")
            self._depth -= 1
        else:
            found = self._clause()
        return negated(found) if turned else found

    def _clause(self) -> Atom:
        token = self._take()
        if token.kind not in {"text", "word"}:
            self._at -= token.kind != "end"
            raise self._refusal("expected a field")
        name = " ".join(_bare(token).lower().split())
        field = SYNONYMS.get(name, name)
        operator = self._take().lower
        if operator in {"=", "!="}:
            return Atom(field, "in" if operator == "=" else "not in", (self._value(),))
        if operator in {"<", "<=", ">", ">=", "~", "!~"}:
            return Atom(field, operator, (self._value(),))
        if operator == "in":
            return Atom(field, "in", self._list())
        if operator == "not":
            self._needs("in")
            return Atom(field, "not in", self._list())
        if operator == "is":
            return Atom(field, "not in" if self._takes("not") else "in", (self._value(),))
        if operator in {"was", "changed"}:
            return self._past(field, operator)
        self._at -= 1
        raise self._refusal("expected an operator such as =, IN or >=")

    def _past(self, field: str, operator: str) -> Atom:
        values: tuple[Value, ...] = ()
        if operator == "was":
            operator = "was not in" if self._takes("not") else "was in"
            values = self._list() if self._takes("in") else (self._value(),)
        when = []
        while self._next.lower in _WHEN:
            word = self._take().lower
            when.append((word, self._list() if self._next.text == "(" else (self._value(),)))
        return Atom(field, operator, values, tuple(when))

    def _list(self) -> tuple[Value, ...]:
        if self._next.text != "(":
            return (self._value(),)
        self._needs("(")
        values = [self._value()]
        while self._takes(","):
            values.append(self._value())
        self._needs(")")
        return tuple(values)

    def _value(self) -> Value:
        token = self._take()
        if token.kind not in {"text", "word"}:
            self._at -= token.kind != "end"
            raise self._refusal("expected a value")
        if token.lower in {"empty", "null"}:
            return None
        if token.kind == "word" and self._takes("("):
            arguments = []
            while not self._takes(")"):
                given = self._take()
                if given.kind == "end":
                    raise self._refusal("expected )")
                if given.kind != "mark":
                    arguments.append(_bare(given).lower())
            return f"{token.lower}({', '.join(arguments)})"
        return _bare(token)


def _bare(token: Token) -> str:
    return re.sub(r"\\(.)", r"\1", token.text[1:-1]) if token.kind == "text" else token.text
