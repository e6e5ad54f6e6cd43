"""Rich text (Atlassian Document Format) from and to plain text. Not here: marks, media, macros."""

from __future__ import annotations

from typing import Any


def from_text(text: str) -> dict[str, Any]:
    """Return a document with one paragraph per line."""
    lines = [line for line in text.split("\n") if line.strip()]
    paragraphs = [{"type": "paragraph", "content": [{"type": "text", "text": line}]} for line in lines]
    return {"type": "doc", "version": 1, "content": paragraphs}


def to_text(document: Any) -> str:
    """Return a document's words, a line per block."""
    if not isinstance(document, dict):
        return ""
    if document.get("type") == "text":
        return str(document.get("text", ""))
    inner = [to_text(child) for child in document.get("content", [])]
    joiner = "\n" if document.get("type") in ("doc", "bulletList", "orderedList", "listItem") else ""
    return joiner.join(inner)
