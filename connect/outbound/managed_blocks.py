"""Which parts of a Confluence page are ours: blocks between two anchors. Everything else on the page is kept byte for byte.

A block is `<p>anchor northstar-begin-NAME</p> … <p>anchor northstar-end-NAME</p>` at the top level of the page. The editor may add
attributes and ids to the anchors and white space around them; both are tolerated. No page content is made here.
Source: design section 5 (managed blocks), platform 5 (storage format).
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from connect.outbound import storage

_ANCHOR = re.compile(
    r"(?P<open><p(?:\s[^>]*)?>\s*)?"
    r'<ac:structured-macro\s[^>]*?ac:name="anchor"[^>]*>'
    r'\s*<ac:parameter\s+ac:name=""\s*>northstar-(?P<side>begin|end)-(?P<name>[a-z0-9-]+)</ac:parameter>\s*'
    r"</ac:structured-macro>"
    r"(?P<close>\s*</p>)?",
)
_PARAGRAPH = re.compile(r"<p(?:\s[^>]*[^/])?>")
_CDATA = re.compile(r"<!\[CDATA\[.*?\]\]>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Merged:
    """The page after our blocks went in. `missing` names blocks that stood nowhere on the page and were appended."""

    body: str
    missing: tuple[str, ...]


def anchor(side: str, name: str) -> str:
    """Return the paragraph that begins or ends the block `name`."""
    return storage.element("p", storage.anchor(f"northstar-{side}-{name}"))


def wrap(name: str, content: str) -> str:
    """Return a block with its two anchors."""
    return anchor("begin", name) + content + anchor("end", name)


def blocks_hash(blocks: Sequence[tuple[str, str]]) -> str:
    """Return the SHA-256 hex digest of what we generate, names and order included."""
    digest = sha256()
    for name, content in blocks:
        digest.update(f"{name}\0{content}\0".encode())
    return digest.hexdigest()


def read_blocks(body: str) -> dict[str, str]:
    """Return the content of every complete block on a page, by name."""
    return {name: body[start:end] for name, (start, end) in _spans(body).items()}


def merge(body: str, blocks: Sequence[tuple[str, str]], *, retired: frozenset[str] = frozenset()) -> Merged:
    """Put new block contents into a page and leave every other byte alone.

    A block of ours that is not in `blocks` but in `retired` is emptied, its anchors stay. A block that stands nowhere
    (new, or its anchors were deleted) is appended after the last complete block, or at the end.
    """
    spans = _spans(body)
    new: Mapping[str, str] = dict(blocks)
    edits = [(span, new.get(name, "")) for name, span in spans.items() if name in new or name in retired]
    missing = tuple(name for name, _ in blocks if name not in spans)
    for (start, end), content in sorted(edits, reverse=True):
        body = body[:start] + content + body[end:]
    if missing:
        at = _after_last_block(body)
        body = body[:at] + "".join(wrap(name, new[name]) for name in missing) + body[at:]
    return Merged(body, missing)


def _spans(body: str) -> dict[str, tuple[int, int]]:
    opened: dict[str, int] = {}
    spans: dict[str, tuple[int, int]] = {}
    for found in _anchors(body):
        name = found["name"]
        if found["side"] == "begin":
            opened.setdefault(name, _block_start(body, found))
        elif name in opened and name not in spans:
            start, end = opened[name], _block_end(body, found)
            overlaps = any(start < other_end and other_start < end for other_start, other_end in spans.values())
            if start <= end and not overlaps:
                spans[name] = (start, end)
    return spans


def _anchors(body: str) -> list[re.Match[str]]:
    code = [found.span() for found in _CDATA.finditer(body)]
    return [found for found in _ANCHOR.finditer(body) if not any(start <= found.start() < end for start, end in code)]


def _block_start(body: str, found: re.Match[str]) -> int:
    """Where the block begins: after the anchor's paragraph, with whatever a person typed into that paragraph kept."""
    at = found.end()
    return body.index("</p>", at) + len("</p>") if _in_paragraph(body, at) else at


def _block_end(body: str, found: re.Match[str]) -> int:
    at = found.start()
    return max(match.start() for match in _PARAGRAPH.finditer(body, 0, at)) if _in_paragraph(body, at) else at


def _in_paragraph(body: str, at: int) -> bool:
    opened = max((match.start() for match in _PARAGRAPH.finditer(body, 0, at)), default=-1)
    return opened > body.rfind("</p>", 0, at) and body.find("</p>", at) >= 0


def _after_last_block(body: str) -> int:
    spans = _spans(body)
    ends = [found for found in _anchors(body) if found["side"] == "end" and found["name"] in spans]
    return max((_block_start(body, found) for found in ends), default=len(body))
