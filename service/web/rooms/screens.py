"""What the templates of each step need beyond the room itself. One builder a step kind; most steps need none."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from service.domain.room import SessionState, StepKind
from service.usecases.read_room import RoomView
from service.web.rooms.stages import inputs, lobby, look_back, review, scope

Words = dict[str, object]

STAGES: Mapping[StepKind, Callable[[RoomView], Words]] = MappingProxyType(
    {
        StepKind.OPENING: lobby.people,
        StepKind.INPUTS: inputs.stage,
        StepKind.LOOK_BACK: look_back.stage,
        StepKind.REVIEW: review.stage,
    }
)
"""By step kind: what its stage (seen by everybody) needs."""

DESKS: Mapping[StepKind, Callable[[RoomView, str], Words]] = MappingProxyType(
    {
        StepKind.SCOPE: scope.desk,
        StepKind.INPUTS: inputs.desk,
        StepKind.LOOK_BACK: look_back.desk,
        StepKind.REVIEW: review.desk,
    }
)
"""By step kind: what its desk (seen by one person) needs; the text names what is being edited."""


def stage_words(view: RoomView) -> Words:
    """Return what the running step's stage needs, or the lobby's."""
    if view.room.session.state is SessionState.BOOKED:
        return lobby.stage(view)
    builder = STAGES.get(view.step.kind) if view.step else None
    return builder(view) if builder else {}


def desk_words(view: RoomView, *, editing: str) -> Words:
    """Return what the running step's desk needs, or the lobby's."""
    if view.room.session.state is SessionState.BOOKED:
        return lobby.desk(view, editing)
    builder = DESKS.get(view.step.kind) if view.step else None
    return builder(view, editing) if builder else {}
