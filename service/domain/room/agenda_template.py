"""An agenda that a site keeps under a name of its own, to be used again or joined to another one. Source: M-26, W-14."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import ClassVar

from service.domain.errors import DomainError
from service.domain.room.steps import Step, StepKind

LONGEST_NAME = 80


class TemplateInvalid(DomainError):
    """A template without a name or steps."""

    code: ClassVar[str] = "template_invalid"


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaTemplate:
    """Steps under a name; a site has one template of a name."""

    id: str
    name: str
    steps: tuple[Step, ...]
    author: str
    at: datetime

    @property
    def minutes(self) -> int:
        """Return what all steps together take. Units: minutes."""
        return sum(step.minutes for step in self.steps)


def named(*, name: str) -> str:
    """Return the name without blanks around it. Raises: TemplateInvalid."""
    clean = " ".join(name.split())
    if not 1 <= len(clean) <= LONGEST_NAME:
        raise TemplateInvalid(f"Give the template a name of at most {LONGEST_NAME} characters.", field="name")
    return clean


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
