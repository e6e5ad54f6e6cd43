"""The lobby: what speaks against the booking, who is invited, whose numbers are missing, the agenda and where else to take one from."""

from service.domain.presets import PRESETS
from service.domain.room import StepKind
from service.domain.room.advice import advice, allowed_minutes
from service.domain.room.inputs import WORDING
from service.domain.room.planned_window import planned_window
from service.domain.room.prework import owing
from service.usecases.find_agenda import DOCTRINE, TEMPLATE
from service.usecases.list_agenda_templates import list_agenda_templates
from service.usecases.read_room import RoomView
from service.web.call import this_call
from service.web.rooms.stages.people import INVITED_AS, ROLES

Words = dict[str, object]


def people(view: RoomView) -> Words:  # noqa: ARG001  every builder takes the view
    """Return how the roles are called."""
    return {"roles": ROLES}


def stage(view: RoomView) -> Words:
    """Return what everybody sees before the session begins."""
    room, facts = view.room, view.facts
    return {
        "roles": ROLES,
        "advice": advice(
            session=room.session,
            preset=facts.preset,
            cycle=facts.cycle,
            agenda=room.agenda,
            seats=room.seats,
            followed=facts.followed,
        ),
        "allowed": allowed_minutes(preset=facts.preset, scope=room.session.scope),
        "window": planned_window(preset=facts.preset, cycle=facts.cycle),
        "owing": owing(room),
    }


def desk(view: RoomView, editing: str) -> Words:  # noqa: ARG001  nothing in the lobby is edited in place
    """Return the choices of the lobby's forms."""
    call = this_call()
    templates = list_agenda_templates(parts=call.parts, site_id=call.site_id)
    kept = [(f"{TEMPLATE}{each.id}", f"{each.name} ({each.minutes} min)") for each in templates]
    return {
        "roles": ROLES,
        "invited_as": INVITED_AS,
        "input_topics": [(each.value, word) for each, word in WORDING.items()],
        "templates": templates,
        "sources": [*kept, *((f"{DOCTRINE}{each.key}", each.name) for each in PRESETS.values())],
        "step_kinds": [(each.value, each.value.replace("_", " ").capitalize()) for each in StepKind],
        "owes": view.viewer in owing(view.room),
    }
