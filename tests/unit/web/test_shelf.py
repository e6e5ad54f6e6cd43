"""The shelf of rendered regions: one rendering a revision, whoever asks, and a bounded size."""

import threading

import pytest
from markupsafe import Markup

from service.web.fragments.shelf import Region, Shelf


def region(text: str) -> Region:
    return Region(html=Markup.escape(text), etag=text)


def test_a_revision_is_rendered_once() -> None:
    shelf, drawn = Shelf(), []
    for revision in ("a", "a", "b", "b"):
        found = shelf.take("board", revision, lambda revision=revision: drawn.append(revision) or region(revision))
        assert found.etag == revision
    assert drawn == ["a", "b"]


def test_many_at_once_wait_for_one_rendering() -> None:
    shelf, drawn, gate = Shelf(), [], threading.Event()

    def render() -> Region:
        gate.wait(5)
        drawn.append(1)
        return region("x")

    readers = [threading.Thread(target=shelf.take, args=("board", "a", render)) for _ in range(8)]
    for reader in readers:
        reader.start()
    gate.set()
    for reader in readers:
        reader.join(5)
    assert drawn == [1]


def test_what_nobody_asked_for_longest_makes_room() -> None:
    shelf, drawn = Shelf(most_characters=10, most_regions=100), []
    for key in ("one", "two", "one", "six", "one", "two"):
        shelf.take(key, "a", lambda key=key: drawn.append(key) or region("12345"))
    assert drawn == ["one", "two", "six", "two"]


def test_a_failed_rendering_leaves_nothing_behind() -> None:
    shelf = Shelf()
    with pytest.raises(ZeroDivisionError):
        shelf.take("board", "a", lambda: region(str(1 / 0)))
    assert shelf.take("board", "a", lambda: region("fine")).etag == "fine"
