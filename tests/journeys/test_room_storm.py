"""Thirty people in a room whose server is killed and comes back: nothing that anybody wrote is lost or doubled."""

import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

from tests.journeys.atlassian_side import Host, key_server
from tests.journeys.crowd import Person, together, watching
from tests.journeys.room_site import begin, booked, crowd, room
from tests.journeys.running import environment, wait_until_ready
from tests.programs import until
from tests.rules.places import ROOT
from tests.site.running import free_port

PEOPLE = 30
NOTES_EACH = 4


def test_a_killed_server_loses_and_doubles_nothing(tmp_path: Path) -> None:
    """G-08: all ideas are kept, whatever happens to the process."""
    port = free_port()
    with key_server() as keys:
        env = environment(tmp_path, NORTHSTAR_INSTALL_KEYS_URL=keys.url)
        servers = [_start(port, env, tmp_path)]
        try:
            host = Host(app=f"http://127.0.0.1:{port}", keys=keys)
            assert host.lifecycle().status_code == 204
            people = crowd(host, booked(host), size=PEOPLE)
            begin(people, until="notes")

            def murder() -> None:
                time.sleep(2)
                servers[0].send_signal(signal.SIGKILL)
                servers[0].wait()
                servers.append(_start(port, env, tmp_path))

            killer = threading.Thread(target=murder)
            with watching(people):
                killer.start()
                together(people, _write)
                killer.join()
                until(lambda: all(_caught_up(person) for person in people), timeout_s=60)
            written = room(people[0])
            assert len(servers) == 2
            assert [failure for person in people for failure in person.failures] == []
            for person in people:
                mine = [note["text"] for note in room(person)["notes"]]
                assert mine == [f"{person.account_id} {number}" for number in range(NOTES_EACH)]
            assert written["session"]["seq"] == room(people[1])["session"]["seq"]
        finally:
            for server in servers:
                server.kill()
                server.wait()


def _write(person: Person) -> None:
    for number in range(NOTES_EACH):
        person.act("write_note", text=f"{person.account_id} {number}")
        time.sleep(1)


def _caught_up(person: Person) -> bool:
    return f"{PEOPLE * NOTES_EACH} notes" in person.html


def _start(port: int, env: dict[str, str], folder: Path) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "tasks.commands", "run", "--port", str(port)]
    with (folder / "northstar.log").open("a") as log:
        process = subprocess.Popen(command, cwd=ROOT, env=env, stdout=log, stderr=subprocess.STDOUT)
    wait_until_ready(f"http://127.0.0.1:{port}", process, folder)
    return process
