"""An agenda that a site keeps under a name of its own, to be used again or joined to another one. Source: M-26, W-14."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from service.domain.errors import DomainError
from service.domain.room.steps import Step

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
