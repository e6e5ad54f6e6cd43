"""Starts the real `northstar run` as a process of its own, the way an operator does."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import requests

from tests.rules.places import ROOT
from tests.site.running import free_port

START_TIMEOUT_S = 120


@contextmanager
def northstar(folder: Path, *, port: int | None = None, **env: str) -> Iterator[str]:
    """Run web, worker and beat in one process with a database in `folder`; yield its address."""
    port = port or free_port()
    url = f"http://127.0.0.1:{port}"
    log = (folder / "northstar.log").open("w+")
    process = subprocess.Popen(
        [sys.executable, "-m", "tasks.commands", "run", "--port", str(port)],
        cwd=ROOT,
        env=environment(folder, **env),
        stdout=log,
        stderr=subprocess.STDOUT,
    )
    try:
        wait_until_ready(url, process, folder)
        yield url
    finally:
        process.terminate()
        try:
            process.wait(timeout=15)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        log.close()


def environment(folder: Path, **env: str) -> dict[str, str]:
    """Return the environment of a Northstar whose database lies in `folder`."""
    return {
        **{key: value for key, value in os.environ.items() if not key.startswith("NORTHSTAR_")},
        "NORTHSTAR_DATABASE_URL": f"sqlite:///{folder / 'northstar.sqlite'}",
        **env,
    }


def wait_until_ready(url: str, process: subprocess.Popen[bytes], folder: Path) -> None:
    """Wait until Northstar serves. Raises: RuntimeError with its log."""
    deadline = time.monotonic() + START_TIMEOUT_S
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise RuntimeError(f"northstar ended at once:\n{(folder / 'northstar.log').read_text()}")
        try:
            if requests.get(f"{url}/health/ready", timeout=2).status_code == 200:
                return
        except requests.RequestException:
            time.sleep(0.1)
    raise RuntimeError(f"northstar did not start in {START_TIMEOUT_S} s:\n{(folder / 'northstar.log').read_text()}")
