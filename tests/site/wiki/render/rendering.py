"""What one rendering run knows: the site, the page, the headings, how deep it is. Not here: any markup."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from tests.site.accounts import Account
from tests.site.wiki.model import Page
from tests.site.wiki.storage import name_of

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_DEPTH_LIMIT = 60


@dataclass(frozen=True, slots=True)
class Heading:
    """One heading of the page, for the table of contents."""

    level: int
    text: str
    anchor: str


@dataclass(slots=True)
class Rendering:
    """Hold what macros and links need while one body is rendered."""

    site: Any
    page: Page | None
    viewer: Account
    headings: list[Heading] = field(default_factory=list)
    depth: int = 0
    _anchors: dict[etree._Element, str] = field(default_factory=dict)

    def find_headings(self, root: etree._Element) -> None:
        """Collect the headings in reading order and give each an anchor of its own."""
        taken: set[str] = set()
        for element in root.iter():
            name = name_of(element)
            if name not in HEADINGS:
                continue
            text = " ".join("".join(element.itertext()).split())
            slug = re.sub(r"[^\w]+", "-", text).strip("-") or "section"
            anchor = slug
            while anchor in taken:
                anchor = f"{slug}.{len(taken)}"
            taken.add(anchor)
            self._anchors[element] = anchor
            self.headings.append(Heading(int(name[1]), text, anchor))

    def anchor_of(self, element: etree._Element) -> str:
        """Return the anchor of a heading of this body."""
        return self._anchors.get(element, "")

    @property
    def too_deep(self) -> bool:
        """Tell whether markup nests deeper than any person writes."""
        return self.depth > _DEPTH_LIMIT
