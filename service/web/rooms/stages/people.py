"""How roles are called, and who sits at the table."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from service.domain.room import SeatRole

ROLES: Final[Mapping[SeatRole, str]] = MappingProxyType(
    {
        SeatRole.FACILITATOR: "Facilitator",
        SeatRole.DEPUTY: "Deputy facilitator",
        SeatRole.SPONSOR: "Executive sponsor",
        SeatRole.DECISION_MAKER: "Decision-maker",
        SeatRole.LEAD: "Team lead",
        SeatRole.CONTRIBUTOR: "Contributor",
        SeatRole.OBSERVER: "Observer",
    }
)
INVITED_AS: Final = tuple((role.value, word) for role, word in ROLES.items() if role is not SeatRole.FACILITATOR)
