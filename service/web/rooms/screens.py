"""What the templates of each step need beyond the room itself. One builder a step kind; most steps need none."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from service.domain.room import StepKind
from service.usecases.read_room import RoomView
from service.web.rooms.stages.choose import choose_desk, choose_stage
from service.web.rooms.stages.limits import limit_words
from service.web.rooms.stages.notes import notes_desk, notes_stage
from service.web.rooms.stages.themes import themes_desk, themes_stage

Words = dict[str, object]

STAGES: Mapping[StepKind, Callable[[RoomView], Words]] = MappingProxyType(
    {
        StepKind.NOTES: notes_stage,
        StepKind.THEMES: themes_stage,
        StepKind.CHOOSE: choose_stage,
    }
)
"""By step kind: what its stage (seen by everybody) needs."""

DESKS: Mapping[StepKind, Callable[[RoomView, str], Words]] = MappingProxyType(
    {
        StepKind.NOTES: notes_desk,
        StepKind.THEMES: themes_desk,
        StepKind.CHOOSE: choose_desk,
    }
)
"""By step kind: what its desk (seen by one person) needs; the text names what is being edited."""


def stage_words(view: RoomView) -> Words:
    """Return what the running step's stage needs."""
    builder = STAGES.get(view.step.kind) if view.step else None
    chosen = choose_stage(view) if view.step and view.step.kind is StepKind.OBJECTIVES else {}
    return {**limit_words(view), **chosen, **(builder(view) if builder else {})}


def desk_words(view: RoomView, *, editing: str) -> Words:
    """Return what the running step's desk needs."""
    builder = DESKS.get(view.step.kind) if view.step else None
    chosen = choose_desk(view, editing) if view.step and view.step.kind is StepKind.OBJECTIVES else {}
    return {**limit_words(view), **chosen, **(builder(view, editing) if builder else {})}
