"""Whether an issue would have been found by a query at an instant."""

import operator
from collections.abc import Mapping
from datetime import datetime
from typing import Final

from service.domain.history.instants import instant_of
from service.domain.history.past import IssuePast, set_at, text_as_of
from service.domain.queries import Atom, Both, Node

NAMED: Final = frozenset({"status", "statuscategory", "resolution", "priority"})
DATED: Final = frozenset({"created", "resolutiondate"})
_COMPARE: Final = {"<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge}
_CATEGORIES: Final = {"to do": "new", "new": "new", "in progress": "indeterminate", "done": "done", "complete": "done"}
_NOTHING: Final = {"resolution": "unresolved"}
"""What JQL calls an empty field, where it has a word for it."""


def holds_as_of(*, test: Node, past: IssuePast, at: datetime, categories: Mapping[str, str]) -> bool:
    """Tell whether the issue existed and satisfied the clauses at an instant.

    `categories` says the category key (`done`) of every status name, lower-case.
    """
    return at >= past.created_at and _holds(test, past, at, categories)


def _holds(test: Node, past: IssuePast, at: datetime, categories: Mapping[str, str]) -> bool:
    if isinstance(test, Atom):
        return _clause(test, past, at, categories)
    answers = (_holds(part, past, at, categories) for part in test.parts)
    return all(answers) if isinstance(test, Both) else any(answers)


def _clause(atom: Atom, past: IssuePast, at: datetime, categories: Mapping[str, str]) -> bool:
    if atom.field in DATED:
        return _dated(atom, past, at)
    actual = _named(atom.field, past, at, categories)
    wanted = {_wanted(atom.field, value) for value in atom.values}
    if atom.operator == "in":
        return actual in wanted
    # As Jira's, the negation leaves out issues without a value, unless it is emptiness that is denied.
    return actual not in wanted and (actual is not None or None in wanted)


def _named(field: str, past: IssuePast, at: datetime, categories: Mapping[str, str]) -> str | None:
    text = text_as_of(past=past, field="status" if field == "statuscategory" else field, at=at)
    name = None if text is None else text.casefold()
    return categories.get(name or "") if field == "statuscategory" else name


def _wanted(field: str, value: str | None) -> str | None:
    name = None if value is None else value.casefold()
    if name is not None and name == _NOTHING.get(field):
        return None
    return _CATEGORIES.get(name or "", name) if field == "statuscategory" else name


def _dated(atom: Atom, past: IssuePast, at: datetime) -> bool:
    actual = past.created_at if atom.field == "created" else set_at(past=past, field="resolution", at=at)
    if atom.operator in {"in", "not in"}:
        return (actual is None) is (atom.operator == "in")
    wanted = None if atom.values[0] is None else instant_of(atom.values[0], at=at)
    return actual is not None and wanted is not None and _COMPARE[atom.operator](actual, wanted)
