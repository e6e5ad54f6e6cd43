"""Thirty people in one room, as their browsers behave: each polls every second and sends its acts until they are answered.

Not here: what they do (the scripts of the test or benchmark), and whether that was fast enough.
"""

import random
import threading
import time
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

import requests

from tests.journeys.atlassian_side import Host

POLL_S = 1.0
RETRY_S = 0.5
TIMEOUT_S = 10


@dataclass
class Person:
    """One participant. `acked` holds the ids of acts that were answered, `took_ms` the time of every request by its kind."""

    host: Host
    account_id: str
    session_id: str
    acked: list[tuple[str, str]] = field(default_factory=list)
    took_ms: dict[str, list[float]] = field(default_factory=lambda: {"poll": [], "act": []})
    failures: list[str] = field(default_factory=list)
    etag: str = ""
    html: str = ""

    def __post_init__(self) -> None:
        self._http = requests.Session()
        self._token, self._fresh_until = "", 0.0

    def poll(self) -> bool:
        """Ask once for the room; tell whether something new came."""
        headers = {**self._authorized(), "If-None-Match": f'"{self.etag}"'}
        answer = self._timed("poll", lambda: self._http.get(self._url("live"), headers=headers, timeout=TIMEOUT_S))
        if answer.status_code == 200:
            self.etag, self.html = answer.headers["ETag"].strip('W/"'), answer.text
        return answer.status_code == 200

    def act(self, kind: str, *, act_id: str | None = None, **words: object) -> str:
        """Send an act until it is answered, as room.js does; return its id."""
        act_id = act_id or uuid.uuid4().hex
        body = {"act_id": act_id, **words}
        while True:
            try:
                answer = self._timed(
                    "act",
                    lambda: self._http.post(
                        self._url(f"acts/{kind}"), data=body, headers=self._authorized(), timeout=TIMEOUT_S
                    ),
                )
            except requests.RequestException:
                time.sleep(RETRY_S)
                continue
            if answer.status_code in {429, 503}:
                time.sleep(RETRY_S)
                continue
            if answer.status_code == 204:
                self.acked.append((kind, act_id))
            else:
                self.failures.append(f"{kind}: {answer.status_code} {answer.headers.get('HX-Trigger', '')}")
            return act_id

    def _timed(self, kind: str, send: Callable[[], requests.Response]) -> requests.Response:
        began = time.perf_counter()
        answer = send()
        self.took_ms[kind].append((time.perf_counter() - began) * 1000)
        return answer

    def _url(self, rest: str) -> str:
        return f"{self.host.app}/ui/fragments/rooms/{self.session_id}/{rest}"

    def _authorized(self) -> dict[str, str]:
        if time.monotonic() > self._fresh_until:
            self._token, self._fresh_until = self.host.context_token(sub=self.account_id), time.monotonic() + 120
        return {"Authorization": f"JWT {self._token}", "HX-Request": "true"}


@contextmanager
def watching(people: Sequence[Person]) -> Iterator[None]:
    """Let everybody poll once a second, out of step, while the block runs."""
    over = threading.Event()

    def watch(person: Person) -> None:
        over.wait(random.random() * POLL_S)
        while not over.is_set():
            began = time.monotonic()
            with suppress(requests.RequestException):  # the next poll asks again, as the browser's does
                person.poll()
            over.wait(max(0.0, POLL_S - (time.monotonic() - began)))

    threads = [threading.Thread(target=watch, args=(person,), daemon=True) for person in people]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        over.set()
        for thread in threads:
            thread.join()


def together(people: Sequence[Person], script: Callable[[Person], None]) -> None:
    """Let everybody follow a script at the same time, and wait until all have."""
    failed: list[BaseException] = []

    def follow(person: Person) -> None:
        try:
            script(person)
        except BaseException as error:
            failed.append(error)

    threads = [threading.Thread(target=follow, args=(person,)) for person in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failed:
        raise failed[0]
