"""One spelling for all queries that ask the same: what two key results are compared by.

The order of clauses, brackets, case, quotes, synonyms, `=` beside `IN`, and the name of a field beside its number make no
difference. A query is opened into its alternatives (every `IN` into its values) unless there are too many of them.
Source: requirements 2.5, "metric identity".
"""

import re
from collections.abc import Mapping
from typing import Final

from service.domain.challenge.jql.words import DATES
from service.domain.queries.parse import SYNONYMS, parse
from service.domain.queries.tree import Atom, Both, Either, Node, Value
from service.domain.queries.write import write

MOST: Final = 256
"""Alternatives beyond which a query keeps its brackets, sorted; ours."""

_NUMBER: Final = re.compile(r"[-+]?\d+(\.\d+)?$")
_FIELD_ID: Final = re.compile(r"customfield_(\d+)$")
_KINDED: Final = re.compile(r"(.+)\[[a-z ]+\]$")
_TIMED: Final = frozenset(SYNONYMS.get(name, name) for name in DATES)
_Way = frozenset[Atom]


def canonical(query: str, *, field_ids: Mapping[str, str] | None = None) -> str:
    """Return the canonical spelling.

    `field_ids` says which field (`customfield_10016`) a name stands for, lower-case, the names of the past included.
    Raises: JqlInvalid.
    """
    tree = _plain(parse(query), field_ids or {})
    ways = _ways(tree)
    if ways is None:
        return write(_sorted(tree))
    least = {way for way in ways if not any(other < way for other in ways)}
    if frozenset() in least:
        return ""  # the empty query finds everything
    return " OR ".join(sorted(f"({' AND '.join(sorted(map(write, way)))})" for way in least))


def _plain(node: Node, field_ids: Mapping[str, str]) -> Node:
    if not isinstance(node, Atom):
        parts = tuple(_plain(part, field_ids) for part in node.parts)
        return Both(parts) if isinstance(node, Both) else Either(parts)
    field = _field(node.field, field_ids)
    values = tuple(_value(field, value) for value in node.values)
    when = tuple(sorted((word, tuple(_value("created", value) for value in given)) for word, given in node.when))
    if node.operator not in {"in", "not in"}:
        return Atom(field, node.operator, values, when)
    single = tuple(Atom(field, node.operator, (value,), when) for value in dict.fromkeys(values))
    if len(single) == 1:
        return single[0]
    return Either(single) if node.operator == "in" else Both(single)


def _field(name: str, field_ids: Mapping[str, str]) -> str:
    kinded = _KINDED.match(name)
    known = field_ids.get(name) or (field_ids.get(kinded[1]) if kinded and not name.startswith("cf[") else None) or name
    custom = _FIELD_ID.match(known)
    return f"cf[{custom[1]}]" if custom else known


def _value(field: str, value: Value) -> Value:
    if value is None:
        return None
    text = " ".join(value.split())
    if _NUMBER.match(text):
        return f"{float(text):g}"
    return text.replace("/", "-") if field in _TIMED else text.casefold()


def _ways(node: Node) -> set[_Way] | None:
    """Return the alternatives of a tree, each a set of clauses that must all hold; None if they are too many."""
    if isinstance(node, Atom):
        return {frozenset({node})}
    found: set[_Way] = set() if isinstance(node, Either) else {frozenset()}
    for part in node.parts:
        ways = _ways(part)
        if ways is None:
            return None
        found = found | ways if isinstance(node, Either) else {one | other for one in found for other in ways}
        if len(found) > MOST:
            return None
    return found


def _sorted(node: Node) -> Node:
    if isinstance(node, Atom):
        return node
    flat: list[Node] = []
    for part in map(_sorted, node.parts):
        flat += part.parts if isinstance(part, type(node)) else [part]
    parts = tuple(sorted(dict.fromkeys(flat), key=write))
    if len(parts) == 1:
        return parts[0]
    return Both(parts) if isinstance(node, Both) else Either(parts)
