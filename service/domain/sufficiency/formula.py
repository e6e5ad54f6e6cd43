"""The small arithmetic language of driver formulas: its parts, and what they mean at a point. Reading text is in `parse.py`.

Arithmetic is exact (fractions), so that a proof has no rounding in it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Final, Literal

Operator = Literal["+", "-", "*", "/"]
Relation = Literal[">=", ">", "<=", "<"]
FUNCTIONS: Final = ("min", "max", "abs")


@dataclass(frozen=True, slots=True)
class Number:
    """A constant."""

    value: Fraction


@dataclass(frozen=True, slots=True)
class Variable:
    """A driver by its name."""

    name: str


@dataclass(frozen=True, slots=True)
class Operation:
    """Two parts and what is done with them."""

    operator: Operator
    left: "Expression"
    right: "Expression"


@dataclass(frozen=True, slots=True)
class Power:
    """A part to a whole power of at least 0."""

    base: "Expression"
    exponent: int


@dataclass(frozen=True, slots=True)
class Call:
    """`min`, `max` or `abs` of parts."""

    name: str
    parts: tuple["Expression", ...]


Expression = Number | Variable | Operation | Power | Call


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What must hold: the sides with intermediate names put in, and the text as written."""

    left: Expression
    relation: Relation
    right: Expression
    text: str
    left_text: str

    @property
    def gap(self) -> Expression:
        """Return what must be at least (or above) 0."""
        if self.relation in {">=", ">"}:
            return Operation("-", self.left, self.right)
        return Operation("-", self.right, self.left)

    @property
    def is_strict(self) -> bool:
        """Tell whether equality fails."""
        return self.relation in {">", "<"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Formula:
    """A success condition over drivers; every comparison must hold."""

    text: str
    conditions: tuple[Comparison, ...]

    @property
    def drivers(self) -> tuple[str, ...]:
        """Return the names the formula needs values for, in order of appearance."""
        found: dict[str, None] = {}
        for condition in self.conditions:
            for side in (condition.left, condition.right):
                found.update(dict.fromkeys(names_in(side)))
        return tuple(found)


def names_in(expression: Expression) -> tuple[str, ...]:
    """Return the variables of an expression, in order, repeated ones too."""
    match expression:
        case Variable(name):
            return (name,)
        case Operation(_, left, right):
            return names_in(left) + names_in(right)
        case Power(base, _):
            return names_in(base)
        case Call(_, parts):
            return tuple(name for part in parts for name in names_in(part))
    return ()


def value_of(expression: Expression, values: Mapping[str, Fraction]) -> Fraction | None:
    """Return the value at a point; None where it is divided by zero."""
    match expression:
        case Number(value):
            return value
        case Variable(name):
            return values[name]
        case Operation(operator, left, right):
            return _combined(operator, value_of(left, values), value_of(right, values))
        case Power(base, exponent):
            inner = value_of(base, values)
            return None if inner is None else inner**exponent
    found = [value_of(part, values) for part in expression.parts]
    known = [each for each in found if each is not None]
    if len(known) < len(found):
        return None
    return abs(known[0]) if expression.name == "abs" else min(known) if expression.name == "min" else max(known)


def _combined(operator: Operator, left: Fraction | None, right: Fraction | None) -> Fraction | None:
    if left is None or right is None:
        return None
    if operator == "+":
        return left + right
    if operator == "-":
        return left - right
    if operator == "*":
        return left * right
    return None if right == 0 else left / right
