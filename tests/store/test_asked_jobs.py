"""Which rooms still wait for a job, on both databases."""

from datetime import timedelta
from itertools import count

import pytest

from service.domain.room import Entry, Stamp, empty, fold
from service.store import Store
from tests.store.samples import CYCLE, NOW, OBJECTIVE, SESSION, TEAM, site

SITE_A = "site-a"

MINUTE = timedelta(minutes=1)


def act(store: Store, numbers: "count[int]", kind: str, at_minute: int, **data: object) -> None:
    with store.transaction() as tx:
        session = tx.sessions.get(site_id=SITE_A, id=SESSION.id, for_update=True)
        room = fold(room=empty(session=session), entries=tx.sessions.acts_after(site_id=SITE_A, id=session.id, seq=0))
        stamp = Stamp(by="ada", at=NOW + at_minute * MINUTE, act_id=f"{next(numbers):032x}")
        entry = Entry(seq=session.seq + 1, kind=kind, data=data, stamp=stamp)
        tx.sessions.append(site_id=SITE_A, room=fold(room=room, entries=(entry,)), entry=entry)


@pytest.mark.parametrize(
    ("story", "waits"),
    [
        ([], []),
        ([("commit", 0)], [1]),
        ([("commit", 0), ("committed", 1)], [1]),
        ([("commit", 0), ("commit_ended", 1)], []),
        ([("commit", 0), ("commit_ended", 1), ("commit", 2)], [3]),
        ([("commit", 0), ("commit", 1)], [2]),
        ([("commit", 9)], []),  # a moment ago: the job is on its way
        ([("commit", -2000)], []),  # yesterday: its people press again
    ],
)
def test_an_ask_without_an_answer_waits(store: Store, story: list[tuple[str, int]], waits: list[int]) -> None:
    """O-13: the sweep finds what a broker lost, once."""
    with store.transaction() as tx:
        tx.sites.add(site=site(SITE_A))
        tx.cycles.add(site_id=SITE_A, item=CYCLE)
        tx.teams.add(site_id=SITE_A, item=TEAM)
        tx.objectives.add(site_id=SITE_A, item=OBJECTIVE)
        tx.sessions.add(site_id=SITE_A, item=SESSION)
    numbers = count(1)
    words: dict[str, dict[str, str]] = {
        "commit": {},
        "committed": {"subject_id": "x"},
        "commit_ended": {"press_id": "p"},
    }
    for kind, minute in story:
        act(store, numbers, kind, minute, **words[kind])
    with store.reading() as tx:
        found = tx.sessions.unanswered(
            asks="commit",
            answers=("commit_ended",),
            after=NOW - timedelta(days=1),
            before=NOW + 5 * MINUTE,
            limit=10,
        )
        assert tx.objectives.cycles_of_teams(site_id=SITE_A, team_ids=("team",)) == {"cycle"}
    assert [(each.site_id, each.id, each.rev) for each in found] == [(SITE_A, SESSION.id, seq) for seq in waits]
