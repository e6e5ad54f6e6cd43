"""One reading of a room for everybody who asks at the same moment: an act makes thirty people ask within a second."""

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from threading import Lock

from service.usecases.read_room import RoomView

MOST_ROOMS = 100
KEPT_S = 1.0
"""Units: seconds. What lies outside of the log may be this old on a stage; acts and desks always read it anew."""


@dataclass(slots=True)
class _Place:
    lock: Lock = field(default_factory=Lock)
    view: RoomView | None = None
    read_at: float = 0.0


class SharedViews:
    """The newest view of each room, in this process; many who ask at once wait for one reading."""

    def __init__(self) -> None:
        self._places: OrderedDict[tuple[str, str], _Place] = OrderedDict()
        self._lock = Lock()

    def take(self, key: tuple[str, str], *, seq: int, read: Callable[[], RoomView]) -> RoomView:
        """Return a view with at least `seq` acts, read by somebody else a moment ago or now."""
        with self._lock:
            place = self._places.setdefault(key, _Place())
            self._places.move_to_end(key)
            while len(self._places) > MOST_ROOMS:
                self._places.popitem(last=False)
        with place.lock:
            is_old = time.monotonic() - place.read_at > KEPT_S
            if place.view is None or is_old or place.view.room.session.seq < seq:
                place.view, place.read_at = read(), time.monotonic()
            return place.view


def seen_by(view: RoomView, *, viewer: str, now: datetime) -> RoomView:
    """Return a shared view as another person sees it now."""
    return replace(view, viewer=viewer, seat=view.room.seats.find(viewer), left_s=view.room.agenda.left_s(now=now))
