"""What the demo company wrote down before any app came: spaces, home pages, a few pages of their own.

The texts are storage format, in files beside this one.
"""

from __future__ import annotations

from pathlib import Path
from string import Template

from markupsafe import escape

from tests.site.wiki.model import Space
from tests.site.wiki.state import WikiState

_TEXTS = Path(__file__).parent
_TEAMS = (
    ("GROW", "Growth", "We bring people in and give them reasons to stay."),
    ("CORE", "Platform", "We keep the shop fast, up and easy to change."),
    ("CARE", "Customer Care", "We are the people our customers actually talk to."),
)


def fill(wiki: WikiState, *, by: str) -> None:
    """Add the spaces of the demo company."""
    sentence = "This is the whole company’s notebook: strategy, plans and how we work."
    home = _space(wiki, "HP", "Harbor & Pine", sentence, by=by)
    wiki.create(space_id=home.id, title="Company strategy", body=_text("strategy"), parent_id=home.homepage_id, by=by)
    for key, name, sentence in _TEAMS:
        space = _space(wiki, key, name, sentence, by=by)
        wiki.create(
            space_id=space.id, title=f"{name} weekly notes", body=_text("notes"), parent_id=space.homepage_id, by=by
        )


def _space(wiki: WikiState, key: str, name: str, sentence: str, *, by: str) -> Space:
    body = Template(_text("welcome")).substitute(name=escape(name), sentence=escape(sentence))
    return wiki.add_space(key=key, name=name, by=by, home_title=name, home_body=body)


def _text(name: str) -> str:
    return (_TEXTS / f"{name}.xml").read_text(encoding="utf-8").strip()
