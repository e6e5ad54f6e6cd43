"""Atlassian Document Format → HTML: paragraphs, lists, headings and marks. Anything else shows its words."""

from __future__ import annotations

from typing import Any

from markupsafe import escape

from tests.site.wiki.render.links import safe_address

_BLOCKS = {
    "paragraph": "p", "bulletList": "ul", "orderedList": "ol", "listItem": "li", "blockquote": "blockquote",
    "codeBlock": "pre", "table": "table", "tableRow": "tr", "tableCell": "td", "tableHeader": "th",
}  # fmt: skip
_MARKS = {"strong": "strong", "em": "em", "code": "code", "strike": "s", "underline": "u"}


def html(document: Any) -> str:
    """Return a document as HTML; empty for anything that is none."""
    if not isinstance(document, dict):
        return ""
    kind = document.get("type")
    if kind == "text":
        return _text(document)
    if kind == "hardBreak":
        return "<br>"
    if kind == "rule":
        return "<hr>"
    inner = "".join(html(child) for child in document.get("content", []))
    if kind == "heading":
        level = min(6, max(3, int(document.get("attrs", {}).get("level", 3)) + 1))
        return f"<h{level}>{inner}</h{level}>"
    if kind in ("mention", "status", "emoji"):
        return str(escape(str(document.get("attrs", {}).get("text", ""))))
    tag = _BLOCKS.get(str(kind))
    return f"<{tag}>{inner}</{tag}>" if tag else inner


def _text(node: dict[str, Any]) -> str:
    text = str(escape(str(node.get("text", ""))))
    for mark in node.get("marks", []):
        if tag := _MARKS.get(mark.get("type")):
            text = f"<{tag}>{text}</{tag}>"
        elif mark.get("type") == "link":
            address = safe_address(str(mark.get("attrs", {}).get("href", "")))
            text = f'<a href="{escape(address)}" rel="noopener noreferrer">{text}</a>' if address else text
    return text
