"""Northstar as it is deployed: web, worker and beat as three processes over a PostgreSQL and a Redis of their own."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import redis
import requests

from tests.rules.places import ROOT
from tests.shared import absent

START_TIMEOUT_S = 40.0


@contextmanager
def own_redis(folder: Path, *, port: int) -> Iterator[str]:
    """Run a Redis that nobody else's workers read."""
    command = shutil.which("redis-server")
    if command is None:
        absent("no redis-server on this machine")
    with process([command, "--port", str(port), "--save", "", "--dir", str(folder)], folder / "redis.log", env={}):
        client = redis.Redis(port=port)
        until(lambda: _answers(client), timeout_s=10)
        client.close()
        yield f"redis://127.0.0.1:{port}/0"


@contextmanager
def deployed(folder: Path, *, port: int, env: dict[str, str]) -> Iterator[str]:
    """Run `serve`, `worker` (processes) and `beat` with `env`; yield the web's address."""
    url = f"http://127.0.0.1:{port}"
    commands = {
        "serve": ["serve", "--port", str(port), "--host", "127.0.0.1"],
        "worker": ["worker", "--concurrency", "2"],
        "beat": ["beat"],
    }
    with ExitStack() as started:
        for name, words in commands.items():
            log = folder / f"{name}.log"
            started.enter_context(process([sys.executable, "-m", "tasks.commands", *words], log, env=env))
            if name == "serve":  # it migrates; the others find the tables
                until(lambda: _ready(url), timeout_s=START_TIMEOUT_S)
        yield url


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


def until(true: Callable[[], object], *, timeout_s: float) -> None:
    """Wait until something is true."""
    deadline = time.monotonic() + timeout_s
    while not true():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.1)


def _answers(client: "redis.Redis") -> bool:
    try:
        return bool(client.ping())
    except redis.ConnectionError:
        return False


def _ready(url: str) -> bool:
    try:
        return requests.get(f"{url}/health/ready", timeout=2).status_code == 200
    except requests.RequestException:
        return False
