"""Publish a cycle's Confluence page: render the board, compare with what was written last, write only what differs."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta

from connect.errors import NotFound
from connect.outbound.confluence import ConfluenceClient
from connect.outbound.managed_blocks import blocks_hash, read_blocks
from connect.outbound.shapes import Page
from service.domain.board import Board
from service.domain.errors import DomainError
from service.store import CyclePage
from service.usecases.cycle_page import chart
from service.usecases.cycle_page.blocks import CHART_FILE, cycle_blocks, first_body, identity, labels
from service.usecases.cycle_page.titles import place_page
from service.usecases.cycle_page.updating import update_blocks
from service.usecases.needs import Needs
from service.usecases.read_board import read_board

PROPERTY_KEY = "northstar.report"
MESSAGE = "Numbers brought up to date by Northstar"
LEASE_TTL_S = 120.0
RETRY_AFTER = timedelta(minutes=15)


class SpaceNotChosen(DomainError):
    """Nobody said which Confluence space the pages go to."""

    code = "space_not_chosen"
    status = 409


class PageBusy(DomainError):
    """Another worker is writing this page right now; it will see the change, or the sweep will."""

    code = "page_busy"
    status = 409


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """Where the cycle's page is, and whether anything had to be written."""

    page_id: str
    url: str
    title: str
    written: bool


def publish_cycle(*, parts: Needs, site_id: str, cycle_id: str, force: bool = False) -> Published:
    """Create or update the cycle's page; equal hashes cost no request at all unless `force` asks for a look.

    Raises: SpaceNotChosen, PageBusy, NoInstallation, connect.errors.ProductError. Source: requirements 2.10, platform 5.
    """
    holder, now = parts.new_id(), parts.now()
    lease = f"page:{cycle_id}"
    with parts.store.transaction() as tx:
        space_key = tx.sites.get(site_id=site_id).space_key
        if not space_key:
            raise SpaceNotChosen(
                "Choose the Confluence space for OKR pages on the set-up page first.", field="space_key"
            )
        if not tx.leases.claim(site_id=site_id, name=lease, holder=holder, now=now, ttl_s=LEASE_TTL_S):
            raise PageBusy("This page is being written right now. Try again in a minute.")
        row = tx.pages.claim(site_id=site_id, cycle_id=cycle_id)
    try:
        board = read_board(parts=parts, site_id=site_id, cycle_id=cycle_id)
        if board is None:
            raise NotFound(f"cycle {cycle_id} is gone")
        saved, written = _write(parts, site_id, space_key, row, board, force=force)
        with parts.store.transaction() as tx:
            tx.pages.save(site_id=site_id, page=saved)
            tx.pages.mark_published(site_id=site_id, cycle_id=cycle_id, rev=row.changed_rev, at=parts.now())
    except Exception as error:
        with parts.store.transaction() as tx:
            tx.pages.mark_failed(
                site_id=site_id, cycle_id=cycle_id, error=_public(error), retry_at=parts.now() + RETRY_AFTER
            )
        raise
    finally:
        with parts.store.transaction() as tx:
            tx.leases.release(site_id=site_id, name=lease, holder=holder)
    return Published(page_id=saved.page_id or "", url=saved.url or "", title=saved.title or "", written=written)


def _write(
    parts: Needs, site_id: str, space_key: str, row: CyclePage, board: Board, *, force: bool
) -> tuple[CyclePage, bool]:
    blocks, picture = cycle_blocks(board), chart.chart_data(board)
    body_hash, chart_hash = blocks_hash(blocks), picture.hash
    same = row.page_id is not None and (row.body_hash, row.chart_hash) == (body_hash, chart_hash)
    if same and not force:
        return row, False
    client = parts.confluence(site_id)
    page, created = _page(client, space_key, row, board, blocks)
    if created or row.chart_hash != chart_hash or page.id != row.page_id:
        client.put_attachment(
            page_id=page.id,
            filename=CHART_FILE,
            content=chart.draw_chart(picture),
            media_type="image/png",
            comment=MESSAGE,
        )
    # Confluence rewrites our markup a little when it saves, so an untouched page is known by its version, not by its text.
    untouched = created or (same and page.id == row.page_id and page.version == row.version)
    page, updated = (page, False) if untouched else update_blocks(client, page=page, blocks=blocks, message=MESSAGE)
    if created or updated or not same:
        client.put_property(
            page_id=page.id,
            key=PROPERTY_KEY,
            value={"report_id": board.cycle.id, "hash": body_hash, "rev": row.changed_rev},
        )
    missing = (
        [label for label in labels(board) if label not in client.labels(page_id=page.id)] if created or force else []
    )
    if missing:
        client.add_labels(page_id=page.id, labels=tuple(missing))
    saved = replace(
        row,
        page_id=page.id,
        space_key=space_key,
        title=page.title,
        url=page.url,
        version=page.version,
        body_hash=body_hash,
        chart_hash=chart_hash,
    )
    return saved, created or updated or bool(missing) or not same


def _page(
    client: ConfluenceClient, space_key: str, row: CyclePage, board: Board, blocks: list[tuple[str, str]]
) -> tuple[Page, bool]:
    """Return the page as it stands, created if there is none (any more) or the space is another one now."""
    if row.page_id is not None and row.space_key == space_key:
        try:
            return client.get_page(page_id=row.page_id), False
        except NotFound:
            pass  # deleted by a person: the report is asked for, so it gets a new page
    return place_page(
        client,
        space_key=space_key,
        title=f"OKRs {board.cycle.name}",
        body=first_body(blocks),
        is_ours=lambda page: _is_ours(client, page, board.cycle.id),
    )


def _is_ours(client: ConfluenceClient, page: Page, cycle_id: str) -> bool:
    """A page is ours by its property, or by its summary block if we died between creating it and writing the property."""
    found = client.get_property(page_id=page.id, key=PROPERTY_KEY)
    if found is not None:
        return isinstance(found.value, Mapping) and found.value.get("report_id") == cycle_id
    return identity(cycle_id) in read_blocks(page.body)


def _public(error: Exception) -> str:
    return error.message if isinstance(error, DomainError) else type(error).__name__
