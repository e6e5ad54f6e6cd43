"""Reads a driver formula: Python's own syntax tree, of which only arithmetic is let through. Nothing is ever executed."""

import ast
import math
import re
import warnings
from fractions import Fraction
from typing import ClassVar, Final

from service.domain.errors import DomainError
from service.domain.sufficiency.formula import (
    FUNCTIONS,
    Call,
    Comparison,
    Expression,
    Formula,
    Number,
    Operation,
    Operator,
    Power,
    Relation,
    Variable,
)

LONGEST_TEXT: Final = 2000
MOST_NODES: Final = 2000
HIGHEST_POWER: Final = 24
HIGHEST_DEGREE: Final = 48
"""So that exact numbers stay small: a product of n drivers has degree n."""

_OPERATORS: Final[dict[type[ast.operator], Operator]] = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/"}
_RELATIONS: Final[dict[type[ast.cmpop], Relation]] = {ast.GtE: ">=", ast.Gt: ">", ast.LtE: "<=", ast.Lt: "<"}
_EXAMPLE: Final = "e.g. mrr = customers * arpu * (1 - churn); mrr >= 300000"


class FormulaRefused(DomainError):
    """A driver formula is not arithmetic, or ends without a condition."""

    code: ClassVar[str] = "formula_refused"


def parse_formula(text: str) -> Formula:
    """Read steps `name = …` and conditions `… >= …`, parted by semicolons or lines; later steps may use earlier names.

    Known: + - * / **, brackets, min, max, abs, numbers, names, >= > <= < (also chained), `and`.
    Raises: FormulaRefused, saying what is not understood.
    """
    if len(text) > LONGEST_TEXT:
        raise _refusal(f"a formula has at most {LONGEST_TEXT:,} characters")
    reader = _Reader()
    for step in re.split(r"[;\n]", text):
        if step.strip():
            reader.step(step.strip())
    if not reader.conditions:
        raise _refusal("it has no condition, so nothing says when the objective is reached")
    return Formula(text=text.strip(), conditions=tuple(reader.conditions))


def _refusal(rule: str) -> FormulaRefused:
    return FormulaRefused(f"The formula is not understood: {rule} ({_EXAMPLE}).", field="formula")


class _Reader:
    def __init__(self) -> None:
        self.conditions: list[Comparison] = []
        self._steps: dict[str, Expression] = {}
        self._nodes = 0

    def step(self, text: str) -> None:
        try:
            with warnings.catch_warnings():  # `1if` and the like: ours to refuse, not Python's to comment
                warnings.simplefilter("ignore", SyntaxWarning)
                body = ast.parse(text, mode="exec").body
        except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
            raise _refusal(f"“{text[:60]}” is no arithmetic") from error
        try:
            for node in body:
                self._statement(node)
        except RecursionError as error:
            raise _refusal("it has too many brackets") from error

    def _statement(self, node: ast.stmt) -> None:
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                if name in self._steps or name in FUNCTIONS:
                    raise _refusal(f"{name} is already taken; give the step another name")
                self._steps[name] = self._expression(value)
            case ast.Expr(value=value):
                self._condition(value)
            case _:
                raise _refusal("use only steps “name = …” and conditions")

    def _condition(self, node: ast.expr) -> None:
        match node:
            case ast.BoolOp(op=ast.And(), values=values):
                for value in values:
                    self._condition(value)
            case ast.Compare():
                left = node.left
                for operator, right in zip(node.ops, node.comparators, strict=True):
                    relation = _RELATIONS.get(type(operator))
                    if relation is None:
                        raise _refusal("compare with >=, >, <= or <")
                    self.conditions.append(
                        Comparison(
                            left=self._expression(left),
                            relation=relation,
                            right=self._expression(right),
                            text=f"{ast.unparse(left)} {relation} {ast.unparse(right)}",
                            left_text=ast.unparse(left),
                        )
                    )
                    left = right
            case _:
                raise _refusal(f"“{ast.unparse(node)[:60]}” is neither a step nor a condition")

    def _expression(self, node: ast.expr) -> Expression:
        found = self._read(node)
        if _degree(found) > HIGHEST_DEGREE:
            raise _refusal(f"it multiplies more than {HIGHEST_DEGREE} drivers with one another")
        return found

    def _read(self, node: ast.expr) -> Expression:
        self._nodes += 1
        if self._nodes > MOST_NODES:
            raise _refusal("it is too long once its steps are put in")
        match node:
            case ast.Constant(value=value) if isinstance(value, int | float) and not isinstance(value, bool):
                return Number(_fraction(value))
            case ast.Name(id=name):
                return self._put_in(name)
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                return Operation("-", Number(Fraction(0)), self._read(operand))
            case ast.UnaryOp(op=ast.UAdd(), operand=operand):
                return self._read(operand)
            case ast.BinOp(op=ast.Pow(), left=base, right=ast.Constant(value=int(exponent))):
                if isinstance(exponent, bool) or exponent > HIGHEST_POWER:
                    raise _refusal(f"a power is a whole number up to {HIGHEST_POWER}")
                return Power(self._read(base), exponent)
            case ast.BinOp(op=operator, left=left, right=right) if type(operator) in _OPERATORS:
                return Operation(_OPERATORS[type(operator)], self._read(left), self._read(right))
            case ast.Call(func=ast.Name(id=name), args=[_, *_] as parts, keywords=[]) if name in FUNCTIONS:
                if name == "abs" and len(parts) != 1:
                    raise _refusal("abs takes one number")
                return Call(name, tuple(self._read(part) for part in parts))
        raise _refusal(f"“{ast.unparse(node)[:60]}” is not arithmetic; known are + - * / **, min, max and abs")

    def _put_in(self, name: str) -> Expression:
        step = self._steps.get(name)
        if step is None:
            return Variable(name)
        self._nodes += _size(step)
        if self._nodes > MOST_NODES:
            raise _refusal("it is too long once its steps are put in")
        return step


def _fraction(value: float) -> Fraction:
    if not math.isfinite(value) or abs(value) > 1e18:
        raise _refusal("a number is larger than anything a driver can be")
    return Fraction(repr(value))


def _size(expression: Expression) -> int:
    match expression:
        case Operation(_, left, right):
            return 1 + _size(left) + _size(right)
        case Power(base, _):
            return 1 + _size(base)
        case Call(_, parts):
            return 1 + sum(map(_size, parts))
    return 1


def _degree(expression: Expression) -> int:
    match expression:
        case Variable():
            return 1
        case Operation(operator, left, right):
            degrees = (_degree(left), _degree(right))
            return sum(degrees) if operator in {"*", "/"} else max(degrees)
        case Power(base, exponent):
            return _degree(base) * exponent
        case Call(_, parts):
            return max(map(_degree, parts))
    return 0
