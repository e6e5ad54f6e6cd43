"""An agreed objective becomes an objective of the plan, with the draft's id, and gets its epic."""

from service.domain.errors import NotThere
from service.domain.model import Objective
from service.domain.room import Room
from service.domain.room.drafts import ObjectiveDraft
from service.usecases.create_objective import create_objective
from service.usecases.map_objective import map_objective
from service.usecases.needs import Needs


def commit_objective(*, parts: Needs, site_id: str, by: str, room: Room, draft: ObjectiveDraft) -> Objective:
    """Create the objective if it is not there, and its epic if it has none; what stands there is not changed.

    Only a contribution that the team agreed to is taken over; one that is merely proposed is not. Source: W-11.

    Raises: NotThere for a parent that is not in the plan, and what `create_objective` and `map_objective` raise.
    """
    with parts.store.reading() as tx:
        found = tx.objectives.find(site_id=site_id, id=draft.id)
        above = draft.parent_id
        if found is None and above is not None and tx.objectives.find(site_id=site_id, id=above) is None:
            raise NotThere(
                "The objective it contributes to is not in the plan. Agree on that one too, or propose another."
            )
    if found is None:
        found = create_objective(
            parts=parts,
            site_id=site_id,
            by=by,
            cycle_id=room.session.cycle_id,
            team_id=draft.team_id,
            title=draft.title,
            why=whole_why(draft),
            parent_id=above,
            carried_from_id=draft.carried_from_id,
            id=draft.id,
        )
    if found.epic_id is None or found.epic_gone:
        found = map_objective(parts=parts, site_id=site_id, by=by, objective_id=found.id)
    return found


def whole_why(draft: ObjectiveDraft) -> str:
    """Return everything that was said of the reason: why, the outcome, the business need it answers. Source: G-01, T-06."""
    said = (draft.why, draft.outcome and f"Outcome: {draft.outcome}", draft.need and f"Business need: {draft.need}")
    return "\n\n".join(each.strip() for each in said if each and each.strip())
