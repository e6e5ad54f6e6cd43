"""Review the plans of all teams together with the drafts of one room, before any of them is anybody's promise.

The Synthesizer runs over the union: what stands in the plan, and what is on the table instead of or beside it. Jira is walked by this
job, never while a page is drawn. Source: O-11, M-25, T-10, T-11.
"""

from collections.abc import Sequence
from dataclasses import replace

from service.domain.model import Initiative, Objective, Team, TeamKind
from service.domain.room import Room
from service.domain.room.alignment import NoteReview, NoteReviewFailed, Unit, mark_of
from service.domain.room.drafts.as_plan import key_results_of, objectives_of
from service.domain.synthesis import Plans, RequestState, synthesise
from service.usecases.measuring.plans import read_plans, with_work
from service.usecases.needs import Needs
from service.usecases.note_failure import reason
from service.usecases.rooms.entered import room_now
from service.usecases.rooms.tell import tell


def review_alignment(*, parts: Needs, site_id: str, session_id: str) -> None:
    """Find overlaps, conflicts, dependencies and loads over the union, and keep them in the room.

    Raises: connect.errors.ProductError; the worker comes back where waiting helps.
    """
    room = room_now(parts=parts, site_id=site_id, session_id=session_id)
    if not room.alignment.is_running:
        return
    stored = read_plans(parts=parts, site_id=site_id, cycle_id=room.session.cycle_id)
    whole, is_complete = with_work(jira=parts.jira(site_id), plans=_union(parts, site_id, room, stored))
    with parts.store.reading() as tx:
        known = tx.requests.of_cycle(site_id=site_id, cycle_id=room.session.cycle_id)
        links = tx.parent_links.of_cycle(site_id=site_id, cycle_id=room.session.cycle_id)
    accepted = frozenset(each.id for each in known if each.state is RequestState.ACCEPTED)
    act = NoteReview(
        drafts=mark_of(room),
        findings=synthesise(plans=replace(whole, accepted=accepted)),
        units=units(teams=whole.teams, objectives=whole.objectives, linked={each.child_id for each in links}),
        issue_count=len(whole.work),
        is_complete=is_complete,
    )
    tell(parts=parts, site_id=site_id, session_id=session_id, act=act, once=(_occasion(room),))


def give_up_review(*, parts: Needs, site_id: str, session_id: str, error: Exception) -> None:
    """Say in the room why there is no review."""
    room = room_now(parts=parts, site_id=site_id, session_id=session_id)
    if room.alignment.is_running:
        act = NoteReviewFailed(reason=f"The plans could not be reviewed: {reason(error)}.")
        tell(parts=parts, site_id=site_id, session_id=session_id, act=act, once=(_occasion(room),))


def units(*, teams: Sequence[Team], objectives: Sequence[Objective], linked: set[str]) -> tuple[Unit, ...]:
    """Return how many objectives of each team have a way up; the company's own have none above them. Source: T-11."""
    found = []
    for team in teams:
        own = [each for each in objectives if each.team_id == team.id]
        if own and team.kind is not TeamKind.COMPANY:
            up = sum(each.parent_id is not None or each.id in linked for each in own)
            found.append(Unit(team_id=team.id, objectives=len(own), linked=up))
    return tuple(found)


def _union(parts: Needs, site_id: str, room: Room, stored: Plans) -> Plans:
    """Put the room's drafts beside the plan; what is committed already counts as the plan has it."""
    planned = {each.id for each in stored.objectives} | {each.id for each in stored.key_results}
    links = _links(parts, site_id, room, planned)
    return replace(
        stored,
        objectives=(*stored.objectives, *(each for each in objectives_of(room) if each.id not in planned)),
        key_results=(*stored.key_results, *(each for each in key_results_of(room) if each.id not in planned)),
        initiatives=(*stored.initiatives, *links),
    )


def _links(parts: Needs, site_id: str, room: Room, planned: set[str]) -> tuple[Initiative, ...]:
    """Return the issues that drafts name as initiatives; a key Jira does not show is left out, the commit will say so."""
    named = [
        (row.id, each.issue_key)
        for row in room.drafts.key_results()
        if row.id not in planned
        for each in row.initiatives
        if each.issue_key
    ]
    if not named:
        return ()
    fetched = parts.jira(site_id).fetch_issues(issue_ids=[key for _, key in named])
    ids = {each.key: each.id for each in fetched.found}
    return tuple(Initiative(key_result_id=row, issue_id=ids[key]) for row, key in named if key in ids)


def _occasion(room: Room) -> str:
    at = room.alignment.asked_at
    return at.isoformat() if at else ""
