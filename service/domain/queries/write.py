"""From a tree back to a text that Jira reads the same way."""

import re
from typing import Final

from service.domain.queries.tree import Atom, Both, Node, Value

_CALL: Final = re.compile(r"[a-z]+\(([^()]*)\)$", re.I)
_PLAIN_FIELD: Final = re.compile(r"[a-z]+$|cf\[\d+\]$")


def write(node: Node) -> str:
    """Return the query of a tree; the empty tree is the empty text."""
    if isinstance(node, Atom):
        return _clause(node)
    joint = " AND " if isinstance(node, Both) else " OR "
    return joint.join(write(part) if isinstance(part, Atom) else f"({write(part)})" for part in node.parts)


def _clause(atom: Atom) -> str:
    field = atom.field if _PLAIN_FIELD.match(atom.field) else _quoted(atom.field)
    parts = [field, atom.operator.upper()]
    if atom.operator.endswith("in"):
        if atom.values == (None,) and not atom.is_historic:
            parts[1] = "IS" if atom.operator == "in" else "IS NOT"
            parts.append("EMPTY")
        else:
            parts.append(f"({', '.join(map(_value, atom.values))})")
    elif atom.values:
        parts.append(_value(atom.values[0]))
    for word, values in atom.when:
        shown = ", ".join(map(_value, values))
        parts += [word.upper(), f"({shown})" if len(values) > 1 else shown]
    if atom.operator == "not changed":
        return "NOT " + " ".join([field, "CHANGED", *parts[2:]])
    return " ".join(parts)


def _value(value: Value) -> str:
    if value is None:
        return "EMPTY"
    call = _CALL.match(value)
    if call is not None:
        arguments = ", ".join(_quoted(each.strip()) for each in call[1].split(",") if each.strip())
        return f"{value[: value.index('(')]}({arguments})"
    return _quoted(value)


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
