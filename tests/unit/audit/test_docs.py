"""The manual's table of rules is complete."""

import re
from pathlib import Path

from service.domain.audit import auditor

_PACKAGE = Path(auditor.__file__).parent
_MANUAL = Path(__file__).resolve().parents[3] / "docs" / "audit.md"


def test_every_rule_is_in_the_manual_and_no_other() -> None:
    source = "".join(
        path.read_text("utf-8")
        for path in (*_PACKAGE.glob("rules/*.py"), _PACKAGE / "auditor.py", _PACKAGE / "likeness" / "doubt.py")
    )
    both = re.findall(r'f"\{(?:case\.)?kind\}\.([a-z-]+)"', source)
    named = set(re.findall(r'"((?:kr|objective)\.[a-z-]+)"', source)) | {
        f"{kind}.{rule}" for rule in both for kind in ("kr", "objective")
    }
    listed = set(re.findall(r"`((?:kr|objective)\.[a-z-]+)`", _MANUAL.read_text("utf-8")))
    assert listed == named
