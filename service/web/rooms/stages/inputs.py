"""The input pack: gathered facts beside what people know."""

from service.domain.retrospective import WORDING as QUESTIONS
from service.domain.room.inputs import WORDING
from service.domain.room.prework import owing
from service.usecases.read_room import RoomView


def stage(view: RoomView) -> dict[str, object]:
    """Return the words of topics and questions, and whose numbers are missing."""
    return {
        "topics": WORDING,
        "questions": {each.value: word for each, word in QUESTIONS.items()},
        "owing": owing(view.room),
        "team_names": {team.id: team.name for team in view.facts.teams},
    }


def desk(view: RoomView, editing: str) -> dict[str, object]:  # noqa: ARG001  inputs are added or taken back
    """Return the choices of the forms."""
    return {
        "input_topics": [(each.value, word) for each, word in WORDING.items()],
        "owes": view.viewer in owing(view.room),
    }
