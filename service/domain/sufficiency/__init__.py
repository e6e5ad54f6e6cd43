"""Would the objective be reached if all its key results were? Proof over driver formulas, judgement without one.

Pure. What must not be here: reading history, and keeping formulas or votes. Source: requirements 2.2; M-19.
"""

from service.domain.sufficiency.coverage import Aspect, Cell, Coverage, Vote, coverage
from service.domain.sufficiency.drivers import Driver, DriverInvalid, Range, SuccessCondition, require_driver
from service.domain.sufficiency.formula import Formula
from service.domain.sufficiency.parse import FormulaRefused, parse_formula
from service.domain.sufficiency.verdict import CounterExample, Setting, Sufficiency, Verdict, judge

__all__ = [
    "Aspect",
    "Cell",
    "CounterExample",
    "Coverage",
    "Driver",
    "DriverInvalid",
    "Formula",
    "FormulaRefused",
    "Range",
    "Setting",
    "SuccessCondition",
    "Sufficiency",
    "Verdict",
    "Vote",
    "coverage",
    "judge",
    "parse_formula",
    "require_driver",
]
