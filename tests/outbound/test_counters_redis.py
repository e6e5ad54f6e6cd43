"""Points counted in a real Redis, and what happens while it is away."""

import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import redis

from connect.outbound.counters import MemoryCounters
from connect.outbound.counters_redis import RedisCounters
from tests.shared import absent
from tests.site.running import free_port

pytestmark = pytest.mark.redis


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Run a Redis of our own on a free port."""
    command = shutil.which("redis-server")
    if command is None:
        absent("no redis-server on this machine")
    port, folder = free_port(), tmp_path_factory.mktemp("redis")
    server = subprocess.Popen(
        [command, "--port", str(port), "--save", "", "--dir", str(Path(folder))], stdout=subprocess.DEVNULL
    )
    try:
        client = redis.Redis(port=port)
        deadline = time.monotonic() + 5
        while time.monotonic() < deadline:
            try:
                client.ping()
                break
            except redis.ConnectionError:
                time.sleep(0.02)
        client.close()
        yield f"redis://127.0.0.1:{port}/0"
    finally:
        server.terminate()
        server.wait(timeout=5)


def test_workers_share_the_counts_and_they_go_away_by_themselves(url: str) -> None:
    one = RedisCounters(url=url, fallback=MemoryCounters())
    other = RedisCounters(url=url, fallback=MemoryCounters())
    assert one.add("points:a", 5) == 5
    assert other.add("points:a", -2) == 3
    other.raise_to("points:a", 2)
    assert one.read("points:a") == 3
    other.raise_to("points:a", 9)
    assert one.read("points:a") == 9
    assert one.read("points:none") == 0
    client = redis.Redis.from_url(url)
    assert 0 < int(client.ttl("points:a")) <= 7200
    client.close()


def test_without_redis_this_process_goes_on_counting(caplog: pytest.LogCaptureFixture) -> None:
    memory = MemoryCounters()
    counters = RedisCounters(url=f"redis://127.0.0.1:{free_port()}/0", fallback=memory)
    assert counters.add("points:a", 5) == 5
    counters.raise_to("points:a", 8)
    assert counters.read("points:a") == memory.read("points:a") == 8
    assert "counting alone" in caplog.text
