"""What the room judged goes into the books with the commit: votes, guardrails, loopholes; and an unsure Jira is waited for."""

import hashlib
from typing import Any

import pytest

from service.domain.calibration import RoundState
from service.domain.model import Direction
from service.domain.room import StepKind
from service.domain.room.committing import Commit
from service.domain.room.confidence.ballots import OpenReveal, RevealConfidence, SealConfidence
from service.domain.room.pressure.loopholes import AcceptGuardrail, DismissLoophole, loopholes
from service.jobs import COMMIT_SESSION
from service.usecases.committing.judgement import ROUND
from service.usecases.sync import making
from tests.journeys.sync.house import ADA, BEN, CLEO, House
from tests.journeys.sync.planning import Planning, planning

KINDS = (StepKind.OBJECTIVES, StepKind.KEY_RESULTS, StepKind.PRESSURE_TEST, StepKind.CONFIDENCE, StepKind.CLOSE)
NONCE = "n" * 20


def seal_of(key_result_id: str, voter: str, confidence: float) -> str:
    return hashlib.sha256(f"{key_result_id}\n{voter}\n{confidence!r}\n{NONCE}".encode()).hexdigest()


def vote(room: Planning, key_result_id: str, **votes: float) -> None:
    people = {"ada": ADA, "ben": BEN, "cleo": CLEO}
    for name, confidence in votes.items():
        sealed = seal_of(key_result_id, people[name], confidence)
        room.act(people[name], SealConfidence(key_result_id=key_result_id, seal=sealed))
    room.act(ADA, OpenReveal(key_result_id=key_result_id))
    for name, confidence in votes.items():
        shown = RevealConfidence(key_result_id=key_result_id, confidence=confidence, nonce=NONCE)
        room.act(people[name], shown)


def test_votes_and_guardrails_are_kept_for_the_cycle(home: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """W-09, M-24, 2.8: the median is the confidence, each vote is kept for calibration, guardrails are measured from now on."""
    room = planning(home, *KINDS, preset="workshop_weaver")
    objective = room.objective("Be loved by small shops")
    room.agree(objective)
    row = room.key_result(objective)
    draft = room.room.drafts.key_result(row)
    assert draft is not None
    first = loopholes(draft)[0]
    monkeypatch.setattr("service.domain.room.rules.RULES", ())
    room.go_to(StepKind.PRESSURE_TEST)
    guardrail = room.act(
        BEN, AcceptGuardrail(key_result_id=row, name="Refunds", bound=Direction.STAY_BELOW, limit=5.0, unit="%")
    )
    room.act(BEN, DismissLoophole(key_result_id=row, loophole=first.id, reason="Nobody can buy activity here"))
    room.go_to(StepKind.CONFIDENCE)
    vote(room, row, ada=0.5, ben=0.6, cleo=0.9)
    room.rhythm()
    room.go_to(StepKind.CLOSE)
    room.act(ADA, Commit())
    home.settle()
    assert room.room.commits.refused == {}
    with home.needs.store.reading() as tx:
        key_result = tx.key_results.get(site_id=home.site_id, id=row)
        kept = tx.votes.find_round(site_id=home.site_id, key_result_id=row, name=ROUND)
        sealed, votes = tx.votes.counted(site_id=home.site_id, key_result_id=row, round_name=ROUND)
        guardrails = tx.guardrails.of_key_result(site_id=home.site_id, key_result_id=row)
        waved = tx.dismissals.of_key_result(site_id=home.site_id, key_result_id=row)
    assert key_result.confidence == 0.6
    assert kept is not None
    assert kept.state is RoundState.CLOSED
    assert sealed == 3
    assert sorted(each.confidence for each in votes) == [0.5, 0.6, 0.9]
    assert [(each.id, each.name, each.limit) for each in guardrails] == [(guardrail, "Refunds", 5.0)]
    assert [(each.loophole, each.reason) for each in waved] == [(first.id, "Nobody can buy activity here")]


def test_while_jira_cannot_say_whether_it_made_the_epic_nothing_is_made_twice(
    once: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """O-13: Jira's search lags behind its writes; the job comes back instead of guessing. Platform 3."""
    room = planning(once)
    objective = room.objective("Be loved by small shops")
    room.agree(objective)
    room.key_result(objective)
    room.rhythm()
    monkeypatch.setattr("service.domain.room.rules.RULES", ())
    room.go_to(StepKind.CLOSE)
    create = making.make_issue
    died: list[str] = []

    def dies(**words: Any) -> tuple[str, str]:
        made = create(**words)
        if not died:
            died.append(made[1])
            raise KeyboardInterrupt
        return made

    monkeypatch.setattr("service.usecases.sync.epics.make_issue", dies)
    room.act(ADA, Commit())
    with pytest.raises(KeyboardInterrupt):
        once.settle()
    jira = once.needs.jira
    blind = [True]

    class Lagging:
        def __init__(self, client: Any) -> None:
            self._client = client

        def __getattr__(self, name: str) -> Any:
            return getattr(self._client, name)

        def search(self, **words: Any) -> Any:
            return iter(()) if blind[0] else self._client.search(**words)

    object.__setattr__(once.needs, "jira", lambda site_id: Lagging(jira(site_id)))
    once.queue[:] = [(COMMIT_SESSION, (once.site_id, room.session.id))]
    once.run_job()
    assert (COMMIT_SESSION, (once.site_id, room.session.id)) in once.queue
    assert room.room.commits.is_running
    blind[0] = False
    once.settle()
    named = [each for each in once.site.jira.issues.values() if each.values["summary"] == "Be loved by small shops"]
    assert [each.key for each in named] == died
    assert not room.room.commits.is_running
