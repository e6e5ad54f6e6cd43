"""The agenda of each doctrine, as data: steps, minutes, what the facilitator says, each with its source. Source: M-26, W-14.

`default_agenda` gives one for every preset and kind of session without any preparation.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from service.domain.room.agendas import workshop_weaver
from service.domain.room.session import SessionKind
from service.domain.room.steps import Step

Agendas = Mapping[SessionKind, tuple[Step, ...]]

BY_PRESET: Final[Mapping[str, Agendas]] = MappingProxyType({"workshop_weaver": workshop_weaver.AGENDAS})
FALLBACK: Final = "workshop_weaver"


def default_agenda(*, preset: str, kind: SessionKind) -> tuple[Step, ...]:
    """Return the steps of a doctrine for a kind of session."""
    of_preset = BY_PRESET.get(preset, BY_PRESET[FALLBACK])
    return of_preset.get(kind) or BY_PRESET[FALLBACK][SessionKind.PLANNING]
