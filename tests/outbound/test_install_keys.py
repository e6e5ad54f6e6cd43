"""Fetching install keys: in turn, once, and nothing but keys."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
import requests
import responses

from connect.errors import Unavailable
from connect.outbound.install_keys import InstallKeys
from tests.unit.connect.forging import key_pair

NEW, OLD = "https://new.example.com", "https://old.example.com"


@dataclass
class Clock:
    """Seconds that a test moves."""

    s: float = 0.0

    def __call__(self) -> float:
        return self.s


@pytest.fixture(autouse=True)
def network() -> Iterator[None]:
    with responses.mock:
        yield


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def keys(clock: Clock) -> InstallKeys:
    return InstallKeys(urls=[NEW + "/", OLD], clock=clock)


@pytest.fixture
def pem() -> str:
    return key_pair("atlassian")[1]


def test_a_key_is_fetched_once(keys: InstallKeys, pem: str) -> None:
    responses.add("GET", f"{NEW}/k1", body=pem)
    assert keys("k1") == keys("k1") == pem
    assert len(responses.calls) == 1


@pytest.mark.parametrize(
    "first", [{"status": 404}, {"status": 500}, {"body": requests.ConnectTimeout()}, {"body": "<html>hello</html>"}]
)
def test_the_next_server_is_asked_when_one_has_no_answer(keys: InstallKeys, pem: str, first: dict[str, object]) -> None:
    responses.add("GET", f"{NEW}/k1", **first)  # type: ignore[arg-type]
    responses.add("GET", f"{OLD}/k1", body=pem)
    assert keys("k1") == pem


def test_an_unknown_key_is_unknown_for_a_minute(keys: InstallKeys, clock: Clock, pem: str) -> None:
    responses.add("GET", f"{NEW}/k1", status=404)
    responses.add("GET", f"{OLD}/k1", status=404)
    assert keys("k1") is None
    assert keys("k1") is None
    assert len(responses.calls) == 2
    clock.s = 61
    responses.replace("GET", f"{NEW}/k1", body=pem)
    assert keys("k1") == pem


def test_servers_that_cannot_be_asked_are_not_taken_for_a_no(keys: InstallKeys) -> None:
    responses.add("GET", f"{NEW}/k1", status=503)
    responses.add("GET", f"{OLD}/k1", status=404)
    with pytest.raises(Unavailable):
        keys("k1")


@pytest.mark.parametrize("body", ["", "key", "-----BEGIN PUBLIC KEY-----\n<b>\n-----END PUBLIC KEY-----", "x" * 20_000])
def test_what_is_no_key_is_no_key(keys: InstallKeys, body: str) -> None:
    responses.add("GET", f"{NEW}/k1", body=body)
    responses.add("GET", f"{OLD}/k1", body=body)
    assert keys("k1") is None


def test_redirects_are_not_followed(keys: InstallKeys, pem: str) -> None:
    responses.add("GET", f"{NEW}/k1", status=302, headers={"Location": "https://evil.example.com/k1"})
    responses.add("GET", f"{OLD}/k1", status=404)
    responses.add("GET", "https://evil.example.com/k1", body=pem)
    assert keys("k1") is None
    assert len(responses.calls) == 2


def test_strangers_inventing_key_ids_do_not_fill_the_memory(keys: InstallKeys) -> None:
    responses.add("GET", re.compile("https://.*"), status=404)
    for number in range(200):
        keys(f"k{number}")
    assert len(keys._unknown_until) <= 64
