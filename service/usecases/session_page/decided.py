"""What a session decided, what it judged, and what it left out. Content only."""

from collections.abc import Iterable

from connect.outbound import storage
from connect.outbound.storage import Content, Markup
from service.domain import wording
from service.domain.room import Facts, Room
from service.domain.room.committing import to_commit
from service.domain.room.drafts import KeyResultDraft, ObjectiveDraft
from service.domain.room.drafts.as_model import as_key_result

HEADER = ("Key result", "Owner", "Supports", "Aim", "Due", "Class", "Confidence", "Looked at", "Initiatives")
"""Source: G-16, T-18."""


def plan(room: Room, facts: Facts) -> Markup:
    """Return the closing list: objectives, key results, the owner of each. Source: T-18, G-11."""
    agreed = to_commit(room)
    parts: list[Content] = [storage.element("h2", "What was decided")]
    if not agreed:
        parts.append(storage.element("p", "No objective was agreed."))
    for objective in agreed:
        parts += _objective(room, facts, objective)
    return storage.join(parts)


def decisions(room: Room) -> Markup:
    """Return the questions of the session with their answers, put-off ones too; empty where nothing was asked. Source: O-02."""
    said = [
        storage.join(
            [
                storage.element("strong", each.question),
                " Still open." if each.is_open else f" {'Put off: ' if each.is_deferred else ''}{each.outcome} ",
                storage.user_link(each.decider) if each.decider else "",
            ]
        )
        for each in room.decisions.all
    ]
    return storage.join([storage.element("h3", "Questions and answers"), storage.bullets(said)] if said else [])


def judged(room: Room) -> Markup:
    """Return dissents, waivers and what was passed over; empty where there is none of it. Source: O-10, requirements 2.1."""
    parts: list[Content] = []
    if room.alignment.dissents:
        said = (
            storage.join([storage.user_link(each.by), f" on {each.about}: " if each.about else ": ", each.text])
            for each in room.alignment.dissents
        )
        parts += [storage.element("h3", "Dissents"), storage.bullets(said)]
    enablers = [each for each in room.drafts.key_results() if each.waiver is not None]
    if enablers:
        parts += [storage.element("h3", "Enablers admitted for a while"), storage.bullets(map(_waiver, enablers))]
    if room.gates.waived:
        passed = (
            storage.join([storage.element("strong", each.rule), ": ", each.reason, " ", storage.user_link(each.by)])
            for each in room.gates.waived
        )
        parts += [storage.element("h3", "Passed over with a reason"), storage.bullets(passed)]
    return storage.join([storage.element("h2", "What was judged"), *parts]) if parts else storage.join([])


def left_out(room: Room) -> Markup:
    """Return what was taken off the table and why, and ideas nobody took up; nothing that was thought is lost. Source: G-08."""
    dropped: list[tuple[str, str | None]] = [
        (each.title, each.dropped_because) for each in room.drafts.all_objectives if each.is_dropped
    ]
    dropped += [(each.title, each.dropped_because) for each in room.drafts.all_key_results if each.is_dropped]
    undecided = [each.title for each in room.drafts.objectives() if not each.is_agreed]
    parts: list[Content] = []
    if dropped:
        parts.append(
            storage.bullets(storage.join([title, ": ", storage.element("em", why or "")]) for title, why in dropped)
        )
    if undecided:
        parts += [storage.element("h3", "Left undecided"), storage.bullets(undecided)]
    if room.notes.all:
        parts.append(
            storage.expand(f"All {len(room.notes.all)} notes", storage.bullets(n.text for n in room.notes.all))
        )
    return storage.join([storage.element("h2", "What was left out"), *parts]) if parts else storage.join([])


def _objective(room: Room, facts: Facts, objective: ObjectiveDraft) -> list[Content]:
    done = room.commits.done.get(objective.id)
    epic: Content = storage.jira_issue(done.keys[0]) if done and done.keys and done.keys[0] else "not in Jira"
    team = facts.team_names.get(objective.team_id, "")
    owner: Content = storage.join(["; owner ", storage.user_link(objective.owner)]) if objective.owner else ""
    parts: list[Content] = [
        storage.element("h3", objective.title),
        storage.element("p", f"{team}{'; epic ' if team else 'Epic '}", epic, owner),
    ]
    for name, said in (("Why", objective.why), ("Outcome", objective.outcome), ("Business need", objective.need)):
        if said:
            parts.append(storage.element("p", storage.element("em", f"{name}: ", said)))
    rows = room.drafts.key_results(objective_id=objective.id)
    if rows:
        parts.append(storage.table(HEADER, (_key_result(room, facts, each) for each in rows)))
    return [*parts, *_worth(room, rows)]


def _worth(room: Room, rows: Iterable[KeyResultDraft]) -> list[Content]:
    """Return why each key result matters, in the room's words: what happens if it is missed. Source: G-19, M-20."""
    said = [(each.title, room.pressure.of(each).if_missed) for each in rows]
    items = [
        storage.join([storage.element("em", f"If “{title}” is missed: "), worth]) for title, worth in said if worth
    ]
    return [storage.bullets(items)] if items else []


def _key_result(room: Room, facts: Facts, draft: KeyResultDraft) -> tuple[Content, ...]:
    done = room.commits.done.get(draft.id)
    keys = done.keys if done else tuple(each.issue_key for each in draft.initiatives if each.issue_key)
    work: list[Content] = [part for key in keys for part in (storage.jira_issue(key), " ")]
    supporters: list[Content] = [part for each in draft.supporters for part in (storage.user_link(each), " ")]
    days = draft.checkin_days or facts.preset.checkin_days
    return (
        draft.title,
        storage.user_link(draft.owner) if draft.owner else "nobody",
        storage.join(supporters),
        wording.aim(as_key_result(draft)),
        f"{draft.due_on or facts.cycle.ends_on:%-d %B %Y}",
        draft.commitment.value if draft.commitment else "",
        "" if (middle := room.ballots.of(draft).median) is None else wording.percent(middle),
        "weekly" if days == 7 else f"every {days} days",
        storage.join(work),
    )


def _waiver(draft: KeyResultDraft) -> Markup:
    waiver = draft.waiver
    if waiver is None:
        return storage.join([draft.title])
    return storage.join(
        [
            storage.element("strong", draft.title),
            f" until {waiver.expires_on:%-d %B %Y}: {waiver.reason} ",
            storage.user_link(waiver.owner),
        ]
    )
