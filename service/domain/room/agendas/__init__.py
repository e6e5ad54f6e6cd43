"""The agenda of each doctrine, as data: steps, minutes, what the facilitator says, each with its source. Source: M-26, W-14.

`default_agenda` gives one for every preset and kind of session without any preparation.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from service.domain.room.agendas import (
    atlassian_play,
    google,
    methodiq,
    oboard,
    okrs_tool,
    seed5_generic,
    workshop_weaver,
)
from service.domain.room.session import Scope, SessionKind
from service.domain.room.steps import Step

Agendas = Mapping[SessionKind, tuple[Step, ...]]

BY_PRESET: Final[Mapping[str, Agendas]] = MappingProxyType(
    {
        "methodiq": methodiq.AGENDAS,
        "workshop_weaver": workshop_weaver.AGENDAS,
        "oboard": oboard.AGENDAS,
        "okrs_tool": okrs_tool.AGENDAS,
        "seed5_generic": seed5_generic.AGENDAS,
        "atlassian_play": atlassian_play.AGENDAS,
        "google": google.AGENDAS,
    }
)
OF_COMPANY: Final[Mapping[str, Agendas]] = MappingProxyType({"okrs_tool": okrs_tool.OF_COMPANY})
"""Doctrines that plan the company in another way than a team. Source: T-16."""
FALLBACK: Final = "workshop_weaver"


def default_agenda(*, preset: str, kind: SessionKind, scope: Scope = Scope.TEAM) -> tuple[Step, ...]:
    """Return the steps of a doctrine for a kind of session. An own preset of a site goes by the doctrine it came from."""
    if scope is Scope.COMPANY and preset in OF_COMPANY:
        return OF_COMPANY[preset][kind]
    return BY_PRESET.get(preset, BY_PRESET[FALLBACK])[kind]
