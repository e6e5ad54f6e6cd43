"""Every worked example of docs/maths.md is run, and every formula of the engine has its section there."""

import doctest
import re
from pathlib import Path

import pytest

from service.domain.model import Direction
from service.domain.presets.status_rules import STATUS_RULES

PAGE = Path(__file__).parents[3] / "docs" / "maths.md"
TEXT = PAGE.read_text(encoding="utf-8")
SECTIONS = re.split(r"^## ", TEXT, flags=re.MULTILINE)[1:]


def test_every_example_comes_out_as_written():
    found = doctest.testfile(str(PAGE), module_relative=False, encoding="utf-8")
    assert found.attempted > 50
    assert found.failed == 0


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.splitlines()[0])
def test_every_section_names_its_source_and_works_an_example(section):
    assert re.search(r"\(.*\d\.\d.*\)", section.splitlines()[0])
    assert ">>>" in section


def test_every_direction_and_rule_is_explained():
    words = TEXT.casefold().replace(" ", "_")
    called = {Direction.STAY_ABOVE: "at_least", Direction.STAY_BELOW: "at_most"}
    assert [each for each in Direction if called.get(each, each) not in words] == []
    assert [rule for rule in STATUS_RULES if rule not in words] == []
