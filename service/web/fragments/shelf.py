"""Rendered regions kept for everybody who looks at the same thing at the same revision. In this process's memory only."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from threading import Lock

from markupsafe import Markup

MOST_CHARACTERS = 32_000_000
MOST_REGIONS = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A rendered region. `etag` is the revision it was read at and the hash of what is inside."""

    html: Markup
    etag: str


@dataclass(slots=True)
class _Place:
    lock: Lock = field(default_factory=Lock)
    revision: str | None = None
    region: Region | None = None


class Shelf:
    """The newest rendering of each region; the ones nobody asked for longest make room first."""

    def __init__(self, *, most_characters: int = MOST_CHARACTERS, most_regions: int = MOST_REGIONS) -> None:
        self._most_characters = most_characters
        self._most_regions = most_regions
        self._places: OrderedDict[Hashable, _Place] = OrderedDict()
        self._lock = Lock()

    def take(self, key: Hashable, revision: str, render: Callable[[], Region]) -> Region:
        """Return the region at `revision`; many who ask at once wait for one rendering."""
        with self._lock:
            place = self._places.setdefault(key, _Place())
            self._places.move_to_end(key)
        with place.lock:
            if place.region is None or place.revision != revision:
                place.region, place.revision = render(), revision
            found = place.region
        self._make_room()
        return found

    def _make_room(self) -> None:
        with self._lock:
            sizes = {key: len(place.region.html) if place.region else 0 for key, place in self._places.items()}
            total = sum(sizes.values())
            while len(self._places) > 1 and (total > self._most_characters or len(self._places) > self._most_regions):
                key, _ = self._places.popitem(last=False)
                total -= sizes[key]
