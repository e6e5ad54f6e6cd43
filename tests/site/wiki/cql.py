"""A small CQL: enough of Confluence's query language for labels, titles, spaces, parents and text.

Grammar: `field op value` joined by AND, OR, NOT and parentheses, then an optional ORDER BY.
Fields and operators outside of it are refused as Confluence refuses them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from tests.site.wiki.errors import BadRequest
from tests.site.wiki.model import Page
from tests.site.wiki.state import WikiState

Test = Callable[[Page], bool]
_TOKEN = re.compile(r"""\s*(?:("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(!=|!~|[=~(),<>]=?)|([^\s"'=~(),<>!]+))""")
_TAG = re.compile(r"<[^>]+>")


def search(wiki: WikiState, cql: str) -> list[Page]:
    """Return the current pages a query matches, in the order it asks for.

    Raises: BadRequest for what cannot be parsed.
    """
    reader = _Reader(wiki, cql)
    test = reader.whole()
    found = [page for page in wiki.current() if test(page)]
    for field, descending in reversed(reader.order):
        found.sort(key=_SORTS[field], reverse=descending)
    return found


class _Reader:
    """Recursive descent over the tokens of one query."""

    def __init__(self, wiki: WikiState, cql: str) -> None:
        self.wiki, self.cql = wiki, cql
        self.tokens = self._split(cql)
        self.order: list[tuple[str, bool]] = []

    def whole(self) -> Test:
        test = self._any_of() if self.tokens and self._peek() != "order" else (lambda _: True)
        if self._peek() == "order":
            self._order_by()
        if self.tokens:
            raise self._refusal()
        return test

    def _any_of(self) -> Test:
        tests = [self._all_of()]
        while self._peek() == "or":
            self.tokens.pop(0)
            tests.append(self._all_of())
        return lambda page: any(test(page) for test in tests)

    def _all_of(self) -> Test:
        tests = [self._one()]
        while self._peek() == "and":
            self.tokens.pop(0)
            tests.append(self._one())
        return lambda page: all(test(page) for test in tests)

    def _one(self) -> Test:
        if self._peek() == "not":
            self.tokens.pop(0)
            inner = self._one()
            return lambda page: not inner(page)
        if self._peek() == "(":
            self.tokens.pop(0)
            inner = self._any_of()
            self._expect(")")
            return inner
        return self._clause()

    def _clause(self) -> Test:
        field, operator = self._next().lower(), self._next().lower()
        negated = operator in {"!=", "!~"}
        if operator == "not":
            self._expect("in")
            operator, negated = "in", True
        if operator not in {"=", "!=", "~", "!~", "in"} or field not in _FIELDS:
            raise self._refusal()
        values = self._list() if operator == "in" else [self._next()]
        texts = [value.lower() for value in values]
        like = operator.endswith("~")
        has = _FIELDS[field]
        return lambda page: any(_is(own, text, like) for own in has(self.wiki, page) for text in texts) != negated

    def _list(self) -> list[str]:
        self._expect("(")
        values = [self._next()]
        while self._peek() == ",":
            self.tokens.pop(0)
            values.append(self._next())
        self._expect(")")
        return values

    def _order_by(self) -> None:
        self._expect("order")
        self._expect("by")
        while True:
            field = self._next().lower()
            if field not in _SORTS:
                raise self._refusal()
            descending = self._peek() == "desc"
            if self._peek() in {"asc", "desc"}:
                self.tokens.pop(0)
            self.order.append((field, descending))
            if self._peek() != ",":
                return
            self.tokens.pop(0)

    def _split(self, cql: str) -> list[str]:
        tokens, position = [], 0
        while cql[position:].strip():
            found = _TOKEN.match(cql, position)
            if not found:
                raise self._refusal()
            tokens.append(found.group(0).strip())
            position = found.end()
        return tokens

    def _peek(self) -> str:
        return self.tokens[0].lower() if self.tokens else ""

    def _next(self) -> str:
        if not self.tokens:
            raise self._refusal()
        token = self.tokens.pop(0)
        return re.sub(r"\\(.)", r"\1", token[1:-1]) if token[0] in "\"'" else token

    def _expect(self, word: str) -> None:
        if self._next().lower() != word:
            raise self._refusal()

    def _refusal(self) -> BadRequest:
        return BadRequest(f"Could not parse cql : {self.cql}")


def _is(text: str, value: str, like: bool) -> bool:
    return all(word.strip("*") in text.lower() for word in value.split()) if like else text.lower() == value


def _labels(_: WikiState, page: Page) -> list[str]:
    return list(page.labels)


def _space(wiki: WikiState, page: Page) -> list[str]:
    return [wiki.spaces[page.space_id].key]


def _ancestors(wiki: WikiState, page: Page) -> list[str]:
    return [above.id for above in wiki.ancestors(page)]


# What a page has under each field's name; a clause holds when one of them matches.
_FIELDS: dict[str, Callable[[WikiState, Page], list[str]]] = {
    "type": lambda _wiki, _page: ["page"],
    "id": lambda _, page: [page.id],
    "title": lambda _, page: [page.title],
    "text": lambda _, page: [f"{page.title} {_TAG.sub(' ', page.body)}"],
    "label": _labels,
    "space": _space,
    "space.key": _space,
    "parent": lambda _, page: [page.parent_id or ""],
    "ancestor": _ancestors,
    "creator": lambda _, page: [page.author_id],
    "contributor": lambda _, page: [version.author_id for version in page.versions],
}
_SORTS: dict[str, Callable[[Page], Any]] = {
    "title": lambda page: page.title.lower(),
    "created": lambda page: page.created_at,
    "lastmodified": lambda page: page.version.created_at,
    "id": lambda page: int(page.id),
}
