"""The points counters shared by all workers, in Redis. The rules of spending are in `budget.py`."""

import logging

import redis

from connect.outbound.counters import Counters

log = logging.getLogger(__name__)

_TTL_S = 2 * 3600

# Adds, and lets the key expire, in one step: a counter that outlived its process would never go away.
_ADD = """
local value = redis.call('INCRBY', KEYS[1], ARGV[1])
redis.call('EXPIRE', KEYS[1], ARGV[2])
return value
"""
_RAISE_TO = """
local value = tonumber(redis.call('GET', KEYS[1]) or '0')
if tonumber(ARGV[1]) > value then redis.call('SET', KEYS[1], ARGV[1], 'EX', ARGV[2]) end
return 0
"""


class RedisCounters:
    """Counters that all processes of the installation share.

    While Redis is away the counts of this process alone go on, through `fallback`: calls stay limited, only less well.
    """

    def __init__(self, *, url: str, fallback: Counters, timeout_s: float = 1.0) -> None:
        client = redis.Redis.from_url(url, socket_timeout=timeout_s, socket_connect_timeout=timeout_s)
        self._client = client
        self._add = client.register_script(_ADD)
        self._raise_to = client.register_script(_RAISE_TO)
        self._fallback = fallback

    def add(self, key: str, points: int) -> int:
        """Add to a counter and return its new value."""
        try:
            return int(self._add(keys=[key], args=[points, _TTL_S]))
        except redis.RedisError as error:
            _warn(error)
            return self._fallback.add(key, points)

    def raise_to(self, key: str, points: int) -> None:
        """Lift a counter to at least this value."""
        try:
            self._raise_to(keys=[key], args=[points, _TTL_S])
        except redis.RedisError as error:
            _warn(error)
            self._fallback.raise_to(key, points)

    def read(self, key: str) -> int:
        """Return a counter's value."""
        try:
            return int(self._client.get(key) or 0)
        except redis.RedisError as error:
            _warn(error)
            return self._fallback.read(key)


def _warn(error: redis.RedisError) -> None:
    log.warning("the shared points counters cannot be reached, counting alone: %s", type(error).__name__)
