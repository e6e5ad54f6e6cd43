"""Points counted in a real Redis, and what happens while it is away."""

import pytest
import redis

from connect.outbound.counters import MemoryCounters
from connect.outbound.counters_redis import RedisCounters
from tests.site.running import free_port

pytestmark = pytest.mark.redis


def test_workers_share_the_counts_and_they_go_away_by_themselves(redis_url: str) -> None:
    one = RedisCounters(url=redis_url, fallback=MemoryCounters())
    other = RedisCounters(url=redis_url, fallback=MemoryCounters())
    assert one.add("points:a", 5) == 5
    assert other.add("points:a", -2) == 3
    other.raise_to("points:a", 2)
    assert one.read("points:a") == 3
    other.raise_to("points:a", 9)
    assert one.read("points:a") == 9
    assert one.read("points:none") == 0
    client = redis.Redis.from_url(redis_url)
    assert 0 < int(client.ttl("points:a")) <= 7200
    client.close()


def test_without_redis_this_process_goes_on_counting(caplog: pytest.LogCaptureFixture) -> None:
    memory = MemoryCounters()
    counters = RedisCounters(url=f"redis://127.0.0.1:{free_port()}/0", fallback=memory)
    assert counters.add("points:a", 5) == 5
    counters.raise_to("points:a", 8)
    assert counters.read("points:a") == memory.read("points:a") == 8
    assert "counting alone" in caplog.text
