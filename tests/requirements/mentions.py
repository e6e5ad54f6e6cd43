"""Where requirement ids are named: in the docstrings of tests, and in the product. A range such as `O-18…O-21` names each."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.rules.places import ROOMS, name, sources

TITLES = Path(__file__).parent / "titles.tsv"
_RANGE = re.compile(r"\b([MWOTG])-(\d{2})(?:\s*(?:…|–|\.\.\.)\s*(?:\1-)?(\d{2}))?(?!\d)")


@dataclass(frozen=True)
class Row:
    """One requirement: its id, a title in our words, the tests that name it and the files that build it."""

    id: str
    title: str
    tests: tuple[str, ...]
    places: tuple[str, ...]


@cache
def titles() -> Mapping[str, str]:
    """Return every requirement id with its title, in order."""
    lines = (line.split("\t") for line in TITLES.read_text().splitlines())
    return dict(lines)


def ids_in(text: str) -> Iterator[str]:
    """Yield every id that a text names, those inside of ranges too."""
    for letter, first, last in _RANGE.findall(text):
        for number in range(int(first), int(last or first) + 1):
            yield f"{letter}-{number:02d}"


def rows() -> tuple[Row, ...]:
    """Return every requirement with its tests and places."""
    tests, places = _in_tests(), _in_product()
    return tuple(
        Row(id=id, title=title, tests=tuple(tests.get(id, ())), places=tuple(places.get(id, ())))
        for id, title in titles().items()
    )


def _in_tests() -> dict[str, list[str]]:
    """Return by id the tests that name it: in their docstring, in a comment or text of their body, or in a module's docstring."""
    found: dict[str, list[str]] = defaultdict(list)
    for path in sources("tests"):
        if not path.name.startswith("test_") or path.name == "test_requirements.py":
            continue
        text = path.read_text()
        tree, lines = ast.parse(text), text.splitlines()
        functions = [
            node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
        ]
        inside: set[str] = set()
        for function in functions:
            first = min([function.lineno, *(each.lineno for each in function.decorator_list)])
            body = "\n".join(lines[first - 1 : function.end_lineno])
            for id in dict.fromkeys(ids_in(body)):
                found[id].append(f"{name(path)}::{function.name}")
                inside.add(id)
        for id in dict.fromkeys(ids_in(ast.get_docstring(tree) or "")):
            if id not in inside and functions:
                found[id].append(name(path))
    return found


def _in_product() -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for path in (*sources(*ROOMS), *sources("service", suffix=".html")):
        for id in dict.fromkeys(ids_in(path.read_text())):
            found[id].append(name(path))
    return found
