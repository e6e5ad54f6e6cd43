"""How an agenda is written down: one row a step; the step's id comes from its kind. No agendas."""

from collections import Counter

from service.domain.room.steps import Step, StepKind

Row = tuple[StepKind, str, int, str, str]
"""Kind, title, minutes, what the facilitator says, source."""


def laid_out(*rows: Row) -> tuple[Step, ...]:
    """Return the rows as steps; a kind that comes twice is numbered from its second time on."""
    seen: Counter[StepKind] = Counter()
    steps = []
    for kind, title, minutes, cue, source in rows:
        seen[kind] += 1
        id = kind.value.replace("_", "-") + (f"-{seen[kind]}" if seen[kind] > 1 else "")
        steps.append(Step(id=id, kind=kind, title=title, minutes=minutes, cue=cue, source=source))
    return tuple(steps)


def without(steps: tuple[Step, ...], *kinds: StepKind) -> tuple[Step, ...]:
    """Return an agenda without the steps of some kinds."""
    return tuple(step for step in steps if step.kind not in kinds)
