"""The stage and desk of the key results."""

from dataclasses import dataclass

from service.domain.presets import OutputPolicy
from service.domain.room.drafts import KeyResultDraft, ObjectiveDraft
from service.domain.room.drafts.judged import is_output, judge_key_result, known_of
from service.domain.room.drafts.key_result_rules import of_key_result
from service.domain.waivers import last_allowed_day
from service.usecases.read_room import RoomView
from service.web.rooms.stages.drafts import CLASSES, DIRECTIONS, TRACKERS, Verdict, numbers, said


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One key result on the stage. `lacks` are the rules that keep it in draft."""

    draft: KeyResultDraft
    verdict: Verdict
    numbers: str
    is_output: bool
    is_running: bool
    may_be_waived: bool
    lacks: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """An objective with its key results; locked while its team has not agreed (O-07)."""

    objective: ObjectiveDraft
    rows: tuple[Row, ...]
    is_locked: bool


def key_results_stage(view: RoomView) -> dict[str, object]:
    """Return every objective with its key results, each judged under the session's doctrine."""
    return {
        "groups": [_group(view, each) for each in view.room.drafts.objectives()],
        "allowed": view.facts.preset.key_results,
        "health": view.room.drafts.health,
        "asked": sum(each.challenges for each in view.room.drafts.all_key_results),
    }


def key_results_desk(view: RoomView, editing: str) -> dict[str, object]:
    """Return the form's choices and the key result that is being changed, or the objective it will be added to."""
    drafts, cycle = view.room.drafts, view.facts.cycle
    draft = drafts.key_result(editing)
    objective_id = draft.objective_id if draft else editing
    return {
        "draft": draft,
        "objective_id": objective_id,
        "objectives": [(each.id, each.title) for each in drafts.objectives() if not _is_locked(view, each)],
        "directions": DIRECTIONS,
        "trackers": TRACKERS,
        "classes": CLASSES,
        "cycle": cycle,
        "unlockable": [each for each in drafts.key_results() if each.id != editing],
        "last_day": last_allowed_day(cycle=cycle),
        "preset_key": view.facts.preset.key,
    }


def _group(view: RoomView, objective: ObjectiveDraft) -> Group:
    rows = tuple(_row(view, each) for each in view.room.drafts.key_results(objective_id=objective.id))
    return Group(objective=objective, rows=rows, is_locked=_is_locked(view, objective))


def _is_locked(view: RoomView, objective: ObjectiveDraft) -> bool:
    return any(not each.is_agreed for each in view.room.drafts.objectives(team_id=objective.team_id))


def _row(view: RoomView, draft: KeyResultDraft) -> Row:
    preset = view.facts.preset
    audit = judge_key_result(draft, preset=preset)
    output = is_output(kind="kr", text=draft.title, known=known_of(draft))
    return Row(
        draft=draft,
        verdict=said(audit),
        numbers=numbers(draft),
        is_output=output,
        is_running=audit.verdict == "kpi",
        may_be_waived=output and draft.waiver is None and preset.output_kr is not OutputPolicy.NEVER,
        lacks=tuple(dict.fromkeys(each.rule for each in of_key_result(draft, preset=preset) if each.is_hard)),
    )
