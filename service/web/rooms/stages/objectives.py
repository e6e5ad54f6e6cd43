"""The stage and desk of the objectives."""

from dataclasses import dataclass

from service.domain.room.drafts import ObjectiveDraft
from service.domain.room.drafts.judged import is_output, judge_objective
from service.domain.room.drafts.parents import parents_for
from service.usecases.read_room import RoomView
from service.web.rooms.stages.drafts import Verdict, said, teams_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One objective on the stage."""

    draft: ObjectiveDraft
    verdict: Verdict
    is_output: bool
    is_running: bool
    parent: str | None
    proposed: str | None
    carried_from: str | None


def objectives_stage(view: RoomView) -> dict[str, object]:
    """Return every team's objectives with what the auditor says, and how many the room allows itself (O-14)."""
    groups = []
    for each in teams_of(view):
        limit = view.room.limits.of(each.team, preset=view.facts.preset)
        rows = [_row(view, draft) for draft in each.objectives]
        groups.append({"team": each.team, "limit": limit, "rows": rows})
    return {"groups": groups, "health": view.room.drafts.health}


def objectives_desk(view: RoomView, editing: str) -> dict[str, object]:
    """Return the form's choices and the objective that is being changed."""
    draft = view.room.drafts.objective(editing)
    parents = parents_for(room=view.room, facts=view.facts, draft=draft) if draft else {}
    on_table = {each.carried_from_id for each in view.room.drafts.objectives()}
    return {
        "draft": draft,
        "teams": [(team.id, team.name) for team in view.facts.teams],
        "parents": list(parents.items()),
        "unfinished": [each for each in view.facts.unfinished if each.id not in on_table],
        "preset_key": view.facts.preset.key,
    }


def _row(view: RoomView, draft: ObjectiveDraft) -> Row:
    audit = judge_objective(draft, preset=view.facts.preset)
    parents = parents_for(room=view.room, facts=view.facts, draft=draft)
    earlier = {each.id: each.title for each in view.facts.unfinished}
    return Row(
        draft=draft,
        verdict=said(audit),
        is_output=is_output(kind="objective", text=draft.title),
        is_running=audit.verdict == "kpi",
        parent=parents.get(draft.parent_id or "") or ("An objective that is gone" if draft.parent_id else None),
        proposed=parents.get(draft.proposed_parent_id or ""),
        carried_from=earlier.get(draft.carried_from_id or "")
        or ("an earlier cycle" if draft.carried_from_id else None),
    )
