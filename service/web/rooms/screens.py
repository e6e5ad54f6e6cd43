"""What the templates of each step need beyond the room itself. One builder a step kind; most steps need none."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from service.domain.room import SessionState, StepKind
from service.usecases.read_room import RoomView
from service.web.rooms.stages import inputs, lobby, look_back, review, scope
from service.web.rooms.stages.alignment import alignment_desk, alignment_stage
from service.web.rooms.stages.around import after_desk, after_stage, lobby_stage
from service.web.rooms.stages.choose import choose_desk, choose_stage
from service.web.rooms.stages.close import close_desk, close_stage
from service.web.rooms.stages.confidence import confidence_desk, confidence_stage
from service.web.rooms.stages.initiatives import initiatives_desk, initiatives_stage
from service.web.rooms.stages.key_results import key_results_desk, key_results_stage
from service.web.rooms.stages.limits import limit_words
from service.web.rooms.stages.notes import notes_desk, notes_stage
from service.web.rooms.stages.objectives import objectives_desk, objectives_stage
from service.web.rooms.stages.owners import owners_desk, owners_stage
from service.web.rooms.stages.pressure_test import pressure_desk, pressure_stage
from service.web.rooms.stages.seventy import seventy_desk, seventy_stage
from service.web.rooms.stages.themes import themes_desk, themes_stage

Words = dict[str, object]

STAGES: Mapping[StepKind, Callable[[RoomView], Words]] = MappingProxyType(
    {
        StepKind.OPENING: lobby.people,
        StepKind.INPUTS: inputs.stage,
        StepKind.LOOK_BACK: look_back.stage,
        StepKind.REVIEW: review.stage,
        StepKind.NOTES: notes_stage,
        StepKind.THEMES: themes_stage,
        StepKind.CHOOSE: choose_stage,
        StepKind.INITIATIVES: initiatives_stage,
        StepKind.ALIGNMENT: alignment_stage,
        StepKind.CLOSE: close_stage,
        StepKind.OBJECTIVES: objectives_stage,
        StepKind.KEY_RESULTS: key_results_stage,
        StepKind.PRESSURE_TEST: pressure_stage,
        StepKind.CONFIDENCE: confidence_stage,
        StepKind.SEVENTY: seventy_stage,
        StepKind.OWNERS: owners_stage,
    }
)
"""By step kind: what its stage (seen by everybody) needs."""

DESKS: Mapping[StepKind, Callable[[RoomView, str], Words]] = MappingProxyType(
    {
        StepKind.SCOPE: scope.desk,
        StepKind.INPUTS: inputs.desk,
        StepKind.LOOK_BACK: look_back.desk,
        StepKind.REVIEW: review.desk,
        StepKind.NOTES: notes_desk,
        StepKind.THEMES: themes_desk,
        StepKind.CHOOSE: choose_desk,
        StepKind.INITIATIVES: initiatives_desk,
        StepKind.ALIGNMENT: alignment_desk,
        StepKind.CLOSE: close_desk,
        StepKind.OBJECTIVES: objectives_desk,
        StepKind.KEY_RESULTS: key_results_desk,
        StepKind.PRESSURE_TEST: pressure_desk,
        StepKind.CONFIDENCE: confidence_desk,
        StepKind.SEVENTY: seventy_desk,
        StepKind.OWNERS: owners_desk,
    }
)
"""By step kind: what its desk (seen by one person) needs; the text names what is being edited."""


def stage_words(view: RoomView) -> Words:
    """Return what the running step's stage needs; before the first step the lobby's, after the last one the end's."""
    if view.step is None:
        is_lobby = view.room.session.state is SessionState.BOOKED
        return {**limit_words(view), **lobby.stage(view), **lobby_stage(view)} if is_lobby else after_stage(view)
    builder = STAGES.get(view.step.kind)
    chosen = choose_stage(view) if view.step.kind is StepKind.OBJECTIVES else {}
    return {**limit_words(view), **chosen, **(builder(view) if builder else {})}


def desk_words(view: RoomView, *, editing: str) -> Words:
    """Return what the running step's desk needs; before the first step the lobby's, after the last one the end's."""
    if view.step is None:
        is_lobby = view.room.session.state is SessionState.BOOKED
        return {**limit_words(view), **lobby.desk(view, editing)} if is_lobby else after_desk(view)
    builder = DESKS.get(view.step.kind)
    chosen = choose_desk(view, editing) if view.step.kind is StepKind.OBJECTIVES else {}
    return {**limit_words(view), **chosen, **(builder(view, editing) if builder else {})}


BESIDE = frozenset(
    {
        StepKind.OBJECTIVES,
        StepKind.KEY_RESULTS,
        StepKind.PRESSURE_TEST,
        StepKind.CONFIDENCE,
        StepKind.SEVENTY,
        StepKind.OWNERS,
        StepKind.INITIATIVES,
        StepKind.ALIGNMENT,
    }
)
"""Steps whose desk is long: where there is room it stands beside the stage, not below it."""


def is_beside(view: RoomView) -> bool:
    """Tell whether the desk of the running step stands beside the stage."""
    return view.step is not None and view.step.kind in BESIDE
