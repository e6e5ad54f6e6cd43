"""The table of requirements as Markdown."""

from tests.requirements.mentions import Row, rows
from tests.rules.places import ROOT

PAGE = ROOT / "docs" / "requirements.md"
SHOWN = 3

HEAD = """# What is required, where it is built, what proves it

Written by `make requirements` from the ids that tests and code name; a test keeps it true. The letters stand for the five texts on
planning sessions that the product follows (M Methodiq, W Workshop Weaver, O Oboard, T OKRs Tool, G a generic guide); the titles are ours.
"Named by a test" means that a test says it proves the statement; at most three tests and places are listed.

"""


def table() -> str:
    """Return the page."""
    found = rows()
    bare = [row.id for row in found if not row.tests]
    lines = [f"| {row.id} | {row.title} | {_tests(row)} | {_places(row)} |" for row in found]
    gaps = f"**Gaps:** {len(bare)} of {len(found)} are named by no test{': ' + ', '.join(bare) if bare else ''}.\n\n"
    return HEAD + gaps + "| id | in short | tests | places |\n|---|---|---|---|\n" + "\n".join(lines) + "\n"


def _tests(row: Row) -> str:
    if not row.tests:
        return "**none**"
    return _listed([f"`{each.removeprefix('tests/').replace('::', '` `')}`" for each in row.tests])


def _places(row: Row) -> str:
    return _listed([f"`{each}`" for each in row.places]) or "–"


def _listed(names: list[str]) -> str:
    more = f" and {len(names) - SHOWN} more" if len(names) > SHOWN else ""
    return "<br>".join(names[:SHOWN]) + more
