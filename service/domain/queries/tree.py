"""What a query is made of. Negation stands in the operators, never above a bracket."""

from collections.abc import Iterator
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

Value = str | None
"""A value as written without its quotes, a call as `name(arguments)`; None is EMPTY."""

OPPOSITE: Final = MappingProxyType(
    {
        "in": "not in",
        "~": "!~",
        "<": ">=",
        ">": "<=",
        "was in": "was not in",
        "changed": "not changed",
        "not in": "in",
        "!~": "~",
        ">=": "<",
        "<=": ">",
        "was not in": "was in",
        "not changed": "changed",
    }
)


@dataclass(frozen=True, slots=True)
class Atom:
    """One clause. `=` and `IS` are `in`, `!=` and `IS NOT` are `not in`; `when` holds the predicates of WAS and CHANGED."""

    field: str
    operator: str
    values: tuple[Value, ...] = ()
    when: tuple[tuple[str, tuple[Value, ...]], ...] = ()

    @property
    def is_historic(self) -> bool:
        """Tell whether the clause itself asks for the past."""
        return self.operator.endswith("changed") or self.operator.startswith("was")


@dataclass(frozen=True, slots=True)
class Both:
    """All of the parts; none is always true."""

    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Either:
    """Any of the parts."""

    parts: tuple["Node", ...]


Node = Atom | Both | Either


def negated(node: Node) -> Node:
    """Return the opposite, as Jira reads NOT: it turns every operator, so an empty field satisfies neither."""
    if isinstance(node, Atom):
        return Atom(node.field, OPPOSITE[node.operator], node.values, node.when)
    parts = tuple(negated(part) for part in node.parts)
    return Either(parts) if isinstance(node, Both) else Both(parts)


def atoms(node: Node) -> Iterator[Atom]:
    """Yield every clause."""
    if isinstance(node, Atom):
        yield node
        return
    for part in node.parts:
        yield from atoms(part)
