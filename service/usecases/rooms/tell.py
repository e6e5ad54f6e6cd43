"""How a job speaks in a room: an act by Northstar itself, with an id that makes saying it twice the same as once."""

import hashlib

from service.domain.room import SYSTEM, Act, Room
from service.usecases.needs import Needs
from service.usecases.perform_act import perform_act


def tell(*, parts: Needs, site_id: str, session_id: str, act: Act, once: tuple[str, ...]) -> Room:
    """Write an act of the system; `once` names the occasion, for which the same kind of act is written only once."""
    act_id = hashlib.sha256("|".join((session_id, act.kind, *once)).encode()).hexdigest()[:32]
    return perform_act(parts=parts, site_id=site_id, by=SYSTEM, session_id=session_id, act_id=act_id, act=act)
