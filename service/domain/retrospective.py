"""The look back that opens the next planning: exactly four questions per team. Source: T-02, T-03."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import ClassVar, Final

from service.domain.errors import DomainError
from service.domain.model import Cycle


class Question(StrEnum):
    """The four prompts. Source: T-02."""

    ACHIEVED = "achieved"
    STUCK = "stuck"
    SURPRISES = "surprises"
    CHANGED = "changed"


WORDING: Final[Mapping[Question, str]] = MappingProxyType(
    {
        Question.ACHIEVED: "What did we achieve, and what did we miss?",
        Question.STUCK: "What was carried over, or got stuck?",
        Question.SURPRISES: "What surprised us, for better or worse?",
        Question.CHANGED: "What has changed in the business since?",
    }
)


class RetrospectiveIncomplete(DomainError):
    """A retrospective leaves a question open."""

    code: ClassVar[str] = "retrospective_incomplete"


@dataclass(frozen=True, slots=True, kw_only=True)
class Retrospective:
    """A team's answers about one cycle; shown again when it plans the next one."""

    cycle_id: str
    team_id: str
    answers: Mapping[Question, str]
    author: str
    at: datetime


def unanswered(*, answers: Mapping[Question, str]) -> tuple[Question, ...]:
    """Return the questions without an answer, in their order."""
    return tuple(question for question in Question if not answers.get(question, "").strip())


def require_complete(*, retrospective: Retrospective) -> None:
    """Refuse a retrospective that leaves a question open.

    Raises: RetrospectiveIncomplete, naming the first one.
    """
    missing = unanswered(answers=retrospective.answers)
    if missing:
        raise RetrospectiveIncomplete(
            f"Still open: {WORDING[missing[0]]} One sentence is enough.", field=missing[0].value
        )


def last_look_back(
    *, retrospectives: Iterable[Retrospective], cycles: Iterable[Cycle], cycle: Cycle
) -> tuple[Retrospective, ...]:
    """Return what each team said about the cycle before this one: the input of its planning.

    Of the cycles that began earlier the one that ended last counts, per team. Source: T-02, G-15.
    """
    ended = {each.id: each.ends_on for each in cycles if each.starts_on < cycle.starts_on}
    latest: dict[str, Retrospective] = {}
    for each in retrospectives:
        if each.cycle_id not in ended:
            continue
        known = latest.get(each.team_id)
        if known is None or ended[each.cycle_id] >= ended[known.cycle_id]:
            latest[each.team_id] = each
    return tuple(latest[team_id] for team_id in sorted(latest))
