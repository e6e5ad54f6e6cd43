"""The managed blocks of a session's record, in page order. People are mentioned by account, no name is stored.

Source: O-13, O-26, T-18, G-10, G-11; requirements 2.1 (dissents).
"""

from collections.abc import Iterable

from connect.outbound import storage
from connect.outbound.managed_blocks import wrap
from connect.outbound.storage import Content, Markup
from service.domain.room import Facts, Room
from service.usecases.session_page import decided, process

PROPERTIES_ID = "okr-session"


def session_blocks(room: Room, facts: Facts) -> list[tuple[str, str]]:
    """Return (name, storage format) of every managed block."""
    made = (
        (identity(room.session.id), _summary(room, facts)),
        ("session-decided", storage.join([decided.plan(room, facts), decided.decisions(room)])),
        ("session-judged", decided.judged(room)),
        ("session-left-out", decided.left_out(room)),
        ("session-rhythm", process.rhythm(room, facts)),
        ("session-process", process.course(room, facts)),
        ("session-arrived", process.arrived(room)),
    )
    return [(name, content) for name, content in made if content]


def identity(session_id: str) -> str:
    """Return the name of the first block: found on a page, it proves that the page is this session's."""
    return f"session-{session_id}"


def first_body(blocks: list[tuple[str, str]]) -> str:
    """Return the body of a new page: our blocks, then room for people."""
    notes = storage.join(
        [
            storage.element("h2", "Notes"),
            storage.element("p", "Write here, or anywhere between Northstar's blocks: it is kept."),
        ]
    )
    return "".join(wrap(name, content) for name, content in blocks) + notes


def labels(facts: Facts) -> tuple[str, ...]:
    """Return the page's labels: `okr`, `okr-planning` and one for the cycle. Source: design section 5."""
    return ("okr", "okr-planning", "okr-" + "".join(char for char in facts.cycle.key.lower() if char.isalnum()))


def _summary(room: Room, facts: Facts) -> Markup:
    facilitator = room.seats.facilitator()
    present = room.seats.present()
    rows: list[tuple[Content, Content]] = [
        ("Session", room.session.kind.value.replace("_", " ").capitalize()),
        ("Teams", ", ".join(team.name for team in facts.teams)),
        ("Cycle", facts.cycle.name),
        ("Held on", f"{(room.agenda.runs[0].started_at if room.agenda.runs else room.session.starts_at):%-d %B %Y}"),
        ("Doctrine", facts.preset.name),
        ("Facilitator", storage.user_link(facilitator.account_id) if facilitator else "nobody"),
        ("Took part", _people(each.account_id for each in present)),
    ]
    absent = [each.account_id for each in room.seats if not each.is_present]
    if absent:
        rows.append(("Invited, did not come", _people(absent)))
    parts: list[Content] = [storage.details(PROPERTIES_ID, storage.facts(rows))]
    if facts.north_star:
        parts.append(
            storage.panel("info", storage.element("p", storage.element("strong", "North Star: "), facts.north_star))
        )
    return storage.join(parts)


def _people(accounts: Iterable[str]) -> Content:
    mentions: list[Content] = [part for each in accounts for part in (storage.user_link(each), " ")]
    return storage.join(mentions) if mentions else "nobody"
