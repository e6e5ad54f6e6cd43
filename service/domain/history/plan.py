"""What of a query Jira must answer today, and what is replayed from changelogs.

Today's search would miss issues that have left the query since. So clauses over fields whose past is replayed are taken out of
the search and asked as of every week; the rest is asked today and taken to have held. Source: requirements 2.4.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import ClassVar, Final

from service.domain.challenge.jql.words import DATES
from service.domain.errors import DomainError
from service.domain.history.instants import instant_of, span_of
from service.domain.history.replay import DATED, NAMED
from service.domain.queries import Atom, Both, Node, atoms, parse, write
from service.domain.queries.parse import SYNONYMS

_REPLAYED: Final = NAMED | DATED
_LASTING: Final = frozenset({"project", "issuekey", "created", "creator", "reporter", "issuetype"})
_MOVING: Final = frozenset(SYNONYMS.get(name, name) for name in DATES) - {"duedate", "created"}


class NotReplayable(DomainError):
    """The past of this number cannot be rebuilt from changelogs."""

    code: ClassVar[str] = "not_replayable"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplayPlan:
    """`search` finds every issue that may have mattered, `test` is asked of each as of a week. `notes` say what is assumed."""

    search: str
    test: Node
    notes: tuple[str, ...] = ()


def plan_replay(*, query: str, weeks: int, at: datetime) -> ReplayPlan:
    """Split a query. Raises: JqlInvalid; NotReplayable with the clause that stands in the way."""
    tree = parse(query)
    searched: list[Node] = []
    replayed: list[Node] = []
    for part in _conjuncts(tree):
        fields = {atom.field for atom in atoms(part)}
        if fields <= _REPLAYED:
            _require_readable(part, at)
            replayed.append(part)
            searched += _widened(part, weeks)
        elif fields & _REPLAYED:
            raise NotReplayable(
                f"“{write(part)}” mixes what changes with what stays; write the two as clauses joined by AND.",
                field="jql",
            )
        else:
            _require_lasting(part)
            searched.append(part)
    if not searched:
        raise NotReplayable(
            "Name a project in the query: without one every issue of the site would be read.", field="jql"
        )
    return ReplayPlan(search=write(Both(tuple(searched))), test=Both(tuple(replayed)), notes=_notes(searched))


def _conjuncts(node: Node) -> Iterable[Node]:
    if isinstance(node, Both):
        for part in node.parts:
            yield from _conjuncts(part)
    else:
        yield node


def _require_readable(part: Node, at: datetime) -> None:
    for atom in atoms(part):
        dated = atom.field in DATED
        value = atom.values[0] if atom.values else None
        known = value is None or not dated or instant_of(value, at=at) is not None
        fits = atom.operator in ({"<", "<=", ">", ">="} if dated and value is not None else {"in", "not in"})
        if atom.is_historic or not known or not fits:
            raise NotReplayable(f"“{write(atom)}” cannot be asked as of a day in the past.", field="jql")


def _require_lasting(part: Node) -> None:
    for atom in atoms(part):
        if atom.is_historic or (atom.field in _MOVING and atom.values != (None,)):
            raise NotReplayable(f"“{write(atom)}” cannot be asked as of a day in the past.", field="jql")


def _widened(part: Node, weeks: int) -> list[Node]:
    """Return what today's search may still ask of a replayed part: `created` reaches back as far as the oldest week does."""
    if not isinstance(part, Atom) or part.field != "created" or part.operator not in {">", ">="}:
        return []
    span = span_of(part.values[0] or "")
    if span is None:
        return [part] if "(" not in (part.values[0] or "(") else []
    days = math.ceil((timedelta(weeks=weeks) - span) / timedelta(days=1))
    return [Atom("created", ">=", (f"-{days}d",))] if days > 0 else []


def _notes(searched: Iterable[Node]) -> tuple[str, ...]:
    as_today = sorted({atom.field for part in searched for atom in atoms(part)} - _LASTING)
    return (f"Taken as it stands today: {', '.join(as_today)}.",) if as_today else ()
