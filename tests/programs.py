"""Programs that tests run beside themselves: each with a log file, ended gently; a Redis of one's own among them."""

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import redis

from tests.rules.places import ROOT
from tests.shared import absent
from tests.site.running import free_port


@contextmanager
def process(command: list[str], log: Path, *, env: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """Run a program with a log file; it has to end by itself on SIGTERM."""
    inherited = {key: value for key, value in os.environ.items() if not key.startswith("NORTHSTAR_")}
    with log.open("w") as output:
        running = subprocess.Popen(command, cwd=ROOT, env={**inherited, **env}, stdout=output, stderr=subprocess.STDOUT)
    try:
        yield running
        assert running.poll() is None, f"{log.stem} ended early:\n{log.read_text()[-3000:]}"
    finally:
        running.terminate()
        try:
            running.wait(timeout=15)
        except subprocess.TimeoutExpired:
            running.kill()
            running.wait()
            raise AssertionError(f"{log.stem} does not stop when asked:\n{log.read_text()[-3000:]}") from None


@contextmanager
def own_redis(folder: Path) -> Iterator[str]:
    """Run a Redis that nobody else's workers read; yield its address."""
    command = shutil.which("redis-server")
    if command is None:
        absent("no redis-server on this machine")
    port = free_port()
    words = [command, "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--dir", str(folder)]
    with process(words, folder / "redis.log", env={}):
        client = redis.Redis(port=port)
        until(lambda: _answers(client), timeout_s=10)
        client.close()
        yield f"redis://127.0.0.1:{port}/0"


def until(true: Callable[[], object], *, timeout_s: float) -> None:
    """Wait until something is true."""
    deadline = time.monotonic() + timeout_s
    while not true():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.05)


def _answers(client: "redis.Redis") -> bool:
    try:
        return bool(client.ping())
    except redis.ConnectionError:
        return False
