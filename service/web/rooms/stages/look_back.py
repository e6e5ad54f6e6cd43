"""The look back: last cycle's objectives with their scores, four questions a team, what the benchmarks claim."""

from service.domain.retrospective import WORDING
from service.domain.room.input_pack import COMPLETION_BENCHMARK, MATURITY_BENCHMARK
from service.usecases.read_room import RoomView


def stage(view: RoomView) -> dict[str, object]:
    """Return questions, team names and the vendor's claims, labelled as such."""
    return {
        "questions": WORDING,
        "team_names": {team.id: team.name for team in view.facts.teams},
        "benchmarks": (COMPLETION_BENCHMARK, MATURITY_BENCHMARK),
    }


def desk(view: RoomView, editing: str) -> dict[str, object]:
    """Return the choices of the forms; `editing` names an objective that taught something."""
    pack = view.room.inputs.pack
    return {
        "teams": [(team.id, team.name) for team in view.facts.teams],
        "question_choices": [(each.value, word) for each, word in WORDING.items()],
        "taught": next((each for each in (pack.objectives if pack else ()) if each.id == editing), None),
    }
