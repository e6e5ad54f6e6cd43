"""Starts and stops the two programs of the demo, each with a log file of its own."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import requests

from tests.rules.places import ROOT

POLL_S = 0.2


class DidNotStart(RuntimeError):
    """A program ended or stayed silent; the message shows the end of its log."""


class Program:
    """One child process of the demo."""

    def __init__(self, name: str, arguments: list[str], *, folder: Path, env: dict[str, str]) -> None:
        self._name = name
        self._log = folder / f"{name}.log"
        with self._log.open("w") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", *arguments],
                cwd=ROOT,
                env={**_inherited(), **env},
                stdout=log,
                stderr=subprocess.STDOUT,
            )

    def wait_until(self, ready: Callable[[], bool], *, timeout_s: float) -> None:
        """Return when `ready()` is true. Raises: DidNotStart."""
        deadline = time.monotonic() + timeout_s
        while time.monotonic() < deadline:
            if self._process.poll() is not None:
                raise DidNotStart(f"{self._name} ended at once. Its log ({self._log}) ends with:\n{self._tail()}")
            if ready():
                return
            time.sleep(POLL_S)
        raise DidNotStart(
            f"{self._name} was not ready after {timeout_s:.0f} s. Its log ({self._log}) ends with:\n{self._tail()}"
        )

    def alive(self) -> bool:
        """Tell whether the program still runs."""
        return self._process.poll() is None

    def said(self, line: str) -> bool:
        """Tell whether the program has printed a line that is exactly `line`."""
        return line in self._log.read_text().splitlines()

    def stop(self) -> None:
        """End the program, gently first."""
        self._process.terminate()
        try:
            self._process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self._process.kill()

    def _tail(self, lines: int = 15) -> str:
        return "\n".join(self._log.read_text().splitlines()[-lines:])


def check_free(port: int, *, word: str) -> None:
    """Make sure nobody listens on a port; `word` is what `make demo` calls it. Raises: DidNotStart."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            raise DidNotStart(
                f"Port {port} is in use by another program. Stop that program, "
                f"or choose another port: make demo {word}={port + 1}"
            ) from error


def answers(url: str) -> bool:
    """Tell whether an address answers with 200."""
    try:
        return requests.get(url, timeout=2).status_code == 200
    except requests.RequestException:
        return False


def _inherited() -> dict[str, str]:
    return {key: value for key, value in os.environ.items() if not key.startswith("NORTHSTAR_")}
