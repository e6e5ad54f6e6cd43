"""Storage format as text and as a tree: parse it, refuse what is malformed, add what Confluence adds on saving.

Storage format is XHTML with HTML's named entities and the ac:/ri: prefixes, without declarations.
Nothing here knows what a macro means.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable
from html.entities import codepoint2name, name2codepoint

from lxml import etree

from tests.site.wiki.errors import MalformedStorage

NAMESPACES = {
    "ac": "http://atlassian.com/content",
    "ri": "http://atlassian.com/resource/identifier",
    "at": "http://atlassian.com/template",
}
_HEAD = "<storage " + " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items()) + ">"
_PREFIX = {uri: prefix for prefix, uri in NAMESPACES.items()}
_CDATA = re.compile(r"(<!\[CDATA\[.*?\]\]>)", re.S)
_MARKUP = re.compile(r"(<!\[CDATA\[.*?\]\]>|<!--.*?-->|<[^>]*>)", re.S)
_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]*);")
_XML_ENTITIES = frozenset({"amp", "lt", "gt", "quot", "apos"})
_MACRO = re.compile(r"<ac:structured-macro\b([^>]*?)(\s*/?)>")
_TASK = re.compile(r"<ac:task>(?!\s*<ac:task-id>)")
_TASK_ID = re.compile(r"<ac:task-id>(\d+)</ac:task-id>")
_PLAIN_PARTS = frozenset(map(ord, "\"&<>'"))


def parse(body: str) -> etree._Element:
    """Parse a storage-format body into a tree under one root element.

    Raises: MalformedStorage with the parser's reason.
    """
    if "<!DOCTYPE" in body or "<!ENTITY" in body:
        raise MalformedStorage("a document type is not allowed")
    parts = _CDATA.split(body)
    text = "".join(part if part.startswith("<![CDATA[") else _ENTITY.sub(_numeric, part) for part in parts)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        return etree.fromstring(f"{_HEAD}{text}</storage>".encode(), parser)
    except etree.XMLSyntaxError as error:
        raise MalformedStorage(str(error.msg)) from None
    except ValueError as error:
        raise MalformedStorage(str(error)) from None


def name_of(element: etree._Element) -> str:
    """Return the tag as written in storage format, for example `ac:link` or `td`; empty for comments."""
    if not isinstance(element.tag, str):
        return ""
    tag = etree.QName(element)
    return f"{_PREFIX[tag.namespace]}:{tag.localname}" if tag.namespace in _PREFIX else tag.localname


def attribute(element: etree._Element, name: str) -> str:
    """Return an attribute by its written name (`ac:name`), empty when absent."""
    prefix, _, local = name.rpartition(":")
    return element.get(f"{{{NAMESPACES[prefix]}}}{local}" if prefix else local) or ""


def as_confluence_keeps_it(body: str) -> str:
    """Return the body with what Confluence adds on saving, every other character untouched.

    Macros get ac:schema-version and ac:macro-id, tasks an ac:task-id, and letters beyond ASCII which have
    a name in HTML 4 come back as that entity. So what is read is rarely what was written: compare hashes of
    what you wrote, never of what you read back.
    """
    body = _MACRO.sub(_with_macro_id, body)
    body = _with_task_ids(body)
    parts = _MARKUP.split(body)
    return "".join(part if part.startswith("<") else part.translate(_NAMED) for part in parts)


def set_task_status(body: str, task_id: str, *, done: bool) -> str:
    """Return the body with one task ticked or unticked; unchanged when there is no such task."""
    status = "complete" if done else "incomplete"
    pattern = re.compile(
        rf"(<ac:task-id>{re.escape(task_id)}</ac:task-id>.*?<ac:task-status>)\w+(</ac:task-status>)", re.S
    )
    replace: Callable[[re.Match[str]], str] = lambda match: f"{match[1]}{status}{match[2]}"  # noqa: E731
    return pattern.sub(replace, body, count=1)


def _numeric(match: re.Match[str]) -> str:
    name = match[1]
    if name in _XML_ENTITIES:
        return match[0]
    if name not in name2codepoint:
        raise MalformedStorage(f'The entity "{name}" was referenced, but not declared.')
    return f"&#{name2codepoint[name]};"


def _with_macro_id(match: re.Match[str]) -> str:
    attributes, closing = match[1], match[2]
    if "ac:schema-version=" not in attributes:
        attributes += ' ac:schema-version="1"'
    if "ac:macro-id=" not in attributes:
        attributes += f' ac:macro-id="{uuid.uuid4()}"'
    return f"<ac:structured-macro{attributes}{closing}>"


def _with_task_ids(body: str) -> str:
    taken = max((int(number) for number in _TASK_ID.findall(body)), default=0)
    counter = iter(range(taken + 1, taken + 1 + body.count("<ac:task>")))
    return _TASK.sub(lambda _: f"<ac:task><ac:task-id>{next(counter)}</ac:task-id>", body)


_NAMED = {code: f"&{name};" for code, name in codepoint2name.items() if code not in _PLAIN_PARTS}
