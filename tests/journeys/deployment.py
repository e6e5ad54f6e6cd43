"""Northstar as it is deployed: web, worker and beat as three processes over PostgreSQL and Redis."""

import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import requests

from tests.programs import process, until

START_TIMEOUT_S = 120.0


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


def _ready(url: str) -> bool:
    try:
        return requests.get(f"{url}/health/ready", timeout=2).status_code == 200
    except requests.RequestException:
        return False
