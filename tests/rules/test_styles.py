"""A class is dressed in one style sheet: all sheets are on every page, so a second rule of that name reaches the first one's pages."""

import re
from collections import defaultdict

from tests.rules.places import ROOT

SHEETS = ROOT / "service" / "web" / "static" / "css"


def test_a_class_has_its_own_rule_in_one_sheet() -> None:
    sheets: defaultdict[str, set[str]] = defaultdict(set)
    for path in SHEETS.glob("*.css"):
        text = re.sub(r"/\*.*?\*/|@media[^{]*\{", "", path.read_text("utf-8"), flags=re.S)
        for selectors in re.findall(r"([^{}]+)\{", text):
            alone = (each.strip() for each in selectors.split(","))
            for name in (each for each in alone if re.fullmatch(r"\.[a-z][\w-]*", each)):
                sheets[name].add(path.name)
    assert {name: sorted(found) for name, found in sheets.items() if len(found) > 1} == {}
