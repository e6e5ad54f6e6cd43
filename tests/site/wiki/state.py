"""The wiki in memory: spaces and pages, and the only ways to change them.

Every rule that Confluence enforces on content is here (unique titles, version numbers, well-formed bodies).
No HTTP and no JSON shapes; time comes from the clock given.
"""

from __future__ import annotations

import itertools
import threading
import uuid
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import datetime, timedelta
from typing import Any

from tests.site.wiki import storage
from tests.site.wiki.errors import BadRequest, Conflict, DuplicateTitle, NotFound
from tests.site.wiki.model import Attachment, Label, Page, Property, Space, Version

_TITLE_LIMIT = 255


class WikiState:
    """Spaces and pages of one site.

    `now` gives aware UTC instants; `lock` is the site's (a fresh one when none is given).
    """

    def __init__(self, *, now: Callable[[], datetime], lock: AbstractContextManager[Any] | None = None) -> None:
        self.now = now
        self.lock = lock if lock is not None else threading.RLock()
        self.spaces: dict[str, Space] = {}
        self.pages: dict[str, Page] = {}
        self.attachments: dict[str, Attachment] = {}
        self._ids = itertools.count(98305, 32771)
        self._labels: dict[str, Label] = {}

    def new_id(self) -> str:
        """Return a fresh numeric id, as text."""
        return str(next(self._ids))

    def add_space(self, *, key: str, name: str, by: str, home_title: str = "", home_body: str = "") -> Space:
        """Create a space with its home page."""
        with self.lock:
            if self.space_by_key(key):
                raise BadRequest(f"A space already exists with key {key}")
            space = Space(id=self.new_id(), key=key, name=name, author_id=by, created_at=self.now())
            self.spaces[space.id] = space
            home = self.create(space_id=space.id, title=home_title or name, body=home_body, parent_id=None, by=by)
            space.homepage_id = home.id
            return space

    def space_by_key(self, key: str) -> Space | None:
        """Return the space of that key, letter case aside."""
        return next((space for space in self.spaces.values() if space.key.upper() == key.upper()), None)

    def page(self, page_id: str, *, statuses: tuple[str, ...] = ("current", "archived")) -> Page:
        """Return a page that can be seen now. Raises: NotFound."""
        page = self.pages.get(page_id)
        if page is None or page.status not in statuses or (page.visible_at and page.visible_at > self.now()):
            raise NotFound(f"Could not find content with id: {page_id}")
        return page

    def current(self) -> Iterator[Page]:
        """Yield every page in status current that is visible now."""
        now = self.now()
        return (
            p for p in list(self.pages.values()) if p.status == "current" and not (p.visible_at and p.visible_at > now)
        )

    def children(self, page_id: str) -> list[Page]:
        """Return the current child pages in their order."""
        return sorted((p for p in self.current() if p.parent_id == page_id), key=lambda p: p.position)

    def ancestors(self, page: Page) -> list[Page]:
        """Return the pages above, from the top."""
        above: list[Page] = []
        parent = self.pages.get(page.parent_id or "")
        while parent is not None and parent not in above:
            above.insert(0, parent)
            parent = self.pages.get(parent.parent_id or "")
        return above

    def create(
        self,
        *,
        space_id: str,
        title: str,
        body: str,
        parent_id: str | None,
        by: str,
        status: str = "current",
        late_s: float = 0.0,
    ) -> Page:
        """Create a page.

        Units: `late_s` seconds during which the new page still answers 404 to readers.
        Raises: BadRequest, DuplicateTitle, MalformedStorage, NotFound.
        """
        with self.lock:
            if space_id not in self.spaces:
                raise NotFound("Could not find space with id: " + space_id)
            if parent_id is not None and self.page(parent_id).space_id != space_id:
                raise BadRequest("The parent page must be in the same space")
            self._check_title(space_id, title, except_id=None)
            storage.parse(body)
            now = self.now()
            kept = storage.as_confluence_keeps_it(body)
            first = Version(number=1, author_id=by, created_at=now, title=title, body=kept)
            page = Page(
                id=self.new_id(), space_id=space_id, title=title, body=kept, parent_id=parent_id, author_id=by, created_at=now,
                position=len(self.pages) + 1, versions=[first], status=status,
                visible_at=now + timedelta(seconds=late_s) if late_s else None,
            )  # fmt: skip
            self.pages[page.id] = page
            return page

    def update(
        self, *, page: Page, number: int, title: str, body: str, by: str, message: str = "", parent_id: str | None = None,
        minor_edit: bool = False,
    ) -> Page:  # fmt: skip
        """Save a new version of a page; `number` must be the current version plus one.

        Raises: Conflict, BadRequest, DuplicateTitle, MalformedStorage, NotFound.
        """
        with self.lock:
            if number != page.version.number + 1:
                current = f"Current Version: [{page.version.number}]. Provided version: [{number}]"
                raise Conflict(f"Version must be incremented when updating a page. {current}")
            self._check_title(page.space_id, title, except_id=page.id)
            storage.parse(body)
            if parent_id is not None and parent_id != page.parent_id:
                self._move(page, self.page(parent_id))
            kept = storage.as_confluence_keeps_it(body)
            page.title, page.body, page.status = title, kept, "current"
            page.versions.append(
                Version(
                    number=number,
                    author_id=by,
                    created_at=self.now(),
                    message=message,
                    minor_edit=minor_edit,
                    title=title,
                    body=kept,
                )
            )
            return page

    def trash(self, page: Page, *, purge: bool = False) -> None:
        """Put a page into the trash, or delete a trashed one for good. Its children move up to its parent."""
        with self.lock:
            if purge:
                if page.status != "trashed":
                    raise BadRequest("Only trashed content can be purged")
                del self.pages[page.id]
                return
            for child in self.children(page.id):
                child.parent_id = page.parent_id
            page.status = "trashed"

    def set_property(self, *, page: Page, key: str, value: Any, by: str) -> Property:
        """Create a content property. Raises: Conflict when the key is taken, BadRequest without a key."""
        with self.lock:
            if not key or len(key) > _TITLE_LIMIT:
                raise BadRequest("Property key must be between 1 and 255 characters")
            if any(kept.key == key for kept in page.properties.values()):
                raise Conflict(f"A property with key '{key}' already exists on this content")
            kept = Property(id=self.new_id(), key=key, value=value, version=Version(1, by, self.now()))
            page.properties[kept.id] = kept
            return kept

    def update_property(
        self, *, page: Page, property_id: str, key: str, value: Any, number: int, message: str, by: str
    ) -> Property:
        """Save a new version of a content property. Raises: NotFound, Conflict, BadRequest."""
        with self.lock:
            kept = page.properties.get(property_id)
            if kept is None:
                raise NotFound(f"Could not find property with id: {property_id}")
            if key and key != kept.key:
                raise BadRequest("The key of a property cannot be changed")
            if number != kept.version.number + 1:
                raise Conflict(
                    f"Version must be incremented. Current Version: [{kept.version.number}]. Provided version: [{number}]"
                )
            kept.value = value
            kept.version = Version(number, by, self.now(), message)
            return kept

    def add_label(self, page: Page, name: str, *, prefix: str = "global") -> Label:
        """Put a label on a page. Raises: BadRequest for characters labels may not have."""
        name = name.lower()
        if not name or any(char in name for char in " :;,.?&[]()#^*@!<>"):
            raise BadRequest(f"The label '{name}' contains invalid characters")
        with self.lock:
            label = self._labels.setdefault(name, Label(id=self.new_id(), name=name, prefix=prefix))
            page.labels[name] = label
            return label

    def attach(
        self,
        *,
        page: Page,
        filename: str,
        media_type: str,
        content: bytes,
        by: str,
        comment: str,
        replace: bool,
        minor_edit: bool = True,
    ) -> Attachment:
        """Keep a file on a page; an existing file name gets a new version when `replace`.

        Raises: BadRequest when the name is taken and `replace` is false.
        """
        with self.lock:
            old = next((kept for kept in page.attachments.values() if kept.filename == filename), None)
            if old and not replace:
                raise BadRequest(
                    f"Cannot add a new attachment with same file name as an existing attachment: {filename} on content with id {page.id}"
                )
            number = old.version.number + 1 if old else 1
            version = Version(number, by, self.now(), comment, minor_edit)
            if old:
                old.content, old.media_type, old.version = content, media_type, version
                return old
            kept = Attachment(
                id=f"att{self.new_id()}", page_id=page.id, filename=filename, media_type=media_type, content=content, version=version,
                file_id=str(uuid.uuid4()),
            )  # fmt: skip
            page.attachments[kept.id] = self.attachments[kept.id] = kept
            return kept

    def detach(self, attachment_id: str) -> None:
        """Remove a file. Raises: NotFound."""
        with self.lock:
            kept = self.attachments.pop(attachment_id, None)
            if kept is None:
                raise NotFound(f"Could not find attachment with id: {attachment_id}")
            self.pages[kept.page_id].attachments.pop(attachment_id, None)

    def _check_title(self, space_id: str, title: str, *, except_id: str | None) -> None:
        if not title.strip():
            raise BadRequest("A page must have a title")
        if len(title) > _TITLE_LIMIT:
            raise BadRequest("Title cannot be longer than 255 characters")
        for page in self.pages.values():
            if (
                page.id != except_id
                and page.space_id == space_id
                and page.status != "trashed"
                and page.title.lower() == title.lower()
            ):
                raise DuplicateTitle

    def _move(self, page: Page, parent: Page) -> None:
        if parent.space_id != page.space_id or page in [*self.ancestors(parent), parent]:
            raise BadRequest("The parent page must be in the same space and not below the page itself")
        page.parent_id = parent.id
