"""The record of a session in Confluence, and the review of all plans against issues that stand in Jira."""

from datetime import timedelta
from html import unescape

from service.domain.room import StepKind
from service.domain.room.alignment import AskReview, RecordDissent
from service.domain.room.committing import Commit
from service.domain.room.drafts.objectives import DropObjective
from service.domain.room.drafts.ownership import OwnObjective
from service.domain.room.drafts.waivers import AskWaiver
from service.domain.room.gates import Waive
from service.domain.room.output_test import AnswerTest
from service.domain.room.pacing import Advance, GoBack
from service.domain.room.record import AskRecord
from service.domain.synthesis import Kind
from service.jobs import COMMIT_SESSION
from service.usecases.choose_space import choose_space
from service.usecases.create_objective import create_objective
from service.usecases.create_team import create_team
from service.usecases.sweep import sweep
from service.usecases.write_record import PROPERTY_KEY, write_record
from tests.journeys.sync.house import ADA, BEN, CLEO, House
from tests.journeys.sync.planning import Planning, planning
from tests.site.wiki.model import Page


def closed(home: House) -> Planning:
    """Return a room that has committed, dissented, gone back and closed, with a space for its record."""
    choose_space(**home.by_ada, space_key="DEMO")
    room = planning(home)
    kept, dropped = room.objective("Be loved by small shops"), room.objective("Conquer the moon")
    room.act(ADA, DropObjective(objective_id=dropped, reason="Not this quarter"))
    room.agree(kept)
    room.key_result(kept)
    room.go_to(StepKind.OWNERS)
    room.act(ADA, GoBack(step_id="key-results", reason="One was missing"))
    room.act(CLEO, RecordDissent(text="Sixty is too low", about="Methodiq"))
    room.rhythm()
    room.go_to(StepKind.CLOSE)
    room.act(ADA, Waive(rule="O-11", reason="Nobody else plans yet"))
    room.act(ADA, Commit())
    home.settle()
    room.act(ADA, Advance(step_id="close"))
    home.settle()
    return room


def page_of(room: Planning) -> Page:
    page: Page = room.home.site.wiki.page(room.room.record.page_id)
    return page


def test_the_record_says_what_was_decided_and_what_was_not(home: House) -> None:
    """O-26, T-18, G-10, G-11, G-08: decisions, owners, dropped ideas, dissents, ways back, waivers, check-ins; nobody's name."""
    room = closed(home)
    page = page_of(room)
    told = " ".join(unescape(page.body).split())
    assert page.title == "Planning record: Plan the quarter"
    for said in (
        *("Be loved by small shops", "Weekly active shops", "60 shops", "Conquer the moon", "Not this quarter"),
        *(
            "Sixty is too low",
            "One was missing",
            "Nobody else plans yet",
            "Every Tuesday at 09:30",
            "Be the shop people trust",
        ),
    ):
        assert said in told, said
    for account in (ADA, BEN, CLEO):
        assert f'ri:account-id="{account}"' in page.body
    epic = next(key for done in room.room.commits.done.values() for key in done.keys if key)
    assert epic in page.body
    assert {label.name for label in page.labels.values()} == {"okr", "okr-planning", "okr-next"}
    assert [each.value["session_id"] for each in page.properties.values() if each.key == PROPERTY_KEY] == [
        room.session.id
    ]


def test_an_unchanged_record_is_not_written_and_what_people_wrote_stays(once: House) -> None:
    """Platform 5: equal hash, no write; a person's words are kept byte for byte."""
    room = closed(once)
    page = page_of(room)
    version, calls = page.version.number, len(once.calls())
    write_record(parts=once.needs, site_id=once.site_id, session_id=room.session.id)
    assert [each for each in once.calls()[calls:] if "/wiki/" in each] == []
    theirs = "<p>We will look at this in March.</p>"
    once.site.wiki.update(page=page, number=version + 1, title=page.title, body=page.body + theirs, by=BEN)
    room.act(BEN, AnswerTest())
    once.settle()
    body = page_of(room).body
    assert theirs in body
    assert "1 of 3 answered" in body
    room.act(ADA, AskRecord())
    once.settle()
    assert page_of(room).version.number == version + 2
    assert not room.room.record.is_running


def test_a_deleted_record_is_written_anew_when_somebody_asks(once: House) -> None:
    room = closed(once)
    before = room.room.record.page_id
    once.site.wiki.pages.pop(before)
    room.act(ADA, AskRecord())
    once.settle()
    assert room.room.record.page_id != before
    assert "Be loved by small shops" in page_of(room).body


def test_a_restricted_record_is_not_visible_to_the_wider_team(once: House) -> None:
    """O-27."""
    room = closed(once)
    assert not room.room.record.is_restricted
    page_of(room).readers.append(ADA)
    room.act(ADA, AskRecord())
    once.settle()
    assert room.room.record.is_restricted


def test_without_a_space_nothing_is_written_and_only_who_asks_is_told(once: House) -> None:
    room = planning(once)
    room.act(ADA, AskRecord())
    once.settle()
    assert "space" in room.room.record.trouble
    assert not room.room.record.is_running


def test_the_review_sees_other_teams_plans_and_this_rooms_drafts(home: House) -> None:
    """O-11, M-25, T-10: overlaps between what stands in the plan and what is only on the table."""
    room = planning(home)
    other = create_team(**home.by_ada, name="Care", kind=room.team.kind, project_key="DEMO")
    create_objective(
        **home.by_ada, cycle_id=room.cycle.id, team_id=other.id, title="Make every small shop love working with us"
    )
    ours = room.objective("Make every small shop love to work with us")
    room.agree(ours)
    rows = [room.key_result(ours, title=title) for title in ("Weekly active shops", "Share of shops that come back")]
    story = home.story()
    room.link(rows[0], story.key)
    room.go_to(StepKind.ALIGNMENT)
    room.act(CLEO, AskReview())
    home.settle()
    review = room.room.alignment.review
    assert review is not None
    assert not room.room.alignment.is_running
    assert review.issue_count >= 1
    alike = [each for each in review.findings if each.kind is Kind.NEAR_DUPLICATE]
    assert len(alike) == 1
    assert ours in alike[0].objective_ids
    assert {each.team_id: (each.objectives, each.linked) for each in review.units} == {
        room.team.id: (1, 0),
        other.id: (1, 0),
    }
    with home.needs.store.reading() as tx:
        assert tx.objectives.find(site_id=home.site_id, id=ours) is None


def test_an_enabler_is_admitted_after_what_it_unlocks_is_there(home: House) -> None:
    """O-10, M-24: the waiver of an output is granted with the commit."""
    room = planning(home, preset="oboard")
    objective = room.objective("Be found by small shops")
    room.agree(objective)
    enabler = room.key_result(objective, title="Set up the console that counts visits")
    outcome = room.key_result(objective, title="Share of visits that become orders")
    room.act(
        ADA,
        AskWaiver(
            key_result_id=enabler,
            unlocks=(outcome,),
            owner=BEN,
            reason="Nobody can count before",
            expires_on=room.cycle.starts_on + timedelta(days=20),
        ),
    )
    room.act(ADA, OwnObjective(objective_id=objective, owner=BEN))
    room.rhythm()
    room.go_to(StepKind.CLOSE)
    room.act(ADA, Waive(rule="O-11", reason="Alone"))
    room.act(ADA, Commit())
    home.settle()
    assert room.room.commits.refused == {}
    with home.needs.store.reading() as tx:
        assert tx.key_results.get(site_id=home.site_id, id=enabler).is_enabler
        waiver = tx.waivers.find(site_id=home.site_id, key_result_id=enabler)
    assert waiver is not None
    assert waiver.unlocks == (outcome,)


def test_a_lost_job_is_found_by_the_sweep(once: House) -> None:
    """O-13: a broker that loses everything loses no commit."""
    room = planning(once)
    objective = room.objective("Be loved by small shops")
    room.agree(objective)
    room.key_result(objective)
    room.rhythm()
    room.go_to(StepKind.CLOSE)
    room.act(ADA, Waive(rule="O-11", reason="Alone"))
    room.act(ADA, Commit())
    once.queue.clear()
    sweep(parts=once.needs)
    assert COMMIT_SESSION not in [job for job, _ in once.queue]
    once.ahead += timedelta(minutes=5)
    once.queue.clear()
    sweep(parts=once.needs)
    assert (COMMIT_SESSION, (once.site_id, room.session.id)) in once.queue
    once.settle()
    assert objective in room.room.commits.done
    once.queue.clear()
    sweep(parts=once.needs)
    assert COMMIT_SESSION not in [job for job, _ in once.queue]
