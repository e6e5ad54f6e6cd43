"""Starts a demo as a process of its own and stops it: for journeys through it and for pictures of it."""

import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.rules.places import ROOT
from tests.site.running import free_port

READY_TIMEOUT_S = 300
STOP_TIMEOUT_S = 60


@dataclass(frozen=True, slots=True)
class Running:
    """A running demo: the three addresses that it printed, and where its two programs are."""

    jira: str
    northstar: str
    confluence: str
    app: str
    site: str


@contextmanager
def demo_in(folder: Path, *arguments: str) -> Iterator[Running]:
    """Run a demo with its database and logs in an empty folder. Raises: RuntimeError when it ends before it is ready."""
    port, site_port = free_port(), free_port()
    ports = ["--port", str(port), "--site-port", str(site_port)]
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.demo", *ports, "--folder", str(folder), *arguments],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        found = dict(re.findall(r"^(Jira|Northstar|Confluence): (\S+)$", _until_ready(process), re.MULTILINE))
        yield Running(
            jira=found["Jira"],
            northstar=found["Northstar"],
            confluence=found["Confluence"],
            app=f"http://127.0.0.1:{port}",
            site=f"http://127.0.0.1:{site_port}",
        )
    finally:
        process.terminate()
        process.communicate(timeout=STOP_TIMEOUT_S)


def _until_ready(process: subprocess.Popen[str]) -> str:
    said = []
    deadline = time.monotonic() + READY_TIMEOUT_S
    for line in process.stdout or ():
        said.append(line)
        if line.strip() == "ready":
            return "".join(said)
        if time.monotonic() > deadline:
            break
    raise RuntimeError(f"The demo was not ready in time:\n{''.join(said)}")
