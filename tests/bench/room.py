"""What thirty people in one room cost: every request timed while all poll each second and write at the cadence of real use.

A real `northstar run` (one process, SQLite) on the same two cores as the thirty players. Paired with a room of three.
"""

import random
import tempfile
import time
from pathlib import Path

from tests.journeys.atlassian_side import Host, key_server
from tests.journeys.crowd import Person, together, watching
from tests.journeys.room_site import begin, booked, crowd
from tests.journeys.running import northstar

ROOMS = (3, 30)
WATCHED_S = 30.0
NOTE_EVERY_S = 15.0
NOTE = "An idea of about the length that people write on a small yellow note"


def main() -> None:
    """Print percentiles of polls and acts. Units: milliseconds."""
    for size in ROOMS:
        with (
            tempfile.TemporaryDirectory() as folder,
            key_server() as keys,
            northstar(Path(folder), NORTHSTAR_INSTALL_KEYS_URL=keys.url) as url,
        ):
            _measure(Host(app=url, keys=keys), size)


def _measure(host: Host, size: int) -> None:
    assert host.lifecycle().status_code == 204
    people = crowd(host, booked(host), size=size)
    begin(people, until="notes")
    for person in people:
        person.took_ms = {"poll": [], "act": []}
    with watching(people):
        together(people, _write)
    for kind in ("poll", "act"):
        took = sorted(ms for person in people for ms in person.took_ms[kind])
        print(
            f"room of {size}: {len(took)} {kind}s in {WATCHED_S:.0f} s, p50 {_part(took, 0.5):.0f} ms, "
            f"p95 {_part(took, 0.95):.0f} ms, slowest {took[-1]:.0f} ms"
        )
    print(f"room of {size}: all write at the same instant, the last is answered after {_write_at_once(people):.0f} ms")


def _write(person: Person) -> None:
    until = time.monotonic() + WATCHED_S
    while True:
        pause_s = random.uniform(0.5, 1.5) * NOTE_EVERY_S
        if time.monotonic() + pause_s > until:
            return
        time.sleep(pause_s)
        person.act("write_note", text=NOTE)


def _write_at_once(people: list[Person]) -> float:
    """Let everybody press at the same instant; return the slowest answer. Units: milliseconds."""
    for person in people:
        person.took_ms = {"poll": [], "act": []}
    together(people, lambda person: person.act("write_note", text=NOTE) and None)
    return max(ms for person in people for ms in person.took_ms["act"])


def _part(values: list[float], share: float) -> float:
    return values[min(len(values) - 1, int(share * len(values)))]
