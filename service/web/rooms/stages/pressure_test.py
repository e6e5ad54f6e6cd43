"""The stage and desk of the pressure test."""

from collections.abc import Iterator
from dataclasses import dataclass

from service.domain.challenge import Loophole
from service.domain.room.drafts import KeyResultDraft, ObjectiveDraft
from service.domain.room.drafts.judged import judge_key_result
from service.domain.room.pressure import Feasibility, GuardrailDraft, KeyResultAnswers
from service.domain.room.pressure.feasibility import by_contributors
from service.domain.room.pressure.loopholes import loopholes, open_loopholes
from service.domain.room.pressure.objectives import Suffices, suffices
from service.domain.room.pressure.rules import SAME, is_launch, is_unrealistic
from service.domain.room.pressure.sandbags import sandbag_signs
from service.usecases.read_room import RoomView
from service.web.rooms.stages.drafts import numbers

SUFFICES = {
    Suffices.UNASKED: ("not asked yet", "default"),
    Suffices.CHANGED: ("changed: ask again", "warning"),
    Suffices.SUFFICIENT: ("sufficient", "success"),
    Suffices.INSUFFICIENT: ("insufficient", "danger"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One key result under test. `smart` are five letters with whether each holds (G-21)."""

    draft: KeyResultDraft
    numbers: str
    answers: KeyResultAnswers
    is_same: bool
    is_launch: bool
    feasible: tuple[Feasibility, ...]
    mine: Feasibility | None
    guardrails: tuple[GuardrailDraft, ...]
    open_loopholes: tuple[Loophole, ...]
    signs: tuple[str, ...]
    is_called: bool
    smart: tuple[tuple[str, str, bool], ...]

    @property
    def is_open(self) -> bool:
        """Tell whether a question is still to be answered."""
        asked = self.answers
        return asked.nature is None or asked.moves is None or asked.delta is None or asked.forever is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """An objective under test."""

    objective: ObjectiveDraft
    word: str
    tone: str
    because: str
    is_unrealistic: bool
    rows: tuple[Row, ...]


def pressure_stage(view: RoomView) -> dict[str, object]:
    """Return every objective and key result with what was answered."""
    return {"groups": [_group(view, each) for each in view.room.drafts.objectives()]}


def pressure_desk(view: RoomView, editing: str) -> dict[str, object]:
    """Return what is being answered: the named one, else the first key result with an open question."""
    drafts = view.room.drafts
    objective = drafts.objective(editing)
    draft = drafts.key_result(editing) or (None if objective else _first_open(view))
    row = _row(view, draft) if draft else None
    answer = view.room.pressure.objectives.get(objective.id) if objective else None
    return {
        "row": row,
        "draft": draft,
        "objective": objective,
        "answer": answer,
        "all_loopholes": _answered(view, draft) if draft else (),
    }


def _first_open(view: RoomView) -> KeyResultDraft | None:
    return next((each for each in view.room.drafts.key_results() if _row(view, each).is_open), None)


def _answered(view: RoomView, draft: KeyResultDraft) -> tuple[dict[str, object], ...]:
    pressure = view.room.pressure
    reasons = {each.loophole: each.reason for each in pressure.dismissed(draft.id)}
    return tuple(
        {
            "loophole": each,
            "guardrails": [one for one in pressure.guardrails_of(draft.id) if one.loophole == each.id],
            "reason": reasons.get(each.id, ""),
        }
        for each in loopholes(draft)
    )


def _group(view: RoomView, objective: ObjectiveDraft) -> Group:
    word, tone = SUFFICES[suffices(room=view.room, objective_id=objective.id)]
    answer = view.room.pressure.objectives.get(objective.id)
    return Group(
        objective=objective,
        word=word,
        tone=tone,
        because=answer.because if answer else "",
        is_unrealistic=is_unrealistic(view.room, objective),
        rows=tuple(_row(view, each) for each in view.room.drafts.key_results(objective_id=objective.id)),
    )


def _row(view: RoomView, draft: KeyResultDraft) -> Row:
    room, pressure = view.room, view.room.pressure
    answers = pressure.of(draft)
    said = pressure.feasible(draft)
    return Row(
        draft=draft,
        numbers=numbers(draft),
        answers=answers,
        is_same=answers.delta is not None and answers.delta < SAME,
        is_launch=is_launch(draft, view.facts.preset),
        feasible=said,
        mine=next((each for each in said if each.by == view.viewer), None),
        guardrails=pressure.guardrails_of(draft.id),
        open_loopholes=open_loopholes(room=room, draft=draft),
        signs=sandbag_signs(room=room, facts=view.facts, draft=draft),
        is_called=pressure.sandbag(draft) is not None,
        smart=tuple(_smart(view, draft, answers)),
    )


def _smart(view: RoomView, draft: KeyResultDraft, answers: KeyResultAnswers) -> Iterator[tuple[str, str, bool]]:
    """Yield letter, word and whether it holds. Source: G-21."""
    verdict = judge_key_result(draft, preset=view.facts.preset).verdict
    said = by_contributors(room=view.room, draft=draft)
    yield "S", "specific", verdict not in {"vague", "kitchen-sink", "kr-as-objective"}
    yield "M", "measurable", draft.target is not None or draft.upper is not None
    yield "A", "achievable", bool(said) and any(each.is_feasible for each in said)
    yield "R", "relevant", bool(answers.if_missed)
    yield "T", "time-bound", draft.due_on is not None
