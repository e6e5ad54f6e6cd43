"""From a room's agreed drafts to epics, numbers and initiatives in Jira, once, whatever happens on the way."""

from typing import Any

import pytest

from service.domain.room import StepKind
from service.domain.room.committing import Commit, NothingToCommit, changed_since
from service.domain.room.drafts.key_results import EditKeyResult
from service.domain.room.drafts.objectives import DropObjective
from service.domain.room.gates import Waive
from service.domain.room.pacing import Advance, GoBack
from service.usecases.commit_session import commit_session
from service.usecases.committing import work as committing_work
from service.usecases.sync import making
from tests.journeys.sync.house import ADA, BEN, House
from tests.journeys.sync.planning import Planning, planning


def drafted(home: House) -> tuple[Planning, str, str]:
    """Return a room on its last step, with an objective and a key result that has an owner."""
    room = planning(home)
    objective = room.objective("Be loved by small shops", why="They stay.", outcome="Shops come back.", need="Churn")
    room.agree(objective)
    key_result = room.key_result(objective)
    return room, objective, key_result


def at_close(room: Planning) -> Planning:
    """Turn to the last step with everything in place."""
    room.rhythm()
    room.go_to(StepKind.CLOSE)
    room.act(ADA, Waive(rule="O-11", reason="Alone in this test"))
    return room


def press(room: Planning) -> None:
    """Press Commit and let the jobs run."""
    room.act(ADA, Commit())
    room.home.settle()


def epics_named(home: House, title: str) -> list[Any]:
    return [each for each in home.site.jira.issues.values() if each.values["summary"] == title]


def test_a_commit_creates_epics_numbers_and_work_with_the_ids_of_the_drafts(home: House) -> None:
    """O-13, O-01: nothing is typed again."""
    room, objective_id, key_result_id = drafted(home)
    story = home.story()
    room.link(key_result_id, story.key)
    room.work(key_result_id, "Call ten shops that left")
    at_close(room)
    press(room)
    with home.needs.store.reading() as tx:
        objective = tx.objectives.get(site_id=home.site_id, id=objective_id)
        key_result = tx.key_results.get(site_id=home.site_id, id=key_result_id)
        issues = tx.issues.of_key_result(site_id=home.site_id, key_result_id=key_result_id)
    assert objective.why == "They stay.\n\nOutcome: Shops come back.\n\nBusiness need: Churn"
    assert (key_result.baseline, key_result.target, key_result.unit, key_result.owner) == (40, 60, "shops", BEN)
    epic = home.epic(objective)
    assert epic.values["summary"] == "Be loved by small shops"
    assert epic.properties["northstar.objective"]["objective_id"] == objective_id
    made = epics_named(home, "Call ten shops that left")
    assert len(made) == 1
    assert home.site.jira.type_of(made[0]).level == 0
    assert {each.key for each in issues} == {story.key, made[0].key}
    commits = room.room.commits
    assert not commits.is_running
    assert commits.done[objective_id].keys == (epic.key,)
    assert set(commits.done[key_result_id].keys) == {story.key, made[0].key}


def test_pressing_again_commits_nothing_twice(home: House) -> None:
    """O-13."""
    room, objective_id, _ = drafted(home)
    at_close(room)
    press(room)
    with pytest.raises(NothingToCommit):
        room.act(ADA, Commit())
    commit_session(parts=home.needs, site_id=home.site_id, session_id=room.session.id)
    home.settle()
    assert len(epics_named(home, "Be loved by small shops")) == 1
    assert objective_id in room.room.commits.done


def test_what_was_dropped_or_never_agreed_never_reaches_jira(home: House) -> None:
    """O-13, W-11: drafts are nobody's promise until the team has agreed."""
    room = planning(home)
    kept, dropped = room.objective("Be loved by small shops"), room.objective("Conquer the moon")
    room.act(ADA, DropObjective(objective_id=dropped, reason="Not this quarter"))
    room.agree(kept)
    room.key_result(kept)
    at_close(room)
    press(room)
    assert epics_named(home, "Conquer the moon") == []
    with home.needs.store.reading() as tx:
        assert tx.objectives.find(site_id=home.site_id, id=dropped) is None
    assert set(room.room.commits.done) == {kept, room.room.drafts.key_results()[0].id}


@pytest.mark.parametrize("place", ["epic", "work"])
def test_a_worker_that_dies_after_jira_answered_makes_no_second_issue(
    home: House, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    """O-13: killed between Jira's answer and our row, the next delivery finds what the first one made."""
    room, _, key_result_id = drafted(home)
    room.work(key_result_id, "Call ten shops that left")
    at_close(room)
    title = {"epic": "Be loved by small shops", "work": "Call ten shops that left"}[place]
    create = making.make_issue
    died = []

    def dies(**words: Any) -> tuple[str, str]:
        made = create(**words)
        if words["summary"] == title and not died:
            died.append(made)
            raise KeyboardInterrupt
        return made

    monkeypatch.setattr("service.usecases.sync.epics.make_issue", dies)
    monkeypatch.setattr(committing_work, "make_issue", dies)
    room.act(ADA, Commit())
    with pytest.raises(KeyboardInterrupt):
        home.settle()
    commit_session(parts=home.needs, site_id=home.site_id, session_id=room.session.id)
    home.settle()
    assert len(epics_named(home, title)) == 1
    assert len(room.room.commits.done) == 2
    assert not room.room.commits.is_running


def test_one_refused_epic_keeps_nothing_else_back_and_is_tried_again(home: House) -> None:
    """O-13, O-17: everybody sees why, and the session cannot be left without it but with a reason."""
    room = planning(home)
    good, bad = room.objective("Be loved by small shops"), room.objective("Answer every call")
    room.agree(good, bad)
    room.key_result(good, title="Weekly active shops")
    room.key_result(bad, title="Share of calls answered within a minute")
    at_close(room)
    jira = home.needs.jira
    refuse = [True]

    class Picky:
        def __init__(self, client: Any) -> None:
            self._client = client

        def __getattr__(self, name: str) -> Any:
            return getattr(self._client, name)

        def create_issue(self, **words: Any) -> tuple[str, str]:
            from connect.errors import Rejected

            if refuse[0] and words["summary"] == "Answer every call":
                raise Rejected("no", fields={"customfield_1": "Cost centre is required"})
            made: tuple[str, str] = self._client.create_issue(**words)
            return made

    object.__setattr__(home.needs, "jira", lambda site_id: Picky(jira(site_id)))
    press(room)
    commits = room.room.commits
    assert good in commits.done
    assert bad not in commits.done
    assert "Cost centre is required" in commits.refused[bad].reason
    assert commits.refused[bad].way_out
    assert not commits.is_running
    blocked = {each.rule for each in room.view().blockers if each.is_hard}
    assert blocked == {"O-13"}
    refuse[0] = False
    press(room)
    assert bad in room.room.commits.done
    assert not room.room.commits.refused
    assert len(epics_named(home, "Be loved by small shops")) == 1
    assert len(epics_named(home, "Answer every call")) == 1


def test_an_unknown_issue_is_named_and_the_rest_stands(home: House) -> None:
    room, objective_id, key_result_id = drafted(home)
    room.link(key_result_id, "DEMO-9999")
    at_close(room)
    press(room)
    commits = room.room.commits
    assert objective_id in commits.done
    assert "DEMO-9999" in commits.refused[key_result_id].reason


def test_a_draft_that_is_changed_after_the_commit_does_not_rewrite_the_plan(home: House) -> None:
    """T-20: a silent rewrite is impossible; the room says that the plan is the truth now."""
    room, _, key_result_id = drafted(home)
    at_close(room)
    press(room)
    room.act(ADA, GoBack(step_id="key-results", reason="The number is wrong"))
    room.act(
        BEN,
        EditKeyResult(
            key_result_id=key_result_id, title="Weekly active shops", baseline=40.0, target=90.0, unit="shops"
        ),
    )
    room.go_to(StepKind.CLOSE)
    commit_session(parts=home.needs, site_id=home.site_id, session_id=room.session.id)
    home.settle()
    with home.needs.store.reading() as tx:
        assert tx.key_results.get(site_id=home.site_id, id=key_result_id).target == 60
    assert [each.id for each in changed_since(room.room)] == [key_result_id]
    assert "T-20" in {each.rule for each in room.view().blockers}


def test_nobody_leaves_a_planning_with_an_empty_jira(home: House) -> None:
    """O-17, O-13: the last page does not turn before the commit."""
    from service.domain.room.pacing import StepBlocked

    room, *_ = drafted(home)
    at_close(room)
    with pytest.raises(StepBlocked, match="O-13"):
        room.act(ADA, Advance(step_id="close"))
    press(room)
    room.act(ADA, Advance(step_id="close"))
    assert room.room.agenda.is_over


def test_an_outage_is_said_in_the_room_and_the_job_goes_on_by_itself(once: House) -> None:
    """O-13: nobody presses again, and nothing is made twice."""
    room, objective_id, _ = drafted(once)
    at_close(room)
    once.settle()  # what the booking asked for is gathered: the outage is for the commit
    once.site.faults.add("503:1")
    room.act(ADA, Commit())
    once.settle()
    assert room.room.commits.is_running
    assert "goes on by itself" in room.room.commits.waits
    once.come_back(after_s=60)
    once.settle()
    assert not room.room.commits.is_running
    assert room.room.commits.waits == ""
    assert objective_id in room.room.commits.done
    assert len(epics_named(once, "Be loved by small shops")) == 1
