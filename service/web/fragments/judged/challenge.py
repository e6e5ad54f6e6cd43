"""A key result challenged: loopholes and answers, the guarded score, and what becomes of it if nobody does anything."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from flask import url_for

from service.domain.board import Problem
from service.domain.board.shapes import Point
from service.domain.challenge import Answer, Dismissal, Guardrail
from service.domain.do_nothing import DoNothing
from service.domain.history import History
from service.domain.model import KeyResultState, TrackerKind
from service.usecases.asked import history_wish, read_wishes
from service.usecases.list_problems import list_problems
from service.usecases.read_challenge import AnsweredChallenge, read_challenge
from service.usecases.read_do_nothing import read_do_nothing
from service.usecases.read_history import read_history
from service.usecases.read_key_result import read_key_result
from service.web.call import Call
from service.web.fields import field_names
from service.web.fragments.judged.heads import objective_head
from service.web.fragments.region import View

_REPLAYED = frozenset({TrackerKind.FIELD, TrackerKind.JQL, TrackerKind.INITIATIVES})


@dataclass(frozen=True, slots=True, kw_only=True)
class Challenged:
    """All there is to show of one key result's challenge. `points` is the measured history as a line.

    `own` are guardrails and `past` dismissals that answer no loophole raised today. `takes` is the value that can be taken as
    baseline; None where there is none or it is the baseline already.
    """

    asked: AnsweredChallenge
    own: tuple[Guardrail, ...]
    past: tuple[Dismissal, ...]
    open: int
    broken: int
    do_nothing: DoNothing
    history: History | None
    points: tuple[Point, ...]
    takes: float | None
    can_measure: bool
    asked_at: datetime | None
    problems: tuple[Problem, ...]


def challenge_view(call: Call, *, objective_id: str, chosen: str = "") -> View:
    """Show every key result of an objective challenged; the one named by its id is open."""

    def read() -> dict[str, object]:
        head = objective_head(call, objective_id=objective_id, tab="challenge")
        shown = [each.key_result for each in head.view.key_results if each.key_result.state is KeyResultState.ACTIVE]
        wishes = read_wishes(parts=call.parts, site_id=call.site_id)
        found = [_challenged(call, each.id, wishes) for each in shown]
        context = {**head.context, "field_names": _field_names(call, found)}
        return context | {"challenged": found, "chosen": chosen or _first_open(found), "goes_to": chosen}

    url = url_for("judged.challenge", objective_id=objective_id, kr=chosen or None)
    return View(url=url, template="fragments/challenge.html", read=read, judged=True)


def key_result_challenge_view(call: Call, *, key_result_id: str) -> View:
    """Show one key result challenged, to stand beside something else."""

    def read() -> dict[str, object]:
        wishes = read_wishes(parts=call.parts, site_id=call.site_id)
        one = _challenged(call, key_result_id, wishes)
        head = objective_head(call, objective_id=one.asked.key_result.objective_id, tab="challenge")
        return {**head.context, "one": one, "field_names": _field_names(call, (one,))}

    url = url_for("judged.key_result_challenge", key_result_id=key_result_id)
    template = "fragments/key_result_challenge.html"
    return View(url=url, template=template, read=read, judged=True, name=f"challenge-of-{key_result_id}")


def _challenged(call: Call, key_result_id: str, wishes: Mapping[str, datetime]) -> Challenged:
    parts, site_id = call.parts, call.site_id
    asked = read_challenge(parts=parts, site_id=site_id, key_result_id=key_result_id)
    history = read_history(parts=parts, site_id=site_id, key_result_id=key_result_id)
    raised = {each.loophole.id for each in asked.answers}
    measured = history.points[-1][1] if history and history.points else None
    key_result = read_key_result(parts=parts, site_id=site_id, key_result_id=key_result_id)
    wish = history_wish(key_result_id)
    return Challenged(
        asked=asked,
        own=tuple(each for each in asked.guardrails if each.loophole not in raised),
        past=tuple(each for each in asked.dismissals if each.loophole not in raised),
        open=sum(each.is_open for each in asked.answers),
        broken=len(asked.guarded.broken),
        do_nothing=read_do_nothing(parts=parts, site_id=site_id, key_result_id=key_result_id),
        history=history,
        points=_line(history),
        takes=measured if measured != key_result.baseline else None,
        can_measure=key_result.tracker.kind in _REPLAYED,
        asked_at=wishes.get(wish),
        problems=list_problems(parts=parts, site_id=site_id, scope=wish),
    )


def _field_names(call: Call, found: Sequence[Challenged]) -> Mapping[str, str]:
    """Return the names of Jira's number fields where a guardrail reads one."""
    reads = any(rail.issue_field_id for each in found for rail in each.asked.guardrails)
    return field_names(call) if reads else {}


def _line(history: History | None) -> tuple[Point, ...]:
    if history is None:
        return ()
    return tuple(Point(at=at, value=value, progress=None) for at, value in history.points)


def _first_open(found: Sequence[Challenged]) -> str:
    """Return the id of the first key result that still waits for an answer, else of the first."""
    waits = [each.asked.key_result.id for each in found if each.open or each.broken]
    return (waits or [each.asked.key_result.id for each in found] or [""])[0]


def answer_of(asked: AnsweredChallenge, loophole: str) -> Answer | None:
    """Return what became of a loophole, or None if the key result is not challenged with it."""
    return next((each for each in asked.answers if each.loophole.id == loophole), None)
