"""Takes a picture of a step as the facilitator and a participant see it: light and wide, dark and narrow."""

from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Literal

from tests.journeys.rooms.person import HEIGHT, WIDTH, Person
from tests.journeys.rooms.table import Table

SETTLE_MS = 350
VIEWS: tuple[tuple[Literal["light", "dark"], int], ...] = (("light", 1240), ("dark", 760))


def pictures_in(folder: Path, table: Table) -> Callable[[str], None]:
    """Return what a table's `look` may be: every word becomes files of that name in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    numbers = count(1)

    def look(word: str) -> None:
        name = f"{table.preset}-{next(numbers):02d}-{word}"
        for person, role in ((table.people[0], "facilitator"), (table.people[1], "participant")):
            take(person, folder / f"{name}-{role}")

    return look


def take(person: Person, stem: Path) -> None:
    """Write one picture per view beside `stem`. Chromium complains about the styles that the picture-taking itself puts in."""
    told = len(person.complaints)
    for scheme, width in VIEWS:
        person.page.emulate_media(color_scheme=scheme)
        person.page.set_viewport_size({"width": width, "height": HEIGHT})
        person.page.wait_for_timeout(SETTLE_MS)
        person.page.screenshot(path=f"{stem}-{scheme}-{width}.png", full_page=True)
    person.page.emulate_media(color_scheme="light")
    person.page.set_viewport_size({"width": WIDTH, "height": HEIGHT})
    del person.complaints[told:]
