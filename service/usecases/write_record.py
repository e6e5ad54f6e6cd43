"""Write the record of a session to Confluence: once created, then only what differs; what people wrote there stays.

Where the page is stands in the room's log, so the record needs no table. Source: O-26, O-27, G-10; platform 5.
"""

from collections.abc import Mapping

from connect.errors import NotFound
from connect.outbound.confluence import ConfluenceClient
from connect.outbound.managed_blocks import blocks_hash, read_blocks
from connect.outbound.shapes import Page
from service.domain.room import Facts, Room
from service.domain.room.record import NoteRecord, NoteRecordFailed
from service.usecases.cycle_page.titles import place_page
from service.usecases.cycle_page.updating import update_blocks
from service.usecases.needs import Needs
from service.usecases.note_failure import reason
from service.usecases.publish_cycle import SpaceNotChosen
from service.usecases.rooms.entered import room_now
from service.usecases.rooms.facts import read_facts
from service.usecases.rooms.tell import tell
from service.usecases.session_page.blocks import first_body, identity, labels, session_blocks
from service.usecases.sync.lane import lane

PROPERTY_KEY = "northstar.record"
MESSAGE = "Session record kept by Northstar"


def write_record(*, parts: Needs, site_id: str, session_id: str) -> None:
    """Create or update the record; equal hashes cost no request, unless somebody asked for it.

    Raises: SpaceNotChosen, NoInstallation, connect.errors.ProductError.
    """
    with lane(parts=parts, site_id=site_id, issue_id=f"record:{session_id}") as is_ours:
        if not is_ours:
            return  # whoever holds the lane writes the room as it is; what comes later asks again
        room = room_now(parts=parts, site_id=site_id, session_id=session_id)
        with parts.store.reading() as tx:
            space_key = tx.sites.get(site_id=site_id).space_key
            facts = read_facts(tx=tx, store=parts.store, site_id=site_id, session=room.session, now=parts.now())
        if not space_key:
            raise SpaceNotChosen(
                "Choose the Confluence space for OKR pages on the set-up page first.", field="space_key"
            )
        blocks = session_blocks(room, facts)
        is_same = (room.record.space_key, room.record.body_hash) == (space_key, blocks_hash(blocks))
        if is_same and not room.record.is_running:
            return
        act = _written(parts.confluence(site_id), space_key, room, facts, blocks)
        tell(parts=parts, site_id=site_id, session_id=session_id, act=act, once=(str(room.session.seq),))


def give_up_record(*, parts: Needs, site_id: str, session_id: str, error: Exception) -> None:
    """Say in the room why there is no record (yet); a site that chose no space for pages is not told what it knows."""
    room = room_now(parts=parts, site_id=site_id, session_id=session_id)
    if isinstance(error, SpaceNotChosen) and not room.record.is_running:
        return
    act = NoteRecordFailed(reason=f"The record could not be written: {reason(error)}")
    tell(parts=parts, site_id=site_id, session_id=session_id, act=act, once=(str(room.session.seq),))


def _written(
    client: ConfluenceClient, space_key: str, room: Room, facts: Facts, blocks: list[tuple[str, str]]
) -> NoteRecord:
    page, is_new = _page(client, space_key, room, blocks)
    body_hash, known = blocks_hash(blocks), room.record
    # Confluence rewrites our markup a little when it saves, so an untouched page is known by its version, not by its text.
    is_untouched = (page.id, page.version, body_hash) == (known.page_id, known.version, known.body_hash)
    if not is_new and not is_untouched:
        page, _ = update_blocks(client, page=page, blocks=blocks, message=MESSAGE)
    client.put_property(page_id=page.id, key=PROPERTY_KEY, value={"session_id": room.session.id, "hash": body_hash})
    if is_new or not room.record.page_id:
        missing = [label for label in labels(facts) if label not in client.labels(page_id=page.id)]
        client.add_labels(page_id=page.id, labels=tuple(missing))
    return NoteRecord(
        page_id=page.id,
        url=page.url or "",
        title=page.title,
        space_key=space_key,
        version=page.version,
        body_hash=body_hash,
        is_restricted=client.is_restricted(page_id=page.id),
    )


def _page(client: ConfluenceClient, space_key: str, room: Room, blocks: list[tuple[str, str]]) -> tuple[Page, bool]:
    """Return the page as it stands, created if there is none (any more) or the space is another one now."""
    if room.record.page_id and room.record.space_key == space_key:
        try:
            return client.get_page(page_id=room.record.page_id), False
        except NotFound:
            pass  # deleted by a person: somebody asked for the record, so it gets a new page
    return place_page(
        client,
        space_key=space_key,
        title=f"Planning record: {room.session.title}",
        body=first_body(blocks),
        is_ours=lambda page: _is_ours(client, page, room.session.id),
    )


def _is_ours(client: ConfluenceClient, page: Page, session_id: str) -> bool:
    """A page is ours by its property, or by its first block if we died between creating it and writing the property."""
    found = client.get_property(page_id=page.id, key=PROPERTY_KEY)
    if found is not None:
        return isinstance(found.value, Mapping) and found.value.get("session_id") == session_id
    return identity(session_id) in read_blocks(page.body)
