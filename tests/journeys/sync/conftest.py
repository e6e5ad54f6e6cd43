"""A house a test, once with every job delivered once and once with every job delivered twice."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.journeys.sync.house import House, house


@pytest.fixture(params=[False, True], ids=["once", "twice"])
def home(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[House]:
    """A small site with Northstar installed and everything settled."""
    with house(tmp_path, twice=request.param) as built:
        built.settle()
        yield built


@pytest.fixture
def once(tmp_path: Path) -> Iterator[House]:
    """The same with every job delivered once, where a second delivery would add nothing."""
    with house(tmp_path) as built:
        built.settle()
        yield built
