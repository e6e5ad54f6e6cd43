"""Plain text as an Atlassian document, the only form Jira takes for long texts. Nothing of it is ever markup."""

import re
from typing import Any


def document(text: str) -> dict[str, Any]:
    """Return the text as paragraphs; blank lines part them, single line breaks stay."""
    blocks = [block.strip("\n") for block in re.split(r"\n\s*\n", text.replace("\r\n", "\n").strip())]
    return {"type": "doc", "version": 1, "content": [_paragraph(block) for block in blocks if block]}


def _paragraph(block: str) -> dict[str, Any]:
    content: list[dict[str, Any]] = []
    for line in block.split("\n"):
        if content:
            content.append({"type": "hardBreak"})
        if line:
            content.append({"type": "text", "text": line})
    return {"type": "paragraph", "content": content}
