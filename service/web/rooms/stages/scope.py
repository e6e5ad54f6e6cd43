"""Scope and decisions: the choices of the desk."""

from service.usecases.read_room import RoomView

SCOPES = (("team", "The team's own"), ("company", "The company's"), ("both", "Both"))


def desk(view: RoomView, editing: str) -> dict[str, object]:  # noqa: ARG001  the scope is one form
    """Return the choices, and the period the booking proposes."""
    return {"scopes": SCOPES, "period": view.room.outline.period or view.facts.cycle.name}
