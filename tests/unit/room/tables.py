"""Objectives and key results for tests of a room, put on the table in one call."""

from dataclasses import replace

from service.domain.room import Blocker, StepKind, blockers
from service.domain.room.drafts.agreement import AgreeObjective
from service.domain.room.drafts.key_results import DraftKeyResult
from service.domain.room.drafts.objectives import DraftObjective
from tests.unit.room.rooms import FAY, LIA, TEAM, Play, play

GOOD = "Be the shop that customers recommend to their friends"


def objective(played: Play, *, title: str = GOOD, by: str = LIA, is_agreed: bool = True) -> str:
    """Put an objective on the table and return its id."""
    id = played.act(by, DraftObjective(team_id=TEAM.id, title=title, why="w", outcome="o", need="n"))
    if is_agreed:
        played.act(FAY, AgreeObjective(objective_id=id))
    return id


def key_result(played: Play, objective_id: str, **words: object) -> str:
    """Put a measurable key result on the table and return its id."""
    whole = {"title": "Raise the repeat purchase rate", "baseline": 24.0, "target": 35.0, "unit": "%", **words}
    return played.act(LIA, DraftKeyResult(objective_id=objective_id, **whole))  # type: ignore[arg-type]


def at(kind: StepKind, *, preset: str = "workshop_weaver", number: int = 1) -> tuple[Play, list[str]]:
    """Return a room that stands in a step, with agreed objectives of one key result each, and the key results' ids."""
    kinds = dict.fromkeys((StepKind.KEY_RESULTS, kind, StepKind.CLOSE))
    played = play(*kinds, preset=preset)
    ids = [key_result(played, objective(played, title=f"{GOOD} {n}".removesuffix(" 0"))) for n in range(number)]
    if kind is not StepKind.KEY_RESULTS:
        agenda = played.room.agenda.begin(step_id=kind.value, at=played.facts.now)
        played.room = replace(played.room, agenda=agenda)
    return played, ids


def told(played: Play, rule: str) -> list[Blocker]:
    """Return what is told under a rule now."""
    step = played.room.agenda.step
    assert step is not None
    return [each for each in blockers(room=played.room, facts=played.facts, step=step) if each.rule == rule]


def hard(played: Play) -> set[str]:
    """Return the rules that keep the running step from ending."""
    step = played.room.agenda.step
    assert step is not None
    return {each.rule for each in blockers(room=played.room, facts=played.facts, step=step) if each.is_hard}
