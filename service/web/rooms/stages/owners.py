"""The stage and desk of owners and rhythm."""

from dataclasses import dataclass

from service.domain.presets import OwnerRule
from service.domain.room.drafts import KeyResultDraft, ObjectiveDraft
from service.domain.room.drafts.ownership_rules import TOO_MANY, loads
from service.usecases.read_room import RoomView
from service.web.rooms.stages.drafts import CLASSES, numbers, project_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One key result and who answers for it. `load` counts what the owner would own in the cycle."""

    draft: KeyResultDraft
    numbers: str
    load: int
    is_heavy: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """An objective, its owner where the doctrine wants one, its key results."""

    objective: ObjectiveDraft
    rows: tuple[Row, ...]


def owners_stage(view: RoomView) -> dict[str, object]:
    """Return who owns what, how much each person owns, and how far the three conditions are met (T-22)."""
    room, drafts = view.room, view.room.drafts.key_results()
    owned = loads(room=room, facts=view.facts)
    groups = [
        Group(
            objective=objective,
            rows=tuple(
                Row(
                    draft=each,
                    numbers=numbers(each),
                    load=owned.get(each.owner or "", 0),
                    is_heavy=owned.get(each.owner or "", 0) >= TOO_MANY,
                )
                for each in room.drafts.key_results(objective_id=objective.id)
            ),
        )
        for objective in room.drafts.objectives()
    ]
    conditions = (
        ("Owners", sum(each.owner is not None for each in drafts)),
        ("Rhythm", sum(each.checkin_days is not None for each in drafts)),
        ("Initiatives", sum(bool(each.initiatives) for each in drafts)),
    )
    return {
        "groups": groups,
        "total": len(drafts),
        "conditions": conditions,
        "load": sorted(owned.items(), key=lambda each: (-each[1], each[0])),
        "too_many": TOO_MANY,
        "wants_objective_owners": view.facts.preset.owner_rule is OwnerRule.OBJECTIVES_AND_KEY_RESULTS,
    }


def owners_desk(view: RoomView, editing: str) -> dict[str, object]:
    """Return what gets an owner: the named one, else the first key result without."""
    drafts = view.room.drafts
    objective = drafts.objective(editing)
    draft = drafts.key_result(editing)
    if objective is None and draft is None:
        draft = next((each for each in drafts.key_results() if each.owner is None), None)
    owned = {**view.facts.load, **loads(room=view.room, facts=view.facts)}
    return {
        "draft": draft,
        "objective": objective,
        "people": [(seat.account_id, owned.get(seat.account_id, 0)) for seat in view.room.seats.present()],
        "owner": (draft.owner if draft else objective.owner if objective else None) or "",
        "days": (draft.checkin_days if draft else None) or view.facts.preset.checkin_days,
        "classes": CLASSES,
        "project_key": project_of(view, draft.objective_id if draft else editing),
    }
