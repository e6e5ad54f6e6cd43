"""The stage and desk of initiatives: two or three a key result, and the three conditions."""

from service.domain.room.initiatives import FEWEST, MOST, three_conditions
from service.usecases.read_room import RoomView

DONE_TONE = {True: "success", False: "default"}


def initiatives_stage(view: RoomView) -> dict[str, object]:
    """Return every objective with its key results and their work. Source: T-15, T-22."""
    room = view.room
    groups = [(each, room.drafts.key_results(objective_id=each.id)) for each in room.drafts.objectives()]
    return {
        "groups": groups,
        "conditions": three_conditions(room),
        "fewest": FEWEST,
        "most": MOST,
        "made": {key: each.keys for key, each in room.commits.done.items()},
    }


def initiatives_desk(view: RoomView, editing: str) -> dict[str, object]:
    """Return the key result to add work to: the one that was chosen, else the first that has too little."""
    rows = view.room.drafts.key_results()
    chosen = view.room.drafts.key_result(editing)
    return {
        "draft": chosen or next((each for each in rows if len(each.initiatives) < FEWEST), None),
        "choices": [(each.id, each.title) for each in rows],
    }
