"""How people change an agenda: move a step, drop one, add one, join two agendas. No acts. Source: W-14, M-26."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from service.domain.room.steps import Step, StepKind

NEW_STEP_MIN: Final = 10


def moved(*, steps: tuple[Step, ...], step_id: str, places: int) -> tuple[Step, ...]:
    """Return the steps with one moved up (negative) or down; at the ends it stays."""
    ids = [step.id for step in steps]
    if step_id not in ids:
        return steps
    here = ids.index(step_id)
    there = min(max(here + places, 0), len(ids) - 1)
    kept = [step for step in steps if step.id != step_id]
    return (*kept[:there], steps[here], *kept[there:])


def dropped(*, steps: tuple[Step, ...], step_id: str) -> tuple[Step, ...]:
    """Return the steps without one."""
    return tuple(step for step in steps if step.id != step_id)


def added(*, steps: tuple[Step, ...], kind: StepKind) -> tuple[Step, ...]:
    """Return the steps with a new one, before the close if there is one."""
    title = kind.value.replace("_", " ").capitalize()
    id = kind.value.replace("_", "-")
    return joined(steps=steps, further=(Step(id=id, kind=kind, title=title, minutes=NEW_STEP_MIN),))


def joined(*, steps: Iterable[Step], further: Iterable[Step]) -> tuple[Step, ...]:
    """Return both agendas one after the other, every step with an id of its own; there is one close, and it comes last."""
    every = (*steps, *further)
    ends = [step for step in every if step.kind is StepKind.CLOSE]
    taken: set[str] = set()
    found = []
    for step in (*(step for step in every if step.kind is not StepKind.CLOSE), *ends[:1]):
        id, number = step.id, 2
        while id in taken:
            id, number = f"{step.id}-{number}", number + 1
        taken.add(id)
        found.append(replace(step, id=id))
    return tuple(found)
